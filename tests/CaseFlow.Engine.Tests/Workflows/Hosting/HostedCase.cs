using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Tests.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Scripting;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>
/// Definitions as data on a host: `NAME.json` and those of the folder `NAME` are published, and `NAME.steps` says what
/// happens: `start DEFINITION {…}`, `event NAME …`, `wait 00:05:00`, `cancel DEFINITION`, `retry DEFINITION` and `skip
/// DEFINITION` (all that is open). The clock stands still while the host works.
/// </summary>
internal sealed class HostedCase
{
    private readonly List<string> _told = [];
    private readonly InMemoryWorkflowStore _store = new(new InMemoryCaseStore());
    private readonly SkippingTimeProvider _clock = new(WorkflowDesk.Start);
    private readonly FragileStore _fragile;
    private WorkflowEngine _engine = null!;
    private WorkflowSweep _sweep = null!;

    private HostedCase(int diesAt)
    {
        _fragile = new FragileStore(_store, diesAt) { Committed = Told };
        Boot(_fragile);
    }

    /// <summary>What the instances print and the host sends, step by step, and how they stand in the end.</summary>
    public static async Task<string> PlayAsync(string file)
    {
        var played = new HostedCase(diesAt: 0);
        await played.PlayStepsAsync(file);
        await played.EndAsync();
        return string.Join('\n', played._told);
    }

    /// <summary>
    /// What every instance has printed and how it stands in the end, where a host dies at a moment and another goes on
    /// with the step; and how many moments there were.
    /// </summary>
    public static async Task<(string Told, int Moments)> KillAsync(string file, int diesAt)
    {
        var played = new HostedCase(diesAt);
        await played.PlayStepsAsync(file);
        played._told.Clear();
        await played.EndAsync(withLines: true);
        return (string.Join('\n', played._told), played._fragile.Moments);
    }

    private void Boot(FragileStore store)
    {
        var features = new WorkflowFeatures(new JintScriptEngine(new StillTime()));
        _engine = new WorkflowEngine(store, store, features, _clock);
        _sweep = new WorkflowSweep(
            _engine, store, store, [new RequestHandler(new ToldRequests(_told))], _clock,
            new WorkflowSweepOptions { AttemptsAtMost = 2 });
    }

    private async Task PlayStepsAsync(string file)
    {
        await SurviveAsync(() => PublishAsync(file));
        var number = 0;
        foreach (var line in File.ReadLines(Path.ChangeExtension(file, ".steps")))
        {
            var key = (++number).ToString(CultureInfo.InvariantCulture);
            _told.Add($"> {line}");
            await SurviveAsync(() => StepAsync(line, key));
        }
    }

    // Leases of the dead run out; who got no answer asks again.
    private async Task SurviveAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (HostDiedException)
        {
            _clock.JumpTo(_clock.GetUtcNow() + TimeSpan.FromMinutes(2));
            Boot(new FragileStore(_store, diesAt: 0) { Committed = Told });
            await step();
        }
    }

    private async Task PublishAsync(string file)
    {
        var folder = Path.ChangeExtension(file, null);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder).Order() : Enumerable.Empty<string>();
        foreach (var path in files.Append(file))
        {
            var published = await _engine.PublishAsync(
                await File.ReadAllBytesAsync(path), Path.GetFileNameWithoutExtension(path), default);
            _told.AddRange(published.Findings.Select(found =>
                $"{found.Severity.ToString().ToLowerInvariant()}: {found.Code} {found.Path}"));
        }
    }

    private async Task StepAsync(string line, string key)
    {
        var words = line.Split(' ', 3);
        var value = words.Length < 3 ? null : Parsed(words[2]);
        switch (words[0])
        {
            case "start":
                var input = value as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
                await _engine.StartAsync(new StartWorkflow(key, words[1]) { Input = input }, default);
                break;
            case "event":
                await _engine.DeliverAsync(new DeliverEvent(key, words[1]) { Payload = value }, default);
                break;
            case "cancel":
                await EachAsync(words[1], row => _engine.CancelAsync(row.Id, default).AsTask());
                break;
            case "retry":
                await MendAsync(words[1], (id, number) => _engine.RetryAsync(id, number, "op", default));
                break;
            case "skip":
                await MendAsync(words[1], (id, number) => _engine.SkipAsync(id, number, null, "op", default));
                break;
            default:
                await WaitAsync(TimeSpan.Parse(words[1], CultureInfo.InvariantCulture));
                break;
        }

        await _sweep.RunDueAsync(default);
    }

    // Stops at every moment that something is due: a clock that jumps would have a timer miss some.
    private async Task WaitAsync(TimeSpan span)
    {
        var until = _clock.GetUtcNow() + span;
        while (await _store.NextDueAsync(default) is { } due && due <= until)
        {
            _clock.JumpTo(due > _clock.GetUtcNow() ? due : _clock.GetUtcNow());
            await _sweep.RunDueAsync(default);
        }

        _clock.JumpTo(until);
    }

    private async Task EachAsync(string definition, Func<InstanceRow, Task> act)
    {
        foreach (var row in await _store.ListAsync(new InstanceQuery(definition, null, null, null, 200), default))
        {
            await act(row);
        }
    }

    private Task MendAsync(string definition, Func<string, int, ValueTask<WorkflowResult>> mend) =>
        EachAsync(definition, async row =>
        {
            var incidents = await _store.ListIncidentsAsync(row.Id, 10, default);
            foreach (var incident in incidents.Where(one => one.ResolvedAt is null).OrderBy(one => one.Number))
            {
                await mend(row.Id, incident.Number);
            }
        });

    private async Task EndAsync(bool withLines = false)
    {
        var rows = await _store.ListAsync(new InstanceQuery(null, null, null, null, 200), default);
        foreach (var row in rows.Reverse())
        {
            _told.Add(string.Join(' ', new[] { row.DefinitionId + ":", row.Status.ToString(), row.CorrelationId }
                .Where(word => word is not null)));
            var journal = await _store.ReadJournalAsync(row.Id, 0, int.MaxValue, default);
            _told.AddRange(journal.Where(line => withLines && line.What == JournalEvent.Printed)
                .Select(line => $"  {line.Detail}"));
            foreach (var incident in await _store.ListIncidentsAsync(row.Id, 10, default))
            {
                _told.Add($"  {incident.Code} {incident.NodeId} {string.Join(' ', incident.Arguments)}");
            }
        }
    }

    private void Told(InstanceCommit commit) => _told.AddRange(commit.Journal
        .Where(line => line.What == JournalEvent.Printed)
        .Select(line => $"{commit.Instance.DefinitionId}: {line.Detail}"));

    private static object? Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ValueJson.Read(document.RootElement);
    }

    /// <summary>
    /// Another machine: tells what is asked of it, and answers by the path: a status code, `/slow`, `/away` or
    /// `/large`.
    /// </summary>
    private sealed class ToldRequests(List<string> told) : IRequestSender
    {
        public ValueTask<RequestOutcome> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
        {
            var content = request.Content is { } bytes ? System.Text.Encoding.UTF8.GetString(bytes.Span) : "";
            var headers = string.Join(' ', request.Headers.Select(header => $"{header.Key}={header.Value}"));
            told.Add($"sent: {request.Method} {request.Address} {request.ContentType} {content} {headers}".TrimEnd());
            return ValueTask.FromResult<RequestOutcome>(request.Address.AbsolutePath switch
            {
                "/slow" => new RequestOutcome.TimedOut(),
                "/away" => new RequestOutcome.NotReached("ConnectionError"),
                "/large" => new RequestOutcome.TooLarge(),
                var path => new RequestOutcome.Answered(
                    int.Parse(path.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture),
                    [KeyValuePair.Create("X-Kind", "test")], "{\"said\":[1,2]}"u8.ToArray(), "application/json"),
            });
        }
    }
}
