using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Reads cases as they stand.</summary>
internal sealed class ReadingWork(CaseLookup cases) : ICaseWork
{
    private const string ReadCase = "CaseFlow.ReadCase";
    private const string FlowFact = "CaseFlow.FlowFact";

    /// <inheritdoc/>
    public IReadOnlyList<string> Types { get; } =
        [ReadCase, FlowFact, "CaseFlow.WaitForEvent", "CaseFlow.CaseEvent"];

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(request.Case, cancellationToken);
        return new WorkAnswer.Done(request.Type switch
        {
            ReadCase => Reading(found.State),
            FlowFact => Fact(found, request.Payload.Text(CasePayload.Fact)!),
            _ => CasePayload.Of((CasePayload.Version, (long)found.State.Version)),
        });
    }

    // A fact that is known to be missing is known: it is neither a value nor unknown.
    private static Dictionary<string, object?> Fact(CaseAtHand found, string path)
    {
        var isDeclared = found.Pack.Bound.FactRoots.SelectMany(root => root.Fields).Any(fact => fact.Path == path);
        if (!isDeclared)
        {
            throw ActivityContext.Fault(WorkflowCodes.NotInPack, CasePayload.Fact, path);
        }

        var text = found.State.Facts[path];
        var value = text is null ? null : CaseValues.Of(JsonNode.Parse(text));
        return CasePayload.Of(
            (CasePayload.Outcome, text is null ? "Unknown" : Named(value)), (CasePayload.Result, value));
    }

    private static string Named(object? value) => value switch
    {
        null => "Missing",
        true => "true",
        false => "false",
        _ => ValueText.Of(value),
    };

    private static Dictionary<string, object?> Reading(CaseState state)
    {
        var facts = CaseValues.Of(state.Facts.ToJson());
        return new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [CasePayload.Outcome] = new List<object?> { "Done", state.State },
            [CasePayload.Result] = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["id"] = state.Id.ToString(),
                [CasePayload.Lifecycle] = state.Lifecycle,
                [CasePayload.State] = state.State,
                ["isOpen"] = state.IsOpen,
                [CasePayload.Version] = (long)state.Version,
                [CasePayload.Agency] = state.Agency,
                ["holder"] = state.Holder,
                [CasePayload.Parent] = state.Parent?.ToString(),
                ["openedOn"] = CaseValues.Day(state.OpenedOn),
                [CasePayload.Facts] = facts,
                ["deadlines"] = state.Clocks.Select(object? (clock) => Deadline(clock)).ToList(),
            },
            [CasePayload.State] = state.State,
            [CasePayload.Facts] = facts,
            [CasePayload.Agency] = state.Agency,
            ["holder"] = state.Holder,
            [CasePayload.Version] = (long)state.Version,
        };
    }

    private static Dictionary<string, object?> Deadline(DeadlineClock clock) => new(StringComparer.Ordinal)
    {
        ["name"] = clock.Name,
        [CasePayload.Status] = clock.Status.ToString(),
        [CasePayload.LastDay] = clock.Statement.LastDay is { } day ? CaseValues.Day(day) : null,
        ["isBreached"] = clock.BreachedAt is not null,
        [CasePayload.InTime] = clock.InTime,
    };
}

/// <summary>Asks decisions of the pack that a case pins.</summary>
internal sealed class DecidingWork(CaseLookup cases, AgencyTime time) : ICaseWork
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Types { get; } = ["CaseFlow.EvaluateDecision"];

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        var (state, pack) = await cases.FindAsync(request.Case, cancellationToken);
        var name = request.Payload.Text(CasePayload.Decision)!;
        var decision = pack.Bound.Decisions.FirstOrDefault(bound => bound.Symbol.Name == name)?.Symbol
            ?? throw ActivityContext.Fault(WorkflowCodes.NotInPack, CasePayload.Decision, name);
        var day = request.Day(CasePayload.On, time) ?? time.DayOf(request.At);
        try
        {
            return Answer(pack.Rules
                .Evaluate(ToldFacts.Known(state, pack), new EvaluationContext(day) { Case = Views.Of(state) })
                .Decide(decision));
        }
        catch (EvaluationFaultException fault) when (fault is not PastHorizonException)
        {
            return new WorkAnswer.Refused(WorkflowCodes.DecisionFaulted, [name, fault.Code]);
        }
    }

    private static WorkAnswer.Done Answer(DecisionOutcome outcome)
    {
        var outputs = CasePayload.Read(CaseValues.Of(OutcomeJson.Outputs(outcome)))!;
        return new WorkAnswer.Done(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [CasePayload.Outcome] = new List<object?> { "Done", outcome.Status.ToString() },
            [CasePayload.Result] = outputs.Count == 1 ? outputs.Values.First() : outputs,
            [CasePayload.Status] = OutcomeJson.NameOf(outcome.Status),
            [CasePayload.Cites] = CaseValues.Texts(Citations.Of(outcome.Cites)),
            [CasePayload.Missing] = CaseValues.Texts(outcome.Missing),
        });
    }
}
