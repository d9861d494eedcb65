using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Analysis.Decisions;

/// <summary>Where two rules give different values to the same case.</summary>
internal static class Conflicts
{
    /// <summary>The cases in which both are active and some output differs.</summary>
    public static int Between(DecisionCases decision, Candidate one, Candidate other)
    {
        var space = decision.Space;
        if (AreSame(one, other) || space.AreApart(one.Active.Yes, other.Active.Yes))
        {
            return RegionSpace.Never;
        }

        var differ = space.Any([.. one.Version.Values
            .Zip(other.Version.Values)
            .Select(pair => decision.Reader.AreEqual(pair.First, pair.Second).No)]);
        return space.And(space.And(one.Active.Yes, other.Active.Yes), differ);
    }

    /// <summary>Whether two rules give the same values by what is written.</summary>
    public static bool AreSame(Candidate one, Candidate other)
    {
        var (left, right) = (one.Version.Values, other.Version.Values);
        for (var place = 0; place < left.Count; place++)
        {
            if (!AreSame(left[place], right[place]))
            {
                return false;
            }
        }

        return left.Count == right.Count;
    }

    private static bool AreSame(BoundExpression left, BoundExpression right) =>
        left is ConstantExpression one && right is ConstantExpression other
            ? one.Value.Equals(other.Value)
            : ExpressionKey.Of(left) == ExpressionKey.Of(right);
}
