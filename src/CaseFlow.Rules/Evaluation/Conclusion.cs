using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation.Policies;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

/// <summary>Draws the outcome of a decision from which rules are active, may be, or are not.</summary>
internal sealed class Conclusion(CaseEvaluation evaluation, BoundDecision decision, GoverningDay day)
{
    private readonly Dictionary<string, int> _weights = new(StringComparer.Ordinal);
    private readonly List<string> _blockedBy = [];

    /// <summary>The decision is not for this case.</summary>
    public DecisionOutcome NotApplicable() => Outcome(OutcomeStatus.NotApplicable, [], null);

    /// <summary>Something that all rules hang on is not known.</summary>
    public DecisionOutcome Undecided(UnknownValue unknown)
    {
        Weigh(unknown, decision.Rules.Count + 1);
        return Outcome(OutcomeStatus.Undecided, [], null);
    }

    /// <summary>What the bounds say.</summary>
    /// <param name="slice">The rules in force.</param>
    /// <param name="active">Which of them are active.</param>
    /// <param name="isSomeActive">Whether one of them surely is, be it not told which.</param>
    /// <param name="applies">Whether the decision is for this case.</param>
    public DecisionOutcome From(DecisionSlice slice, Value[] active, bool isSomeActive, Value applies)
    {
        var open = applies as UnknownValue;
        var verdict = Judge(slice, active, isSomeActive, open is not null);
        if (open is not null)
        {
            Weigh(open, decision.Rules.Count + 1);
            verdict = Verdict.Undecided(verdict.Open, verdict.Possible is { } possible
                ? possible with { MayNotApply = true }
                : AsPossible(verdict));
        }

        foreach (var candidate in verdict.Open)
        {
            Weigh(candidate.Open, 1);
        }

        return Outcome(verdict.Status, [.. verdict.Rules.Select(rule => rule.AsActive())], verdict.Row) with
        {
            Possible = verdict.Possible,
            NamesOpenRules = verdict.NamesOpenRules,
        };
    }

    /// <summary>Every citation of rules, in their order, each once.</summary>
    internal static IReadOnlyList<Citation> CitesOf(IEnumerable<ActiveRule> rules) =>
        [.. rules.SelectMany(rule => rule.Cites).DistinctBy(citation => citation.Text)];

    // What would hold if only the decision turned out to be for this case.
    private static PossibleOutcomes? AsPossible(Verdict verdict) => verdict.Status switch
    {
        OutcomeStatus.Decided => new PossibleOutcomes([verdict.Row!.Values], null, false) { MayNotApply = true },
        OutcomeStatus.Gap => new PossibleOutcomes([], null, true) { MayNotApply = true },
        OutcomeStatus.Conflict => new PossibleOutcomes([], null, false) { MayConflict = true, MayNotApply = true },
        _ => null,
    };

    // A fault in a decision that may prove not to be for this case is no fault yet.
    private Verdict Judge(DecisionSlice slice, Value[] active, bool isSomeActive, bool mayNotApply)
    {
        try
        {
            return Judgement.Of(
                decision,
                Candidates(slice, active, isSomeActive),
                evaluation.Pack.ZeroOf(decision.Symbol.Outputs[0].Type),
                decision.Policy == HitPolicy.Sum ? Clamp() : null);
        }
        catch (EvaluationFaultException fault) when (mayNotApply && !fault.IsOfDepth)
        {
            return Verdict.Undecided([], null);
        }
    }

    private (Value Low, Value High)? Clamp() => decision.Clamp is { } clamp
        ? (evaluation.Evaluate(clamp.Low, new Scope(day.Day)), evaluation.Evaluate(clamp.High, new Scope(day.Day)))
        : null;

    // Every rule that is or may be active; `otherwise` stands among them where perhaps none is.
    private CandidateList Candidates(DecisionSlice slice, Value[] active, bool isSomeActive)
    {
        var candidates = new List<Candidate>();
        for (var index = 0; index < active.Length; index++)
        {
            if (!Kleene.IsFalse(active[index]))
            {
                var version = slice.Rules[index].Version!;
                var unknown = active[index] as UnknownValue;
                candidates.Add(new Candidate(
                    slice.Rules[index].Rule.Name,
                    version.Cites,
                    version.Span,
                    unknown,
                    RowOf(version.Values, unknown)));
            }
        }

        if (isSomeActive || decision.Otherwise is not { } otherwise)
        {
            return new CandidateList(candidates, isSomeActive);
        }

        var open = candidates.Count == 0 ? null : new UnknownValue([], []);
        candidates.Add(
            new Candidate(BoundOtherwise.Name, otherwise.Cites, otherwise.Span, open, RowOf(otherwise.Values, open)));
        return new CandidateList(candidates, true);
    }

    // A fault in the values of a rule that may yet prove inactive is not the case's fault: the row stays open.
    private Row RowOf(IReadOnlyList<BoundExpression> values, UnknownValue? unknown)
    {
        try
        {
            return new Row([.. values.Select(value => evaluation.Evaluate(value, new Scope(day.Day)))]);
        }
        catch (EvaluationFaultException fault) when (unknown is not null && !fault.IsOfDepth)
        {
            return new Row([.. values.Select(_ => new UnknownValue([], []))]);
        }
    }

    private void Weigh(UnknownValue unknown, int weight)
    {
        foreach (var fact in unknown.Facts)
        {
            _weights[fact] = _weights.GetValueOrDefault(fact) + weight;
        }

        _blockedBy.AddRange(unknown.BlockedBy.Except(_blockedBy, StringComparer.Ordinal).ToList());
    }

    private DecisionOutcome Outcome(OutcomeStatus status, IReadOnlyList<ActiveRule> rules, Row? row) => new(
        decision.Symbol,
        status,
        row?.Values ?? [.. decision.Symbol.Outputs.Select(_ => (Value)MissingValue.Instance)],
        rules,
        CitesOf(rules),
        [.. _weights.OrderByDescending(fact => fact.Value)
            .ThenBy(fact => fact.Key, evaluation.Pack.Declared)
            .Select(fact => fact.Key)],
        _blockedBy,
        day.Day)
    {
        Transition = day.Transition?.Name,
    };
}
