using System.Globalization;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

/// <summary>Makes random operations on the ports; what it needs to know of the store it asks the first one.</summary>
internal sealed class RandomOperations(int seed, WorkflowStoresUnderTest first)
{
    private static readonly string[] Instances = ["i1", "i2", "i3", "i4", "i5"];
    private static readonly string[] EventNames = ["", "e", "f"];
    private static readonly string?[] Correlations = [null, "x", "y"];

    private readonly Random random = new(seed);
    private readonly Dictionary<string, int> lastBookmarks = new(StringComparer.Ordinal);
    private DateTimeOffset now = Sample.Start;

    public async Task<Operation> NextAsync()
    {
        now = now.AddSeconds(random.Next(20));
        return random.Next(14) switch
        {
            < 5 => await CommitAsync(),
            5 or 6 => Claim(),
            7 => Postpone(),
            8 => Wake(),
            9 => await AssignAsync(),
            10 => Publish(),
            11 => await MoveTriggerAsync(),
            _ => Ask(),
        };
    }

    private async Task<Operation> CommitAsync()
    {
        var commit = await CommitOfAsync(Pick(Instances));
        return Operation.Of($"commit {commit}", async stores =>
        {
            var outcome = await stores.Workflows.CommitAsync(commit, default);
            if (outcome == InstanceCommitOutcome.Committed && stores == first)
            {
                lastBookmarks[commit.Instance.Id] = commit.Waiting.Select(row => row.Number)
                    .Append(lastBookmarks.GetValueOrDefault(commit.Instance.Id)).Max();
            }

            return outcome;
        });
    }

    private async Task<InstanceCommit> CommitOfAsync(string id)
    {
        var version = (await first.Workflows.FindAsync(id, default))?.Version ?? 0;
        var expected = random.Next(8) == 0 ? random.Next(version + 2) : version;
        var open = await first.Workflows.BookmarksOfAsync(id, default);
        var burnt = open.Where(_ => random.Next(3) == 0).Select(row => row.Number).ToList();
        if (random.Next(25) == 0)
        {
            burnt.Add(random.Next(1, 6));
        }

        var waiting = Waiting(id).Concat(open
            .Where(row => !burnt.Contains(row.Number) && random.Next(4) == 0)
            .Select(row => row with { DueAt = Moment() })).ToList();
        return WorkflowSample.Commit(id, expected) with
        {
            Key = random.Next(3) == 0 ? "key" + random.Next(12) : null,
            Instance = WorkflowSample.Row(id, expected + 1) with
            {
                Status = Pick(Enum.GetValues<WorkflowSubStatus>()), CorrelationId = Pick(Correlations), ChangedAt = now,
            },
            Waiting = waiting,
            Burnt = burnt,
            Journal = [.. Enumerable.Range(0, random.Next(3)).Select(n => WorkflowSample.Line("line" + n))],
            Incidents = random.Next(4) == 0 ? [Incident(id)] : [],
            Tasks = [.. waiting.Where(_ => random.Next(4) == 0).Select(row => Task(id, row.Number))],
        };
    }

    private IEnumerable<BookmarkRow> Waiting(string id)
    {
        var last = lastBookmarks.GetValueOrDefault(id);
        for (var count = random.Next(3); count > 0; count--)
        {
            last += random.Next(1, 3);
            yield return new BookmarkRow(
                id, last, Pick([BookmarkKinds.Event, BookmarkKinds.Time]), Pick(EventNames), Pick(Correlations),
                Moment());
        }
    }

    private IncidentRow Incident(string id) =>
        WorkflowSample.Incident(id, random.Next(1, 5), random.Next(3)) with { ResolvedAt = Moment() };

    private TaskRow Task(string id, int bookmark) => WorkflowSample.Task(
        id,
        bookmark,
        random.Next(3) == 0 ? null : new DateOnly(2026, 7, random.Next(1, 4)),
        Pick(["officer", "chair"]));

    private Operation Claim()
    {
        var (lease, limit) = (TimeSpan.FromSeconds(random.Next(1, 60)), random.Next(1, 4));
        var at = now;
        return Operation.Of($"claim {limit}", async stores =>
        {
            var claimed = await stores.Queue.ClaimDueAsync(at, lease, limit, default);
            stores.Held.AddRange(claimed);
            return claimed.Select(held => held with { Fence = 0 }).ToList();
        });
    }

    private Operation Postpone()
    {
        var (which, until, failed) = (random.Next(), Moment(), random.Next(2) == 0);
        return Operation.Of($"postpone {which} {until} {failed}", async stores =>
        {
            if (stores.Held.Count > 0)
            {
                var back = 1 + (which % Math.Min(4, stores.Held.Count));
                await stores.Queue.PostponeAsync(stores.Held[^back], until, failed, default);
            }

            return stores.Held.Count;
        });
    }

    private Operation Wake()
    {
        var (key, at) = (Pick(EventNames), now);
        return Operation.Of($"wake {key}", async stores =>
            await stores.Queue.WakeAsync(BookmarkKinds.Event, key, at, default));
    }

    private async Task<Operation> AssignAsync()
    {
        var tasks = await first.Inbox.ListTasksAsync(new TaskQuery(null, null, null, null, 50), default);
        var seen = tasks.Count == 0 ? WorkflowSample.Task("i1", 1) : Pick([.. tasks]);
        seen = random.Next(4) == 0 ? seen with { Assignee = "stale" } : seen;
        var to = Pick<string?>([null, "off1", "off2"]);
        return Operation.Of($"assign {seen.Id} {to}", async stores => await stores.Inbox.AssignTaskAsync(
            seen, to, new JournalRow(now, "", JournalEvent.Assigned, to), default));
    }

    private Operation Publish()
    {
        var definition = WorkflowSample.Definition(Pick(["d", "e"]), random.Next(1, 8));
        TriggerRow[] triggers =
        [
            .. new[] { "s", "t" }.Where(_ => random.Next(2) == 0)
                .Select(name => WorkflowSample.Trigger(definition, name, Pick(EventNames), Moment())),
        ];
        return Operation.Of($"publish {definition.VersionId}", async stores =>
            await stores.Workflows.PublishAsync(definition, triggers, default));
    }

    private async Task<Operation> MoveTriggerAsync()
    {
        var due = await first.Workflows.DueTriggersAsync(now, 9, default);
        var definition = WorkflowSample.Definition("d", 1);
        var seen = due.Count == 0 ? WorkflowSample.Trigger(definition, "s", "", now) : Pick([.. due]);
        var to = Moment();
        return Operation.Of($"move {seen} {to}", async stores =>
        {
            await stores.Workflows.MoveTriggerAsync(seen, to, default);
            return 0;
        });
    }

    private Operation Ask()
    {
        var (kind, key) = (Pick([BookmarkKinds.Event, BookmarkKinds.Time]), Pick(EventNames));
        var correlation = Pick(Correlations);
        var query = new InstanceQuery(
            null, random.Next(2) == 0 ? Pick(Enum.GetValues<WorkflowSubStatus>()) : null, Pick(Correlations),
            random.Next(2) == 0 ? Pick(Instances) : null, random.Next(1, 4));
        var tasks = new TaskQuery(
            Pick<string?>([null, "chair"]), Pick<string?>([null, "off1"]), null,
            new TaskPlace(new DateOnly(2026, 7, 2), Pick(Instances) + "/2"), random.Next(1, 4))
        {
            Scope = random.Next(2) == 0
                ? null
                : new TaskScope(["chair"], [("officer", "north")], [], random.Next(2) == 0),
        };
        var after = random.Next(2) == 0
            ? null
            : new BookmarkRow(Pick(Instances), random.Next(1, 9), kind, key, correlation, DueAt: null);
        return Operation.Of($"ask {kind} {key} {correlation} {query} {tasks}", async stores => new
        {
            Found = await stores.Workflows.FindBookmarksAsync(kind, key, correlation, after, 3, default),
            Listed = await stores.Workflows.ListAsync(query, default),
            Tasks = await stores.Inbox.ListTasksAsync(tasks, default),
            Triggers = await stores.Workflows.FindTriggersAsync(kind, key, default),
            Next = await stores.Queue.NextDueAsync(default),
        });
    }

    private DateTimeOffset? Moment() => random.Next(3) == 0 ? null : now.AddSeconds(random.Next(-30, 90));

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
