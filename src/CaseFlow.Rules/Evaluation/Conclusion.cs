using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

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
    public DecisionOutcome From(DecisionSlice slice, Value[] active, Value applies)
    {
        var candidates = Candidates(slice, active);
        var sure = candidates.Where(candidate => candidate.Unknown is null).ToList();
        if (applies is UnknownValue open)
        {
            Weigh(open, decision.Rules.Count + 1);
        }
        else if (sure.Exists(one => sure.Exists(other => Row.Differ(one.Row, other.Row))))
        {
            return Outcome(OutcomeStatus.Conflict, [.. sure.Select(ActiveRuleOf)], null);
        }
        else if (Agreed(candidates, sure) is { } row)
        {
            return Outcome(OutcomeStatus.Decided, [.. (sure.Count > 0 ? sure : candidates).Select(ActiveRuleOf)], row);
        }
        else if (candidates.Count == 0)
        {
            return Outcome(OutcomeStatus.Gap, [], null);
        }

        WeighAll(candidates, sure);
        return Outcome(OutcomeStatus.Undecided, [], null);
    }

    // Every rule that is or may be active; `otherwise` stands among them where perhaps none is.
    private List<Candidate> Candidates(DecisionSlice slice, Value[] active)
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

        if (decision.Otherwise is { } otherwise && candidates.TrueForAll(candidate => candidate.Unknown is not null))
        {
            var unknown = candidates.Count == 0 ? null : new UnknownValue([], []);
            candidates.Add(
                new Candidate("otherwise", otherwise.Cites, otherwise.Span, unknown, RowOf(otherwise.Values, unknown)));
        }

        return candidates;
    }

    // A fault in the values of a rule that may yet prove inactive is not the case's fault: the row stays open.
    private Row RowOf(IReadOnlyList<Binding.Expressions.BoundExpression> values, UnknownValue? unknown)
    {
        try
        {
            return new Row([.. values.Select(value => evaluation.Evaluate(value, new Scope(day.Day)))]);
        }
        catch (EvaluationFaultException) when (unknown is not null)
        {
            return new Row([.. values.Select(_ => new UnknownValue([], []))]);
        }
    }

    // One value for whatever completion: all rows are known and alike, and some rule or `otherwise` surely gives it.
    private Row? Agreed(List<Candidate> candidates, List<Candidate> sure)
    {
        var isSure = sure.Count > 0 || (candidates.Count > 0 && decision.Otherwise is not null);
        return isSure && candidates.TrueForAll(candidate => Row.Same(candidates[0].Row, candidate.Row))
            ? (sure.Count > 0 ? sure[0] : candidates[0]).Row
            : null;
    }

    private void WeighAll(List<Candidate> candidates, List<Candidate> sure)
    {
        foreach (var candidate in candidates)
        {
            // A rule that may join the sure ones with the same row changes nothing.
            var changesNothing = sure.Count > 0 && candidate.Unknown is not null
                && sure.TrueForAll(one => Row.Same(one.Row, candidate.Row));
            if (changesNothing)
            {
                continue;
            }

            var own = candidate.Unknown ?? new UnknownValue([], []);
            Weigh(candidate.Row.Values.OfType<UnknownValue>().Aggregate(own, (all, next) => all.With(next)), 1);
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
            .ThenBy(fact => evaluation.Pack.OrderOf(fact.Key))
            .Select(fact => fact.Key)],
        _blockedBy,
        day.Day)
    {
        Transition = day.Transition?.Name,
    };

    /// <summary>Every citation of rules, in their order, each once.</summary>
    internal static IReadOnlyList<Citation> CitesOf(IEnumerable<ActiveRule> rules) =>
        [.. rules.SelectMany(rule => rule.Cites).DistinctBy(citation => citation.Text)];

    private static ActiveRule ActiveRuleOf(Candidate candidate) => new(candidate.Name, candidate.Cites, candidate.Span);

    private sealed record Candidate(
        string Name, IReadOnlyList<Citation> Cites, Diagnostics.SourceSpan Span, UnknownValue? Unknown, Row Row);
}
