using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// One decision on one case by monotone bounds: the equations of the language computed in three-valued logic, so that
/// what they settle holds under every completion of the unknown facts.
/// </summary>
internal sealed class DecisionRun(CaseEvaluation evaluation, DecisionPlan plan)
{
    private Value[] _pre = [];
    private Value[] _stands = [];
    private Value[] _live = [];

    /// <summary>The day whose law counts, and how it was found.</summary>
    public GoverningDay Day { get; private set; } = GoverningDay.None;

    /// <summary>The rules in force then; null where the day is not known.</summary>
    public DecisionSlice? Slice { get; private set; }

    /// <summary>`applies when`.</summary>
    public Value Applies { get; private set; } = BooleanValue.Yes;

    /// <summary>active(r) for each rule, in source order; a blocker is never active.</summary>
    public Value[] Active { get; private set; } = [];

    /// <summary>live(r) for each rule.</summary>
    public IReadOnlyList<Value> Live => _live;

    /// <summary>pre(r) for each rule, without `applies when`.</summary>
    public IReadOnlyList<Value> Pre => _pre;

    /// <summary>stands(b) for each blocker, no for other rules.</summary>
    public IReadOnlyList<Value> Stands => _stands;

    /// <summary>The outcome that the bounds settle.</summary>
    public DecisionOutcome Conclude()
    {
        var decision = plan.Decision;
        Day = GoverningDay.Of(evaluation, decision);
        Applies = decision.Applies is { } applies && !Day.IsMissing
            ? Kleene.Truth(evaluation.Evaluate(applies, Day.Scope))
            : BooleanValue.Yes;
        var conclusion = new Conclusion(evaluation, decision, Day);
        if (Kleene.IsFalse(Applies) || Day.IsMissing)
        {
            return conclusion.NotApplicable();
        }

        if (Day.Unknown is { } unknown)
        {
            return conclusion.Undecided(Kleene.Join(unknown, Applies)!);
        }

        Slice = plan.On(Day.Day!.Value);
        Propagate(Slice);
        return conclusion.From(Slice, Active, IsSomeRuleLive(Slice), Applies);
    }

    /// <summary>Whether a rule's own condition holds.</summary>
    public Value When(SlicedRule rule) => rule.Version switch
    {
        null => BooleanValue.No,
        { When: null } => BooleanValue.Yes,
        { When: { } when } => Kleene.Truth(evaluation.Evaluate(when, new Scope(Day.Day))),
    };

    // Of the live rules at and below one that is live, the lowest are active: then some rule is, though not told which.
    private bool IsSomeRuleLive(DecisionSlice slice) =>
        Enumerable.Range(0, _live.Length).Any(index => !slice.Rules[index].IsBlocker && Kleene.IsTrue(_live[index]));

    private void Propagate(DecisionSlice slice)
    {
        var count = slice.Rules.Length;
        (_pre, _stands, _live, Active) = (new Value[count], new Value[count], new Value[count], new Value[count]);
        foreach (var index in slice.Order)
        {
            _pre[index] = PreOf(slice.Rules[index]);
        }

        for (var place = count - 1; place >= 0; place--)
        {
            var index = slice.Order[place];
            var rule = slice.Rules[index];
            _stands[index] = rule.IsBlocker ? Unless(_pre[index], rule.Blockers, _stands) : BooleanValue.No;
        }

        foreach (var index in slice.Order)
        {
            var rule = slice.Rules[index];
            var inherited = rule.Rule.Regardless ? _pre[index] : AllOf(_pre[index], rule, _live);
            _live[index] = Unless(inherited, rule.Blockers, _stands);
        }

        for (var index = 0; index < count; index++)
        {
            var rule = slice.Rules[index];
            Active[index] = rule.IsBlocker ? BooleanValue.No : Unless(_live[index], rule.Below, _live);
        }
    }

    // The parents come first: where one does not hold, the rule's own condition is not asked.
    private Value PreOf(SlicedRule rule)
    {
        var parents = rule.Rule.Regardless ? BooleanValue.Yes : AllOf(BooleanValue.Yes, rule, _pre);
        return rule.Version is null || Kleene.IsFalse(parents) ? BooleanValue.No : Kleene.And(parents, When(rule));
    }

    private static Value AllOf(Value value, SlicedRule rule, Value[] of)
    {
        foreach (var parent in rule.Parents)
        {
            value = Kleene.And(value, of[parent]);
        }

        return value;
    }

    private static Value Unless(Value value, int[] others, Value[] hold)
    {
        foreach (var other in others)
        {
            if (Kleene.IsFalse(value))
            {
                break;
            }

            value = Kleene.And(value, Kleene.Not(hold[other]));
        }

        return value;
    }
}
