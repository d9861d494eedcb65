using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Tries out every completion of the unknown booleans and enums that an undecided decision hangs on. Where all agree it
/// is decided; where not, the facts that no completion is sensitive to need not be asked for. A trial may show further
/// facts that the decision hangs on (what is read upstream was pruned of them, or the governing date was open): they
/// are tried out as well, so that what all completions agree on does not depend on which facts are told. Of values that
/// the decision cannot tell apart one stands for all.
/// </summary>
internal sealed class Completions
{
    private readonly CaseEvaluation _evaluation;
    private readonly DecisionOutcome _bounds;
    private readonly List<FieldSymbol> _facts = [];
    private readonly List<IReadOnlyList<AlikeGroup>> _choices = [];
    private readonly AlikeValues _alike;
    private long _completions = 1;
    private readonly List<Leaf> _leaves = [];
    private int _trialsLeft;

    private Completions(CaseEvaluation evaluation, DecisionOutcome bounds)
    {
        (_evaluation, _bounds) = (evaluation, bounds);
        _alike = evaluation.Pack.AlikeValuesFor(bounds.Decision);
        _trialsLeft = EvaluationLimits.TrialRules / evaluation.Pack.RulesReadBy(bounds.Decision);
    }

    /// <summary>
    /// The outcome after trying, or <paramref name="bounds"/> where there is nothing to try or too much.
    /// </summary>
    public static DecisionOutcome Settle(CaseEvaluation evaluation, DecisionOutcome bounds)
    {
        var completions = new Completions(evaluation, bounds);
        return bounds.Missing.All(completions.TakesPath)
            && completions._facts.Count > 0
            && completions.TryAll(evaluation.TrialGround(bounds.Decision), bounds, [], alike: 1)
                ? completions.Settle(new CompletionTable(
                    completions._choices.Select(groups => groups.Count), completions._leaves))
                : bounds;
    }

    // A path that is none of a boolean or enum stays unknown in every trial.
    private bool TakesPath(string path) =>
        _evaluation.Pack.FactOf(path) is not { } fact || !IsEnumerable(fact) || Takes(fact);

    // False where that were too many facts or completions.
    private bool Takes(FieldSymbol fact)
    {
        if (_facts.Contains(fact))
        {
            return true;
        }

        var values = ChoicesOf(fact);
        _completions *= values.Count;
        _facts.Add(fact);
        if (_facts.Count > EvaluationLimits.EnumeratedFacts || _completions > EvaluationLimits.Completions)
        {
            return false;
        }

        _choices.Add(_alike.Of(fact, values));
        return true;
    }

    // What is settled before all facts are told holds for all completions of the rest. A trial stands for as many as
    // are alike, and counts for so many: whether there are too many does not hang on what could be told apart.
    private bool TryAll(CaseEvaluation told, DecisionOutcome? outcome, int?[] chosen, int alike)
    {
        if (outcome is { Status: OutcomeStatus.Undecided } && !outcome.Missing.All(TakesPath))
        {
            return false;
        }

        if (NextOf(outcome, chosen) is not { } place)
        {
            _leaves.Add(new Leaf(outcome, chosen));
            return true;
        }

        for (var choice = 0; choice < _choices[place].Count; choice++)
        {
            var (value, count) = _choices[place][choice];
            _trialsLeft -= alike * count;
            if (_trialsLeft < 0)
            {
                return false;
            }

            var trial = told.Trial([KeyValuePair.Create(_facts[place], value)]);
            int?[] next = [.. Enumerable.Range(0, _facts.Count).Select(fact => chosen.ElementAtOrDefault(fact))];
            next[place] = choice;
            if (!TryAll(trial, OutcomeOf(trial), next, alike * count))
            {
                return false;
            }
        }

        return true;
    }

    // The fact to tell next: the first that the outcome asks for; after a fault, any that is not told.
    private int? NextOf(DecisionOutcome? outcome, int?[] chosen)
    {
        if (outcome is { Status: not OutcomeStatus.Undecided })
        {
            return null;
        }

        var open = Enumerable.Range(0, _facts.Count).Where(place => chosen.ElementAtOrDefault(place) is null);
        IEnumerable<int> asked = outcome is null ? open : outcome.Missing
            .Select(path => _facts.FindIndex(fact => fact.Path == path))
            .Where(place => place >= 0);
        return asked.Select(place => (int?)place).FirstOrDefault();
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

    private DecisionOutcome Settle(CompletionTable table)
    {
        List<DecisionOutcome> open = [.. _leaves.Select(leaf => leaf.Outcome).OfType<DecisionOutcome>()];
        if (open.Count == _leaves.Count
            && open[0].Status != OutcomeStatus.Undecided
            && open.TrueForAll(other => CompletionTable.Agree(open[0], other)))
        {
            return Agreed(open[0], open);
        }

        return _bounds with
        {
            Missing = Missing(open, table),
            BlockedBy = [.. open.SelectMany(outcome => outcome.BlockedBy).Distinct(StringComparer.Ordinal)],
            Possible = PossibleUnion.Of(_evaluation.Pack.PlanOf(_bounds.Decision).Decision, open),
        };
    }

    // What the bounds ask for, pruned; where none of it matters, what the completions ask for.
    private IReadOnlyList<string> Missing(List<DecisionOutcome> open, CompletionTable table)
    {
        var asked = open.SelectMany(outcome => outcome.Missing).ToHashSet(StringComparer.Ordinal);
        var tried = _facts.ToDictionary(fact => fact.Path, _facts.IndexOf, StringComparer.Ordinal);
        bool Matters(string path) =>
            tried.TryGetValue(path, out var place) ? table.IsSensitiveTo(place) : asked.Contains(path);
        List<string> first = [.. _bounds.Missing.Where(Matters)];
        return first.Count > 0
            ? first
            : [.. tried.Keys.Union(asked).Where(Matters).Order(_evaluation.Pack.Declared)];
    }

    // The rules that are active whatever the facts turn out to be; where no rule is, all that may be. Of a conflict all
    // that may take part: which of them disagree may differ from completion to completion.
    private static DecisionOutcome Agreed(DecisionOutcome first, IReadOnlyList<DecisionOutcome> outcomes)
    {
        var every = outcomes.SelectMany(outcome => outcome.Rules)
            .GroupBy(rule => rule.Name, StringComparer.Ordinal)
            .OrderBy(group => group.First().Span.Start)
            .ToList();
        var always = every.Where(group => group.Count() == outcomes.Count).ToList();
        var isOpen = always.Count == 0 || outcomes.Any(outcome => outcome.NamesOpenRules);
        var isEvery = isOpen || first.Status == OutcomeStatus.Conflict;
        ActiveRule[] rules = [.. (isEvery ? every : always).Select(group => group.First())];
        var sameDay = outcomes.All(outcome => outcome.GoverningDate == first.GoverningDate);
        return first with
        {
            Rules = rules,
            NamesOpenRules = isOpen,
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

    /// <summary>Where trying ended: an outcome, null for a fault, and the choice of each fact told.</summary>
    internal sealed record Leaf(DecisionOutcome? Outcome, int?[] Chosen);
}
