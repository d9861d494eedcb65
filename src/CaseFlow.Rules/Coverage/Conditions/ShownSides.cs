using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Coverage.Conditions;

/// <summary>
/// The sides that one case shows in one decision: a rule is in force, what it inherits holds, and its condition would
/// come out otherwise if the part did.
/// </summary>
internal static class ShownSides
{
    /// <summary>The sides, part by part.</summary>
    public static IEnumerable<(BoundExpression Part, bool Holds)> Of(DecisionAccount account) => account.Rules
        .Where(rule => rule.Version?.When is not null && Inherits(account, rule, []))
        .SelectMany(rule => Of(account, rule.Version!.When!));

    private static IEnumerable<(BoundExpression Part, bool Holds)> Of(
        DecisionAccount account, BoundExpression condition)
    {
        var values = ConditionParts.Of(condition)
            .Select(part => KeyValuePair.Create(part, Known(account.Holds(part))))
            .ToList();
        foreach (var (part, value) in values)
        {
            if (value is { } holds && Hangs(condition, part, values))
            {
                yield return (part, holds);
            }
        }
    }

    private static bool Hangs(
        BoundExpression condition, BoundExpression part, List<KeyValuePair<BoundExpression, bool?>> values)
    {
        bool? Whole(bool forced) => ConditionParts.Value(condition, inner => ReferenceEquals(inner, part)
            ? forced
            : values.Find(value => ReferenceEquals(value.Key, inner)).Value);
        return Whole(true) is { } whenSo && Whole(false) is { } whenNot && whenSo != whenNot;
    }

    // A parent that was gone through holds, else the answer were known already.
    private static bool Inherits(DecisionAccount account, SlicedRule rule, HashSet<int> seen) =>
        rule.Rule.Regardless || rule.Parents.Where(seen.Add).All(place => account.Rules[place] is var parent
            && parent.Version is { } version
            && (version.When is not { } when || Kleene.IsTrue(account.Holds(when)))
            && Inherits(account, parent, seen));

    private static bool? Known(Value value) => value is BooleanValue known ? known.Value : null;
}
