using System.Collections.Concurrent;
using System.Globalization;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

public abstract partial class WorkflowContract
{
    private const int Clients = 24;
    private const int CommitsEach = 20;
    private const int FewInstances = 4;

    [Fact]
    public async Task Commit_ByManyOnFewInstances_LosesAndDoublesNothing()
    {
        foreach (var id in Few())
        {
            await MustCommitAsync(WorkflowSample.Commit(id));
        }

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => DeliverAllAsync(client))));

        var journals = await Task.WhenAll(Few().Select(JournalAsync));
        journals.SelectMany(lines => lines).Select(line => line.Detail).Should().BeEquivalentTo(
            Enumerable.Range(0, Clients).SelectMany(Keys), "each key takes effect exactly once");
        foreach (var (id, lines) in Few().Zip(journals))
        {
            (await FindAsync(id))!.Version.Should().Be(lines.Count + 1);
            (await BookmarksAsync(id)).Should().HaveCount(1, "each commit burnt the one before it");
        }
    }

    [Fact]
    public async Task Commit_OfOneKeyByManyAtOnce_TakesEffectOnce()
    {
        await MustCommitAsync(WorkflowSample.Commit("a"));
        var outcomes = new ConcurrentBag<InstanceCommitOutcome>();

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
            outcomes.Add(await CommitAsync(WorkflowSample.Commit("a", expected: 1) with { Key = "same" })))));

        outcomes.Count(outcome => outcome == InstanceCommitOutcome.Committed).Should().Be(1);
        outcomes.Count(outcome => outcome == InstanceCommitOutcome.KeyExists).Should().Be(Clients - 1);
    }

    [Fact]
    public async Task Commit_OfOneNewInstanceByManyAtOnce_StartsItOnce()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(() =>
            CommitAsync(WorkflowSample.Commit("a") with { Waiting = [WorkflowSample.Timer("a", 1, At(0))] }))));

        outcomes.Count(outcome => outcome == InstanceCommitOutcome.Committed).Should().Be(1);
        outcomes.Count(outcome => outcome == InstanceCommitOutcome.VersionConflict).Should().Be(Clients - 1);
    }

    [Fact]
    public async Task Commit_BesideAFaultyOne_SucceedsAllTheSame()
    {
        await MustCommitAsync(WorkflowSample.Commit("a"));
        var faulty = WorkflowSample.Commit("a", expected: 1) with
        {
            Journal = [WorkflowSample.Line("never")], Burnt = [1],
        };

        var faults = Enumerable.Range(0, Clients).Select(_ => Task.Run(() => CommitAsync(faulty))).ToArray();
        var sound = await Task.WhenAll(Enumerable.Range(0, Clients).Select(n => Task.Run(() =>
            CommitAsync(WorkflowSample.Commit("sound" + n) with { Journal = [WorkflowSample.Line("1")] }))));
        var failed = await Task.WhenAll(faults.Select(task => task.ContinueWith(
            done => done.IsFaulted, TaskScheduler.Default)));

        sound.Should().OnlyContain(outcome => outcome == InstanceCommitOutcome.Committed);
        failed.Should().OnlyContain(isFaulted => isFaulted);
        (await JournalAsync("a")).Should().BeEmpty();
    }

    [Fact]
    public async Task Claim_ByManyAtOnce_GivesEachBookmarkToOne()
    {
        const int Due = 200;
        foreach (var number in Enumerable.Range(0, Due / 4))
        {
            var id = "i" + number;
            await WaitAsync(id, [.. Enumerable.Range(1, 4).Select(n => WorkflowSample.Timer(id, n, At(0)))]);
        }

        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
            await ClaimAsync(minute: 1, limit: 20))));

        claims.SelectMany(claim => claim).Select(lease => lease.Bookmark)
            .Should().OnlyHaveUniqueItems().And.HaveCount(Due);
    }

    [Fact]
    public async Task Wake_WhileWorkersClaimAndPostpone_IsNeverLost()
    {
        const int Wakes = 60;
        await WaitAsync("a", WorkflowSample.Waiting("a", 1, "case"));
        var (told, seen) = (0, 0);
        var waking = Task.Run(async () =>
        {
            for (var number = 1; number <= Wakes; number++)
            {
                Volatile.Write(ref told, number);
                await Queue.WakeAsync(BookmarkKinds.Event, "case", At(0), default);
            }
        });

        // A worker looks at what was told, then puts the bookmark off until it is woken. After the last wake one more
        // claim must come, whatever the worker was doing meanwhile.
        while (seen < Wakes)
        {
            foreach (var lease in await ClaimAsync(minute: 0))
            {
                seen = Volatile.Read(ref told);
                await Queue.PostponeAsync(lease, until: null, failed: false, default);
            }

            if (waking.IsCompleted && seen < Wakes)
            {
                (await Queue.NextDueAsync(default)).Should().NotBeNull("the last wake was not seen yet");
            }
        }

        await waking;
    }

    private static IEnumerable<string> Few() => Enumerable.Range(0, FewInstances).Select(number => "few" + number);

    private static IEnumerable<string> Keys(int client) => Enumerable.Range(0, CommitsEach)
        .Select(number => string.Create(CultureInfo.InvariantCulture, $"c{client}-{number}"));

    private async Task DeliverAllAsync(int client)
    {
        var turn = client;
        foreach (var key in Keys(client))
        {
            await DeliverAsync("few" + (turn++ % FewInstances), key);
        }
    }

    /// <summary>As the engine does: reads, bursts, commits, and begins anew where another was faster.</summary>
    private async Task DeliverAsync(string id, string key)
    {
        InstanceCommitOutcome outcome;
        do
        {
            var version = (await FindAsync(id))!.Version;
            outcome = await CommitAsync(WorkflowSample.Commit(id, version) with
            {
                Key = key,
                Burnt = version == 1 ? [] : [version - 1],
                Waiting = [WorkflowSample.Waiting(id, version, "e")],
                Journal = [WorkflowSample.Line(key)],
            });
        }
        while (outcome == InstanceCommitOutcome.VersionConflict);

        outcome.Should().Be(InstanceCommitOutcome.Committed);
    }
}
