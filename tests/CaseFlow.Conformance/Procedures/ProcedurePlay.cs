using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Conformance.Procedures;

/// <summary>Ids that count up, so that every run gives the same.</summary>
internal sealed class CountingIds : IIdSource
{
    private int _next;

    public CaseId NewCaseId() => new(new Guid(++_next, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]));

    public TrackingCode NewTrackingCode() => new("T" + (++_next).ToString(CultureInfo.InvariantCulture));

    public PetitionerReference NewPetitionerReference() =>
        new("P" + (++_next).ToString(CultureInfo.InvariantCulture));
}

/// <summary>
/// Plays a scenario: `{"publish":[files], "agency", "steps":[{"at", "open" | "fire" | "complete", …}]}`, and tells
/// after each step what is new: lines of the journals, events of the case, messages for the outside.
/// </summary>
internal sealed class ProcedurePlay(JsonObject scenario, string name, Func<ProcedureHost> host)
{
    private static readonly JsonSerializerOptions Layout =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<string, int> _told = new(StringComparer.Ordinal);
    private ProcedureHost _host = host();
    private CaseId _case;
    private (JsonObject Step, string Task)? _chosen;
    private int _events;
    private int _messages;

    public List<string> Lines { get; } = [];

    public CaseId Case => _case;

    /// <summary>
    /// Plays all of it; <paramref name="onDeath"/> says whether a host that died is followed by another.
    /// </summary>
    public async Task RunAsync(
        ProcedurePorts ports, Letterbox letters, Func<Exception, bool>? onDeath = null)
    {
        var steps = scenario["steps"]!.AsArray();
        for (var number = 0; number < steps.Count; number++)
        {
            var step = steps[number]!.AsObject();
            var finished = false;
            while (!finished)
            {
                try
                {
                    await PlayAsync(step, number);
                    finished = true;
                }
                catch (Exception fault) when (onDeath?.Invoke(fault) == true)
                {
                    _host = host();
                }
            }

            Lines.Add(string.Create(CultureInfo.InvariantCulture, $"== {step["at"]} {Says(step)}"));
            if (onDeath is null)
            {
                await TellAsync(ports, letters);
            }
        }

        Lines.AddRange(_host.Faults.Select(fault => "fault " + fault));
    }

    /// <summary>How everything stands at the end.</summary>
    public async Task TellEndAsync(ProcedurePorts ports)
    {
        Lines.Add("== end");
        var state = (await _host.Reader.FindAsync(_case, default))!.State;
        Lines.Add($"case {state.State}, holder {state.Holder ?? "nobody"}");
        foreach (var instance in await InstancesAsync(ports))
        {
            Lines.Add($"instance {instance.DefinitionId} {instance.Status}");
            var incidents = await ports.Workflows.ListIncidentsAsync(instance.Id, 50, default);
            Lines.AddRange(incidents.Select(one =>
                $"  incident {one.NodeId} {one.Code} {string.Join(" | ", one.Arguments)}"));
            var waits = await ports.Workflows.BookmarksOfAsync(instance.Id, default);
            Lines.AddRange(waits.Select(one => $"  waits {one.Kind} {Short(one.Key)} {Local(one.DueAt)}".TrimEnd()));
        }

        foreach (var task in await ports.Inbox.ListTasksAsync(new TaskQuery(null, null, null, null, 50), default))
        {
            var whose = $"{task.Role} of {task.Agency}";
            Lines.Add($"task {task.Title} for {whose}, due {Day(task.DueOn)}, {task.Assignee ?? "unclaimed"}");
        }
    }

    /// <summary>The events of the case: type, name of whom and what.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync() =>
        [.. (await _host.Reader.HistoryAsync(_case, default)).Select(Text)];

    private async Task PlayAsync(JsonObject step, int number)
    {
        if (number == 0)
        {
            await _host.PublishAsync(scenario["publish"]!.AsArray().Select(file => (string)file!));
        }

        await _host.PlayToAsync(DateTimeOffset.Parse((string)step["at"]!, CultureInfo.InvariantCulture));
        await DoAsync(step, string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"));
        await _host.SettleAsync();
    }

    private async Task DoAsync(JsonObject step, string key)
    {
        var principal = PrincipalOf(step);
        if (step.ContainsKey("open"))
        {
            var opened = await _host.Engine.ExecuteAsync(
                new OpenCase(key, principal) { Facts = Json(step["open"]), Agency = (string?)scenario["agency"] },
                default);
            opened.Problems.Should().BeEmpty();
            _case = opened.CaseId!.Value;
        }
        else if (step.ContainsKey("fire"))
        {
            var fired = await _host.Engine.ExecuteAsync(
                new FireTrigger(key, principal, _case, (string)step["fire"]!) { Inputs = Json(step["inputs"]) },
                default);
            fired.Problems.Select(problem => problem.Code + " " + problem.Place).Should().BeEmpty();
        }
        else if (step.ContainsKey("complete"))
        {
            await CompleteAsync(step, principal);
        }
    }

    // Who asks again after a host has died asks for the task that he chose: it may be completed.
    private async Task CompleteAsync(JsonObject step, Principal principal)
    {
        var outcome = (string)step["complete"]!;
        if (_chosen is not { } chosen || chosen.Step != step)
        {
            var tasks = await _host.Tasks.ListAsync(
                new TaskQuery(null, null, null, null, 50), Principal.System, default);
            var task = tasks.FirstOrDefault(one => one.Outcomes.Contains(outcome));
            task.Should().NotBeNull($"{outcome} is to be done at {step["at"]}; there is {string.Join(", ", tasks)}");
            _chosen = (step, task!.Id);
        }

        using var given = JsonDocument.Parse(step["result"]?.ToJsonString() ?? "null");
        var result = ValueJson.Read(given.RootElement);
        var completed = await _host.Tasks.CompleteAsync(_chosen.Value.Task, principal, outcome, result, default);
        completed.Problems.Should().BeEmpty();
    }

    private static Principal PrincipalOf(JsonObject step)
    {
        var roles = step["roles"]?.AsArray().Select(role => (string)role!).ToList();
        return new Principal((string?)step["by"] ?? "off-commune-a-resolver", roles ?? [], AllRoles: roles is null);
    }

    private static JsonObject? Json(JsonNode? node) => node?.DeepClone().AsObject();

    private static string Says(JsonObject step) =>
        step.ContainsKey("open") ? "open"
        : step.ContainsKey("fire") ? "fire " + step["fire"]
        : step.ContainsKey("complete") ? $"complete {step["complete"]} {step["result"]?.ToJsonString()}".TrimEnd()
        : "wait";

    private async Task TellAsync(ProcedurePorts ports, Letterbox letters)
    {
        var history = await _host.Reader.HistoryAsync(_case, default);
        Lines.AddRange(history.Skip(_events).Select(recorded => "event " + Text(recorded)));
        _events = history.Count;
        Lines.AddRange(letters.Messages.Skip(_messages).Select(
            message => $"message {message.Topic} {Brief(message.Payload)}"));
        _messages = letters.Messages.Count;
        foreach (var instance in await InstancesAsync(ports))
        {
            var known = _told.GetValueOrDefault(instance.Id);
            var journal = await ports.Workflows.ReadJournalAsync(instance.Id, known, 1000, default);
            _told[instance.Id] = known + journal.Count;
            if (journal.Count > 0)
            {
                Lines.Add($"{instance.DefinitionId}:");
                Lines.AddRange(journal.Select(row =>
                    $"  {Local(row.At)} {row.What} {Node(row.NodeId)} {Short(row.Detail)}".TrimEnd()));
            }
        }
    }

    private static async Task<IReadOnlyList<InstanceRow>> InstancesAsync(ProcedurePorts ports)
    {
        var rows = await ports.Workflows.ListAsync(new InstanceQuery(null, null, null, null, 100), default);
        return [.. rows.OrderBy(row => row.DefinitionId, StringComparer.Ordinal).ThenBy(row => row.Id)];
    }

    private static string Text(RecordedEvent recorded)
    {
        var about = recorded.Event switch
        {
            TriggerFired e => " " + e.Trigger,
            StateChanged e => $" {e.From} to {e.To}",
            HolderSet e => " " + e.Holder,
            DeadlineStarted e => $" {e.Statement.Deadline} until {Day(e.Statement.LastDay)}",
            DeadlineMet e => $" {e.Deadline} in time {e.InTime}",
            DeadlineVoided e => " " + e.Deadline,
            DeadlineBreached e => " " + e.Deadline,
            WaitingPeriodEnded e => " " + e.Deadline,
            EscalationStepFired e => $" {e.Identity.Ladder}.{e.Identity.Step}",
            CaseEscalated e => $" {e.Notice} to {e.To.Agency} by {e.Cause.Node}",
            CaseAssessed e => $" {e.Decision} {e.Status}",
            _ => "",
        };
        return $"{EventTypes.Of(recorded.Event).Name}{about} by {recorded.Principal}";
    }

    private static string Brief(string payload)
    {
        var json = JsonNode.Parse(payload)!.AsObject();
        json.Remove("case");
        foreach (var empty in json.Where(entry => entry.Value is null).Select(entry => entry.Key).ToList())
        {
            json.Remove(empty);
        }

        return json.ToJsonString(Layout);
    }

    // The case's id is the same in all lines.
    private string Short(string? detail) =>
        (detail ?? "").Replace(_case.ToString(), "CASE", StringComparison.Ordinal);

    private static string Node(string nodeId) => nodeId.StartsWith("flow:", StringComparison.Ordinal)
        ? nodeId["flow:".Length..]
        : nodeId;

    private static string Local(DateTimeOffset? moment) =>
        moment?.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "open";
}
