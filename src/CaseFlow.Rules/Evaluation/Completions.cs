using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Tries out every completion of the unknown booleans and enums that an undecided decision hangs on. Where all agree it
/// is decided; where not, the facts that no completion is sensitive to need not be asked for.
/// </summary>
internal sealed class Completions
{
    private readonly CaseEvaluation _evaluation;
    private readonly DecisionOutcome _bounds;
    private readonly List<FieldSymbol> _facts;
    private readonly List<IReadOnlyList<Value>> _choices;
    private readonly DecisionOutcome?[] _outcomes;
    private int _trialsLeft;

    private Completions(CaseEvaluation evaluation, DecisionOutcome bounds)
    {
        (_evaluation, _bounds) = (evaluation, bounds);
        _facts = [.. bounds.Missing.Select(evaluation.Pack.FactOf).OfType<FieldSymbol>().Where(IsEnumerable)];
        _choices = [.. _facts.Select(ChoicesOf)];
        var count = _choices.Aggregate(1L, (count, choices) =>
            Math.Min(count * choices.Count, EvaluationLimits.Completions + 1));
        var isWithin = _facts.Count is > 0 and <= EvaluationLimits.EnumeratedFacts
            && count <= EvaluationLimits.Completions;
        _outcomes = isWithin ? new DecisionOutcome?[count] : [];
        _trialsLeft = EvaluationLimits.TrialRules / evaluation.Pack.RulesReadBy(bounds.Decision);
    }

    /// <summary>
    /// The outcome after trying, or <paramref name="bounds"/> where there is nothing to try or too much.
    /// </summary>
    public static DecisionOutcome Settle(CaseEvaluation evaluation, DecisionOutcome bounds)
    {
        var completions = new Completions(evaluation, bounds);
        return completions._outcomes.Length > 0 && completions.TryAll(evaluation, 0, 0, completions._outcomes.Length)
            ? completions.Settle()
            : bounds;
    }

    private DecisionOutcome Settle()
    {
        var first = _outcomes[0];
        if (first is not null && first.Status != OutcomeStatus.Undecided
            && Array.TrueForAll(_outcomes, other => Agree(first, other)))
        {
            return Agreed(first, [.. Different()]);
        }

        var open = Different().ToList();
        var asked = open.SelectMany(outcome => outcome.Missing).ToHashSet(StringComparer.Ordinal);
        var enumerated = _facts.ToDictionary(fact => fact.Path, fact => _facts.IndexOf(fact), StringComparer.Ordinal);
        return _bounds with
        {
            Missing = [.. _bounds.Missing.Where(path =>
                enumerated.TryGetValue(path, out var place) ? IsSensitiveTo(place) : asked.Contains(path))],
            BlockedBy = [.. open.SelectMany(outcome => outcome.BlockedBy).Distinct(StringComparer.Ordinal)],
            Possible = PossibleUnion.Of(_evaluation.Pack.PlanOf(_bounds.Decision).Decision, open),
        };
    }

    // Each outcome once: one that was settled early stands for many completions.
    private IEnumerable<DecisionOutcome> Different() =>
        _outcomes.OfType<DecisionOutcome>().Distinct<DecisionOutcome>(ReferenceEqualityComparer.Instance);

    // The first fact turns slowest. What is settled before the last fact is told holds for all completions of the rest.
    private bool TryAll(CaseEvaluation evaluation, int place, int from, int count)
    {
        if (place == _facts.Count)
        {
            return true;
        }

        var each = count / _choices[place].Count;
        for (var choice = 0; choice < _choices[place].Count; choice++)
        {
            if (--_trialsLeft < 0)
            {
                return false;
            }

            var start = from + choice * each;
            var trial = evaluation.Trial([KeyValuePair.Create(_facts[place], _choices[place][choice])]);
            var outcome = OutcomeOf(trial);
            _outcomes.AsSpan(start, each).Fill(outcome);
            if (HangsOnMore(outcome, place + 1) && !TryAll(trial, place + 1, start, each))
            {
                return false;
            }
        }

        return true;
    }

    // A fault among the completions is no answer of the case as it stands; such a completion agrees with no other.
    private DecisionOutcome? OutcomeOf(CaseEvaluation trial)
    {
        try
        {
            return trial.Decide(_bounds.Decision);
        }
        catch (EvaluationFaultException)
        {
            return null;
        }
    }

    private bool HangsOnMore(DecisionOutcome? outcome, int place) =>
        outcome is null || (outcome.Status == OutcomeStatus.Undecided
            && _facts.Skip(place).Any(fact => outcome.Missing.Contains(fact.Path)));

    private bool IsSensitiveTo(int place)
    {
        var stride = _choices.Skip(place + 1).Aggregate(1, (count, choices) => count * choices.Count);
        var span = stride * _choices[place].Count;
        for (var index = 0; index < _outcomes.Length; index++)
        {
            var origin = index / span * span + index % stride;
            if (!AreAlike(_outcomes[origin], _outcomes[index]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreAlike(DecisionOutcome? one, DecisionOutcome? other) => ReferenceEquals(one, other)
        || (one is not null && other is not null && Agree(one, other)
            && one.Missing.SequenceEqual(other.Missing) && one.BlockedBy.SequenceEqual(other.BlockedBy));

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
