using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Tries out every completion of the unknown booleans and enums that an undecided decision hangs on. Where all agree it
/// is
/// decided; where not, the facts that no completion is sensitive to need not be asked for.
/// </summary>
internal sealed class Completions
{
    private readonly CaseEvaluation _evaluation;
    private readonly DecisionOutcome _bounds;
    private readonly List<FieldSymbol> _facts;
    private readonly List<IReadOnlyList<Value>> _choices;

    private Completions(CaseEvaluation evaluation, DecisionOutcome bounds)
    {
        (_evaluation, _bounds) = (evaluation, bounds);
        _facts = [.. bounds.Missing.Select(evaluation.Pack.FactOf).OfType<FieldSymbol>().Where(IsEnumerable)];
        _choices = [.. _facts.Select(ChoicesOf)];
    }

    private bool IsWithinLimits =>
        _facts.Count is > 0 and <= EvaluationLimits.EnumeratedFacts
        && _choices.Aggregate(1L, (count, choices) => count * choices.Count) <= EvaluationLimits.Completions;

    /// <summary>
    /// The outcome after trying, or <paramref name="bounds"/> where there is nothing to try or too much.
    /// </summary>
    public static DecisionOutcome Settle(CaseEvaluation evaluation, DecisionOutcome bounds)
    {
        var completions = new Completions(evaluation, bounds);
        return completions.IsWithinLimits ? completions.Settle() : bounds;
    }

    private DecisionOutcome Settle()
    {
        var outcomes = Outcomes();
        var first = outcomes[0];
        if (first is not null && first.Status != OutcomeStatus.Undecided
            && outcomes.TrueForAll(other => Agree(first, other)))
        {
            return Agreed(first, [.. outcomes.OfType<DecisionOutcome>()]);
        }

        var open = outcomes.OfType<DecisionOutcome>().ToList();
        var asked = open.SelectMany(outcome => outcome.Missing).ToHashSet(StringComparer.Ordinal);
        var enumerated = _facts.ToDictionary(fact => fact.Path, fact => _facts.IndexOf(fact), StringComparer.Ordinal);
        return _bounds with
        {
            Missing = [.. _bounds.Missing.Where(path =>
                enumerated.TryGetValue(path, out var place) ? IsSensitiveTo(place, outcomes) : asked.Contains(path))],
            BlockedBy = [.. open.SelectMany(outcome => outcome.BlockedBy).Distinct(StringComparer.Ordinal)],
        };
    }

    // One outcome a completion, the first fact turning slowest; null where the completion has a fault.
    private List<DecisionOutcome?> Outcomes()
    {
        var total = _choices.Aggregate(1, (count, choices) => count * choices.Count);
        var outcomes = new List<DecisionOutcome?>(total);
        for (var completion = 0; completion < total; completion++)
        {
            outcomes.Add(Try(completion));
        }

        return outcomes;
    }

    // A fault in one completion is no answer of the case as it stands; that completion agrees with no other.
    private DecisionOutcome? Try(int completion)
    {
        var facts = new KeyValuePair<FieldSymbol, Value>[_facts.Count];
        for (var place = _facts.Count - 1; place >= 0; place--)
        {
            (completion, var choice) = Math.DivRem(completion, _choices[place].Count);
            facts[place] = new KeyValuePair<FieldSymbol, Value>(_facts[place], _choices[place][choice]);
        }

        try
        {
            return _evaluation.Trial(facts).Decide(_bounds.Decision);
        }
        catch (EvaluationFaultException)
        {
            return null;
        }
    }

    private bool IsSensitiveTo(int place, List<DecisionOutcome?> outcomes)
    {
        var stride = _choices.Skip(place + 1).Aggregate(1, (count, choices) => count * choices.Count);
        var span = stride * _choices[place].Count;
        for (var index = 0; index < outcomes.Count; index++)
        {
            var origin = index / span * span + index % stride;
            if (!AreAlike(outcomes[origin], outcomes[index]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreAlike(DecisionOutcome? one, DecisionOutcome? other) =>
        one is null || other is null
            ? one is null && other is null
            : Agree(one, other) && one.Missing.SequenceEqual(other.Missing)
                && one.BlockedBy.SequenceEqual(other.BlockedBy);

    private static bool Agree(DecisionOutcome one, DecisionOutcome? other) =>
        other is not null && one.Status == other.Status && Row.Same(new Row(one.Outputs), new Row(other.Outputs));

    // The rules that are active whatever the facts turn out to be; where no rule is, all that may be.
    private static DecisionOutcome Agreed(DecisionOutcome first, IReadOnlyList<DecisionOutcome> outcomes)
    {
        var every = outcomes.SelectMany(outcome => outcome.Rules)
            .GroupBy(rule => rule.Name, StringComparer.Ordinal)
            .OrderBy(group => group.First().Span.Start)
            .ToList();
        var always = every.Where(group => group.Count() == outcomes.Count).ToList();
        ActiveRule[] rules = [.. (always.Count > 0 ? always : every).Select(group => group.First())];
        var sameDay = outcomes.All(outcome => outcome.GoverningDate == first.GoverningDate);
        return first with
        {
            Rules = rules,
            Cites = Conclusion.CitesOf(rules),
            GoverningDate = sameDay ? first.GoverningDate : null,
            Transition = outcomes.All(outcome => outcome.Transition == first.Transition) ? first.Transition : null,
        };
    }

    private static bool IsEnumerable(FieldSymbol fact) => fact.Type.Kind is TypeKind.Boolean or TypeKind.Enum;

    private static IReadOnlyList<Value> ChoicesOf(FieldSymbol fact)
    {
        IEnumerable<Value> known = fact.Type.Kind == TypeKind.Boolean
            ? [BooleanValue.Yes, BooleanValue.No]
            : fact.Type.Enum!.Members.Select(member => new EnumValue(member));
        return fact.Type.Optional ? [.. known, MissingValue.Instance] : [.. known];
    }
}
