using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Rules.Comparison;

/// <summary>A decision that both packs have: its rules in pairs, and what else of its text differs.</summary>
internal sealed class DecisionPair
{
    /// <summary>Compares the texts of a decision.</summary>
    public DecisionPair(BoundDecision before, BoundDecision after)
    {
        (Before, After) = (before, after);
        Rules = new RulePairs(before, after);
        Frame = [.. FrameChanges().OfType<ChangeCause>()];
    }

    /// <summary>As the old pack has it.</summary>
    public BoundDecision Before { get; }

    /// <summary>As the new pack has it.</summary>
    public BoundDecision After { get; }

    /// <summary>The rules.</summary>
    public RulePairs Rules { get; }

    /// <summary>What differs in its hit policy, governing date, applicability, `otherwise`, transitions.</summary>
    public IReadOnlyList<ChangeCause> Frame { get; }

    /// <summary>All that differs in the texts.</summary>
    public IEnumerable<ChangeCause> All => Frame.Concat(Rules.All.Select(pair => pair.Change).OfType<ChangeCause>());

    private IEnumerable<ChangeCause?> FrameChanges()
    {
        yield return Part(CauseKind.Policy, RuleText.Policy(Before), RuleText.Policy(After));
        yield return Part(
            CauseKind.GoverningDate, ExpressionText.Of(Before.GoverningDate), ExpressionText.Of(After.GoverningDate));
        yield return Part(
            CauseKind.Applies,
            Before.Applies is null ? null : ExpressionText.Of(Before.Applies),
            After.Applies is null ? null : ExpressionText.Of(After.Applies));
        yield return Part(CauseKind.Otherwise, RuleText.Of(Before.Otherwise), RuleText.Of(After.Otherwise));
        foreach (var name in Before.Transitions.Concat(After.Transitions).Select(clause => clause.Name).Distinct())
        {
            var (old, now) = (Named(Before, name), Named(After, name));
            var part = Part(
                CauseKind.Transition, old is null ? null : RuleText.Of(old), now is null ? null : RuleText.Of(now));
            yield return part is null
                ? null
                : part with { Name = name, PlaceBefore = old?.Span, PlaceAfter = now?.Span };
        }
    }

    private static BoundTransition? Named(BoundDecision decision, string name) =>
        decision.Transitions.FirstOrDefault(clause => clause.Name == name);

    private ChangeCause? Part(CauseKind kind, string? before, string? after) => before == after
        ? null
        : SymbolChanges.Cause(kind, After.Symbol.Name, Before.Symbol, After.Symbol, before, after);
}
