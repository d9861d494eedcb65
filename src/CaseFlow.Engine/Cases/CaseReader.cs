using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Engine.Cases;

/// <summary>Reads cases for people: nothing here writes. Safe to share between threads.</summary>
public sealed class CaseReader(
    ICaseStore store, IPackCatalogue packs, EventCodec codec, TimeProvider clock, AgencyTime time)
{
    /// <summary>The case, or null.</summary>
    public async ValueTask<CaseReading?> FindAsync(CaseId id, CancellationToken cancellationToken) =>
        Reading(await store.FindAsync(id, cancellationToken));

    /// <summary>The case of a citizen's code, or null.</summary>
    public async ValueTask<CaseReading?> FindByTrackingAsync(
        TrackingCode tracking, CancellationToken cancellationToken) =>
        Reading(await store.FindByTrackingAsync(tracking, cancellationToken));

    /// <summary>
    /// Everything that happened, in order; older forms are read as today's. Empty where there is no such case.
    /// </summary>
    public async ValueTask<IReadOnlyList<RecordedEvent>> HistoryAsync(
        CaseId id, CancellationToken cancellationToken) =>
        [.. (await store.ReadEventsAsync(id, cancellationToken)).Select(codec.Decode)];

    /// <summary>
    /// All deadlines in the order they started, with their statements; empty where there is no such case.
    /// </summary>
    public async ValueTask<IReadOnlyList<DeadlineReading>> DeadlinesAsync(
        CaseId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } stored)
        {
            return [];
        }

        var pack = await packs.FindAsync(stored.Case.PackHash, cancellationToken);
        var state = CaseDocument.Read(stored.Case.Document);
        return [.. stored.Deadlines.Select(row => DeadlineOf(row, state, pack))];
    }

    /// <summary>
    /// The assessments of the case and the decisions behind its deadlines, asked with what is known today; empty where
    /// there is none.
    /// </summary>
    /// <param name="id">The case.</param>
    /// <param name="culture">The language of the traces' sentences, Vietnamese or English.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<IReadOnlyList<ExplanationReading>> ExplanationsAsync(
        CaseId id, CultureInfo culture, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not var (state, pack))
        {
            return [];
        }

        var evaluation = EvaluationOf(state, pack);
        return
        [
            .. pack.Bound.Assessments.Select(decision => Explain(decision, null, evaluation, culture)),
            .. from clock in state.Clocks
               let deadline = pack.FindDeadline(clock.Name)
               where deadline is not null
               select Explain(deadline.TermDecision, clock, evaluation, culture),
        ];
    }

    /// <summary>
    /// The triggers that the state permits today, with what each still needs; empty where there is no such case.
    /// </summary>
    public async ValueTask<IReadOnlyList<TriggerReading>> TriggersAsync(
        CaseId id, Principal principal, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not var (state, pack))
        {
            return [];
        }

        var circumstances = new Circumstances(pack, clock.GetUtcNow(), time);
        var definition = pack.DefinitionOf(state.Lifecycle);
        var current = definition.FindState(state.State)!;
        return
        [
            .. from trigger in definition.PermittedTriggers(current, circumstances.Today)
               from body in definition.BodiesOf(current, trigger, circumstances.Today)
               select TriggerOf(state, trigger, body, principal, circumstances),
        ];
    }

    private static CaseReading? Reading(StoredCase? stored) =>
        stored is null ? null : new CaseReading(stored.Case, CaseDocument.Read(stored.Case.Document));

    private async ValueTask<(CaseState State, CasePack Pack)?> LoadAsync(
        CaseId id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } stored
            || await packs.FindAsync(stored.Case.PackHash, cancellationToken) is not { } pack)
        {
            return null;
        }

        return (CaseDocument.Read(stored.Case.Document), pack);
    }

    private CaseEvaluation EvaluationOf(CaseState state, CasePack pack) => pack.Rules.Evaluate(
        ToldFacts.Known(state, pack),
        new EvaluationContext(time.DayOf(clock.GetUtcNow())) { Case = Views.Of(state) });

    private static ExplanationReading Explain(
        DecisionSymbol decision, DeadlineClock? clock, CaseEvaluation evaluation, CultureInfo culture)
    {
        var (outcome, trace) = Trace(decision, evaluation, culture);
        return new ExplanationReading(
            decision.Name, clock?.Name, clock?.Started, clock?.Statement.Terms ?? [], outcome, trace);
    }

    private static (DecisionOutcome? Outcome, JsonObject Trace) Trace(
        DecisionSymbol decision, CaseEvaluation evaluation, CultureInfo culture)
    {
        try
        {
            var trace = evaluation.Explain(decision);
            return (trace.Outcome, TraceJson.Write(trace, culture));
        }
        catch (EvaluationFaultException fault)
        {
            return (null, new JsonObject
            {
                ["fault"] = fault.Code,
                ["sentence"] = RulesMessages.Message(fault.Code, culture, fault.Arguments) + ".",
            });
        }
    }

    private static DeadlineReading DeadlineOf(DeadlineRow row, CaseState state, CasePack? pack)
    {
        var held = state.ClockOf(row.StartedSequence)!;
        return new DeadlineReading(
            row.StartedSequence,
            row.Name,
            pack?.FindDeadline(row.Name)?.Labels ?? new Dictionary<string, string>(StringComparer.Ordinal),
            held.Status,
            CaseDocument.ReadStatement(row.Statement),
            row.BreachedAt,
            held.InTime,
            held.ClosedOn);
    }

    private static TriggerReading TriggerOf(
        CaseState state,
        BoundTrigger trigger,
        BoundTriggerBody body,
        Principal principal,
        Circumstances circumstances)
    {
        var fire = new FireTrigger("?", principal, state.Id, trigger.Name);
        var told = ToldFacts.Of(fire, state, [body], circumstances.Pack);
        var attempt = Firing.Attempt(state, fire, trigger, body, told, circumstances);
        return new TriggerReading(
            trigger.Name,
            trigger.Labels,
            trigger.IsSide,
            body.Inputs,
            body.Roles,
            Citations.Of(body.Cites),
            attempt is Refused refused ? refused.Problems : []);
    }
}
