using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>Computes a decision once more and tells what it went by.</summary>
internal sealed class TraceBuilder
{
    private readonly CaseEvaluation _evaluation;
    private readonly DecisionOutcome _outcome;
    private readonly DecisionPlan _plan;
    private readonly DecisionRun _run;

    private TraceBuilder(CaseEvaluation evaluation, DecisionSymbol decision)
    {
        _outcome = evaluation.Decide(decision);
        _evaluation = evaluation;
        _plan = evaluation.Pack.PlanOf(decision);
        _run = new DecisionRun(_evaluation, _plan);
    }

    /// <summary>The trace of a decision.</summary>
    public static DecisionTrace Of(CaseEvaluation evaluation, DecisionSymbol decision) =>
        new TraceBuilder(evaluation, decision).Build();

    private DecisionTrace Build()
    {
        _run.Conclude();
        var manifest = _evaluation.Pack.Pack.Manifest;
        return new DecisionTrace
        {
            Pack = manifest.Name + "@" + manifest.Version,
            PackHash = _evaluation.Pack.Pack.Hash,
            Outcome = _outcome,
            GoverningDateFrom = ExpressionText.Of(_run.Day.Transition?.LawDate ?? _plan.Decision.GoverningDate),
            Because = [.. _outcome.Rules.Select(Because)],
            Defeated = [.. Each(Defeat)],
            NotLive = [.. Each(NotLive)],
            Open = _outcome.Status == OutcomeStatus.Undecided ? [.. Each(Open)] : [],
            DateSteps = Dates(),
            Missing = [.. _outcome.Missing.Select(path => (path, _evaluation.Pack.FactOf(path)))],
        };
    }

    // Read anew by an evaluation that remembers nothing yet, so that dates behind definitions are counted again and
    // seen.
    private IReadOnlyList<TracedDate> Dates()
    {
        var observations = new Observations();
        var watched = _evaluation.Watched(observations);
        foreach (var value in _outcome.Rules.SelectMany(ValuesOf))
        {
            _ = watched.Evaluate(value, new Scope(_run.Day.Day));
        }

        return [.. observations.Dates.DistinctBy(date => (date.Text, date.Start))];
    }

    private IEnumerable<T> Each<T>(Func<int, T?> select)
        where T : class =>
        _run.Slice is { } slice ? Enumerable.Range(0, slice.Rules.Length).Select(select).OfType<T>() : [];

    private TracedRule Because(ActiveRule active)
    {
        var rule = _run.Slice?.Rules.FirstOrDefault(rule => rule.Rule.Name == active.Name && rule.Version is not null);
        return new TracedRule(
            active.Name,
            rule?.Version!.Period,
            active.Cites,
            rule is null
                ? []
                : [.. Conditions(rule, null).DistinctBy(condition => (condition.Text, condition.InheritedFrom))],
            rule?.Rule.Note,
            active.Span);
    }

    private IEnumerable<BoundExpression> ValuesOf(ActiveRule active) =>
        _run.Slice?.Rules.FirstOrDefault(rule => rule.Rule.Name == active.Name)?.Version?.Values
        ?? (_plan.Decision.Otherwise is { } otherwise && otherwise.Span == active.Span ? otherwise.Values : []);

    // The parents' conditions first, as the law's article states the general case first.
    private IEnumerable<TracedCondition> Conditions(SlicedRule rule, string? inheritedFrom)
    {
        var inherited = rule.Rule.Regardless
            ? []
            : rule.Parents.Select(parent => _run.Slice!.Rules[parent])
                .SelectMany(parent => Conditions(parent, parent.Rule.Name));
        var own = PartsOf(rule).Select(part => new TracedCondition(
            ExpressionText.Of(part),
            Holds(part) is BooleanValue known ? known.Value : null,
            inheritedFrom,
            FactReads.Of(part)));
        return inherited.Concat(own);
    }

    private static IReadOnlyList<BoundExpression> PartsOf(SlicedRule rule) => rule.Version?.When switch
    {
        null => [],
        LogicalBoundExpression { IsAnd: true } conjunction => conjunction.Operands,
        var condition => [condition],
    };

    // A part of a condition that another part settles may have no answer of its own.
    private Value Holds(BoundExpression part)
    {
        try
        {
            return Kleene.Truth(_evaluation.Evaluate(part, new Scope(_run.Day.Day)));
        }
        catch (EvaluationFaultException)
        {
            return new UnknownValue([], []);
        }
    }

    private DefeatedRule? Defeat(int index)
    {
        var rules = _run.Slice!.Rules;
        var rule = rules[index];
        if (rule.IsBlocker || !Kleene.IsTrue(_run.Pre[index]) || Kleene.IsTrue(_run.Active[index]))
        {
            return null;
        }

        var blocker = rule.Blockers.FirstOrDefault(other => Kleene.IsTrue(_run.Stands[other]), -1);
        if (blocker >= 0)
        {
            return new DefeatedRule(rule.Rule.Name, rules[blocker].Rule.Name, true);
        }

        // The last in the chain is the one that stands.
        var by = rule.Below.LastOrDefault(other => Kleene.IsTrue(_run.Live[other]), -1);
        return by < 0 ? null : new DefeatedRule(rule.Rule.Name, rules[by].Rule.Name, false);
    }

    private RuleNotLive? NotLive(int index)
    {
        var rule = _run.Slice!.Rules[index];
        return rule.Version is not null && Kleene.IsFalse(_run.Pre[index]) && FailedOf(index) is { } failed
            ? new RuleNotLive(rule.Rule.Name, ExpressionText.Of(failed), FactReads.Of(failed))
            : null;
    }

    private BoundExpression? FailedOf(int index)
    {
        var rule = _run.Slice!.Rules[index];
        var parent = rule.Rule.Regardless
            ? -1
            : rule.Parents.FirstOrDefault(other => Kleene.IsFalse(_run.Pre[other]), -1);
        return parent >= 0 ? FailedOf(parent) : PartsOf(rule).FirstOrDefault(part => Kleene.IsFalse(Holds(part)));
    }

    private RuleOpen? Open(int index) => _run.Active[index] is UnknownValue unknown
        ? new RuleOpen(_run.Slice!.Rules[index].Rule.Name, unknown.Facts)
        : null;
}
