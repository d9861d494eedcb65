using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>One decision of a case computed once more, with how every rule of its slice came to stand.</summary>
internal sealed class DecisionAccount
{
    private readonly DecisionRun _run;

    /// <summary>Computes the decision.</summary>
    /// <exception cref="EvaluationFaultException">The case has no answer.</exception>
    public DecisionAccount(CaseEvaluation evaluation, DecisionSymbol decision)
    {
        Evaluation = evaluation;
        Outcome = evaluation.Decide(decision);
        var plan = evaluation.Pack.PlanOf(decision);
        Decision = plan.Decision;
        _run = new DecisionRun(evaluation, plan);
        _run.Conclude();
    }

    /// <summary>The case.</summary>
    public CaseEvaluation Evaluation { get; }

    /// <summary>The decision.</summary>
    public BoundDecision Decision { get; }

    /// <summary>How it came out.</summary>
    public DecisionOutcome Outcome { get; }

    /// <summary>The day whose law counts, and how it was found.</summary>
    public GoverningDay Day => _run.Day;

    /// <summary>`applies when`.</summary>
    public Value Applies => _run.Applies;

    /// <summary>The rules on that day, in source order; none where the day is not known.</summary>
    public IReadOnlyList<SlicedRule> Rules => _run.Slice?.Rules ?? [];

    /// <summary>Where the decision's expressions are read.</summary>
    public Scope Scope => new(Day.Day);

    /// <summary>Whether a rule is active by what is known; unknown with the facts that would tell.</summary>
    public Value ActiveOf(int rule) => _run.Active[rule];

    /// <summary>The place of an active rule of the outcome; null for `otherwise`.</summary>
    public int? PlaceOf(ActiveRule active)
    {
        for (var place = 0; place < Rules.Count; place++)
        {
            if (Rules[place].Version is { } version && version.Span == active.Span)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>How a rule stands, and which rule beats it where one does.</summary>
    public (RuleStanding Standing, SlicedRule? By) StandingOf(int place)
    {
        var rule = Rules[place];
        if (rule.Version is null)
        {
            return (RuleStanding.NotInForce, null);
        }

        if (!rule.IsBlocker && Outcome.Rules.Any(active => active.Span == rule.Version.Span))
        {
            return (RuleStanding.Active, null);
        }

        return Kleene.IsFalse(_run.Pre[place]) ? (RuleStanding.NotLive, null)
            : rule.IsBlocker ? (StandingOfBlocker(place), null)
            : Kleene.IsTrue(_run.Pre[place]) ? Beaten(place)
            : (RuleStanding.Open, null);
    }

    /// <summary>The conditions of a rule: its parents' first, as an article states the general case first.</summary>
    public IReadOnlyList<StatedCondition> ConditionsOf(SlicedRule rule) =>
        [.. Conditions(rule, null, []).DistinctBy(condition => (condition.Text, condition.InheritedFrom))];

    /// <summary>Whether a condition holds; unknown where it has no answer of its own.</summary>
    public Value Holds(BoundExpression condition)
    {
        // A part of a condition that another part settles may have no answer of its own.
        try
        {
            return Kleene.Truth(Evaluation.Evaluate(condition, Scope));
        }
        catch (EvaluationFaultException)
        {
            return new UnknownValue([], []);
        }
    }

    /// <summary>The values that an active rule gives: one an output, or the amount that it adds.</summary>
    public IReadOnlyList<BoundExpression> ValuesOf(ActiveRule active) =>
        PlaceOf(active) is { } place ? Rules[place].Version!.Values : Decision.Otherwise?.Values ?? [];

    /// <summary>A value; unknown where it has no answer.</summary>
    public Value ValueOf(BoundExpression value)
    {
        try
        {
            return Evaluation.Evaluate(value, Scope);
        }
        catch (EvaluationFaultException)
        {
            return new UnknownValue([], []);
        }
    }

    // As long as the outcome is open, so is whether the hit policy will take a rule that applies.
    private RuleStanding Applying =>
        Outcome.Status == OutcomeStatus.Undecided ? RuleStanding.Active : RuleStanding.PassedOver;

    private RuleStanding StandingOfBlocker(int place) => _run.Stands[place] switch
    {
        BooleanValue { Value: true } => RuleStanding.Standing,
        BooleanValue => RuleStanding.Blocked,
        _ => RuleStanding.Open,
    };

    private (RuleStanding Standing, SlicedRule? By) Beaten(int place)
    {
        var rule = Rules[place];
        var blocker = rule.Blockers.FirstOrDefault(other => Kleene.IsTrue(_run.Stands[other]), -1);
        if (blocker >= 0)
        {
            return (RuleStanding.Blocked, Rules[blocker]);
        }

        // The last in the chain is the one that stands.
        var by = rule.Below.LastOrDefault(other => Kleene.IsTrue(_run.Live[other]), -1);
        return by >= 0 ? (RuleStanding.Overridden, Rules[by])
            : Kleene.IsTrue(_run.Active[place]) ? (Applying, null)
            : Kleene.IsFalse(_run.Live[place]) ? (RuleStanding.Blocked, BlockedParentOf(rule))
            : (RuleStanding.Open, null);
    }

    // An exception lives inside its parents' case: where a parent is blocked, so is it.
    private SlicedRule? BlockedParentOf(SlicedRule rule) => rule.Parents
        .Where(parent => Kleene.IsFalse(_run.Live[parent]))
        .Select(parent => Beaten(parent).By)
        .FirstOrDefault();

    // Each rule above is gone through once: exceptions to two rules, again and again, have ever more ways up.
    private IEnumerable<StatedCondition> Conditions(SlicedRule rule, string? inheritedFrom, HashSet<int> seen)
    {
        var inherited = rule.Rule.Regardless
            ? []
            : rule.Parents.Where(seen.Add)
                .SelectMany(parent => Conditions(Rules[parent], Rules[parent].Rule.Name, seen));
        return inherited.Concat(PartsOf(rule).Select(part => new StatedCondition(part, inheritedFrom)));
    }

    private static IReadOnlyList<BoundExpression> PartsOf(SlicedRule rule) => rule.Version?.When switch
    {
        null => [],
        LogicalBoundExpression { IsAnd: true } conjunction => conjunction.Operands,
        var condition => [condition],
    };
}

/// <summary>A condition and the rule that states it, where it is another one than the rule at hand.</summary>
internal sealed record StatedCondition(BoundExpression Condition, string? InheritedFrom)
{
    /// <summary>The condition in the language's words.</summary>
    public string Text { get; } = ExpressionText.Of(Condition);
}
