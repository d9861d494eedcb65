using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Comparison;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Engine.Definitions;

/// <summary>Tries out, case by case, what going over to a candidate would come to. Writes nothing.</summary>
internal sealed class RepinTrial(CasePack candidate, int activation, DateTimeOffset now, AgencyTime time)
{
    private readonly Dictionary<string, WhatIf> _comparisons = new(StringComparer.Ordinal);

    /// <summary>A <see cref="CaseMove"/>, or a <see cref="StayingCase"/> with every reason.</summary>
    /// <param name="row">The case.</param>
    /// <param name="pinned">The pack that it pins.</param>
    public object Of(CaseRow row, CasePack pinned)
    {
        if (StateOf(row) is not { } state)
        {
            return new StayingCase(
                row.Id, row.PackHash, [new Problem(EngineCodes.DocumentDamaged, "case", [row.Id.ToString()])]);
        }

        var command = new RepinCase("trial", Principal.System, row.Id, candidate.Bound.Hash, activation);
        var circumstances = new Circumstances(candidate, now, time);
        return CaseDecider.Decide(state, command, circumstances) switch
        {
            Decided decided => Move(state, decided, pinned, circumstances),
            Refused refused => new StayingCase(row.Id, row.PackHash, refused.Problems),
            _ => throw new InvalidOperationException("A decision is the one or the other."),
        };
    }

    private CaseMove Move(CaseState state, Decided decided, CasePack pinned, Circumstances circumstances)
    {
        var events = decided.Events.Select(recorded => recorded.Event).ToList();
        var answers = events.OfType<CaseAssessed>().ToList();
        var moves = answers.Count == 0 ? [] : MovesOf(state, answers, pinned);
        var (before, after) = (
            TimerPlan.Of(state, circumstances with { Pack = pinned }).Timers,
            TimerPlan.Of(decided.State, circumstances).Timers);
        return new CaseMove(
            state.Id,
            state.PackHash,
            moves,
            events.OfType<CaseRepinned>().FirstOrDefault()?.NotAssessed ?? [],
            [.. before.Except(after)],
            [.. after.Except(before)]);
    }

    private List<AssessmentMove> MovesOf(CaseState state, IReadOnlyList<CaseAssessed> answers, CasePack pinned)
    {
        var facts = JsonSerializer.SerializeToElement(state.Facts.ToJson());
        var asked = new CaseToCompare(state.Id.ToString(), time.DayOf(now), facts) { Case = Views.Of(state) };
        var causes = ComparisonWith(pinned).Compare(asked, [.. answers.Select(answer => answer.Decision)]).Decisions
            .ToDictionary(difference => difference.Decision, difference => difference.Causes, StringComparer.Ordinal);
        var today = pinned.Rules.Evaluate(
            ToldFacts.Known(state, pinned), new EvaluationContext(asked.Today) { Case = asked.Case });
        return
        [
            .. from answer in answers
               let before = state.AssessmentBy(answer.Decision)
               let reason = ReasonOf(before, answer, pinned, today)
               let isSame = before is not null && before.AnswersTheSame(answer)
               select new AssessmentMove(
                   isSame ? DifferenceKind.Grounds : DifferenceKind.Outcome,
                   before,
                   answer,
                   reason,
                   reason is MoveReason.Time ? [] : causes.GetValueOrDefault(answer.Decision, [])),
        ];
    }

    private WhatIf ComparisonWith(CasePack pinned)
    {
        if (!_comparisons.TryGetValue(pinned.Bound.Hash, out var comparison))
        {
            comparison = new WhatIf(new PackSide(pinned.Rules), new PackSide(candidate.Rules));
            _comparisons.Add(pinned.Bound.Hash, comparison);
        }

        return comparison;
    }

    // Where the pinned pack says today what the candidate says, the packs are not what makes the difference.
    private static MoveReason ReasonOf(
        CaseAssessed? before, CaseAssessed after, CasePack pinned, CaseEvaluation today)
    {
        var decision = pinned.Bound.Decisions.FirstOrDefault(known => known.Symbol.Name == after.Decision)?.Symbol;
        return decision is not null && Assessing.Ask(today, decision).SaysTheSame(after)
            ? before is null ? MoveReason.FirstAsked : MoveReason.Time
            : MoveReason.Packs;
    }

    // One damaged document is its own case's finding and hides no other case.
    private static CaseState? StateOf(CaseRow row)
    {
        try
        {
            return CaseDocument.Read(row.Document);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
