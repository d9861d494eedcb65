using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Coverage.Conditions;

/// <summary>A condition taken apart at `and`, `or` and `not`.</summary>
internal static class ConditionParts
{
    /// <summary>The parts that are taken no further apart, in order.</summary>
    public static IEnumerable<BoundExpression> Of(BoundExpression condition) => condition switch
    {
        NotBoundExpression not => Of(not.Operand),
        LogicalBoundExpression logical => logical.Operands.SelectMany(Of),
        _ => [condition],
    };

    /// <summary>The whole by what its parts are; null: unknown.</summary>
    public static bool? Value(BoundExpression condition, Func<BoundExpression, bool?> part) => condition switch
    {
        NotBoundExpression not => !Value(not.Operand, part),
        LogicalBoundExpression logical => Joined(logical, part),
        _ => part(condition),
    };

    /// <summary>The whole as sets of cases, one part being always so, or never.</summary>
    public static Truth With(
        this ConditionReader reader, RegionSpace space, BoundExpression condition, BoundExpression part, Truth forced)
    {
        Truth Read(BoundExpression inner) => reader.With(space, inner, part, forced);
        return condition switch
        {
            _ when ReferenceEquals(condition, part) => forced,
            NotBoundExpression not => Read(not.Operand).Opposite,
            LogicalBoundExpression { IsAnd: true } all =>
                all.Operands.Aggregate(Truth.Always, (truth, next) => space.Both(truth, Read(next))),
            LogicalBoundExpression any =>
                any.Operands.Aggregate(Truth.Never, (truth, next) => space.Either(truth, Read(next))),
            _ => reader.Truth(condition),
        };
    }

    private static bool? Joined(LogicalBoundExpression logical, Func<BoundExpression, bool?> part)
    {
        var isUnknown = false;
        foreach (var operand in logical.Operands)
        {
            var value = Value(operand, part);
            if (value == !logical.IsAnd)
            {
                return value;
            }

            isUnknown |= value is null;
        }

        return isUnknown ? null : logical.IsAnd;
    }
}
