using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Conditions;

// Here: comparisons. Missing equals only missing and is never less or more.
internal sealed partial class ConditionReader
{
    // Enums of more members than this are compared with each other as free things.
    private const int MostMembersCompared = 64;

    private Truth Compared(ComparisonOperator comparison, BoundExpression left, BoundExpression right)
    {
        var (yes, no) = (new List<int>(), new List<int>());
        foreach (var one in Parts(left))
        {
            foreach (var other in Parts(right))
            {
                var cases = space.And(one.Cases, other.Cases);
                if (cases != RegionSpace.Never)
                {
                    var truth = Within(cases, Compared(comparison, one.Leaf, other.Leaf));
                    yes.Add(truth.Yes);
                    no.Add(truth.No);
                }
            }
        }

        return new Truth(space.Any(yes), space.Any(no));
    }

    private Truth Compared(ComparisonOperator comparison, Leaf left, Leaf right) => (left, right) switch
    {
        (ConstantLeaf one, ConstantLeaf other) => Constants(comparison, one.Value, other.Value),
        (VariableLeaf one, ConstantLeaf other) => Line(comparison, one.Variable, other.Value),
        (ConstantLeaf one, VariableLeaf other) => Line(comparison.Mirrored(), other.Variable, one.Value),
        (VariableLeaf one, VariableLeaf other) => Lines(comparison, one.Variable, other.Variable),
        _ => Conditions.Truth.Unknown,
    };

    private static Truth Constants(ComparisonOperator comparison, Value left, Value right)
    {
        try
        {
            return ValueComparison.Compare(comparison, left, right) switch
            {
                BooleanValue { Value: true } => Conditions.Truth.Always,
                BooleanValue => Conditions.Truth.Never,
                _ => Conditions.Truth.Unknown,
            };
        }
        catch (EvaluationFaultException)
        {
            return Conditions.Truth.Unknown;
        }
    }

    private Truth Line(ComparisonOperator comparison, Variable variable, Value value)
    {
        if (value is MissingValue)
        {
            var missing = space.Known(variables.Missing(variable));
            return comparison switch
            {
                ComparisonOperator.Equal => missing,
                ComparisonOperator.NotEqual => missing.Opposite,
                _ => Conditions.Truth.Never,
            };
        }

        var isOrdered = comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        return variable.PositionOf(value) is not { } position || (isOrdered && variable.Type.Kind == TypeKind.Text)
            ? Free(comparison, variable, value)
            : space.Known(comparison switch
            {
                ComparisonOperator.Equal => variables.At(variable, position),
                ComparisonOperator.NotEqual => space.Not(variables.At(variable, position)),
                ComparisonOperator.Less => variables.Below(variable, position, orEqual: false),
                ComparisonOperator.LessOrEqual => variables.Below(variable, position, orEqual: true),
                ComparisonOperator.Greater => variables.Above(variable, position, orEqual: false),
                _ => variables.Above(variable, position, orEqual: true),
            });
    }

    private Truth Lines(ComparisonOperator comparison, Variable left, Variable right)
    {
        if (left == right)
        {
            return comparison switch
            {
                ComparisonOperator.Equal => Conditions.Truth.Always,
                ComparisonOperator.GreaterOrEqual or ComparisonOperator.LessOrEqual =>
                    space.Known(space.Not(variables.Missing(left))),
                _ => Conditions.Truth.Never,
            };
        }

        if (comparison == ComparisonOperator.NotEqual)
        {
            return Lines(ComparisonOperator.Equal, left, right).Opposite;
        }

        var (noLeft, noRight) = (variables.Missing(left), variables.Missing(right));
        var recorded = space.And(space.Not(noLeft), space.Not(noRight));
        var both = comparison == ComparisonOperator.Equal ? space.And(noLeft, noRight) : RegionSpace.Never;
        return space.Known(space.Or(both, space.And(recorded, Recorded(comparison, left, right))));
    }

    // Both are recorded. Few values are gone through one by one; of many, only how the two stand is looked at.
    private int Recorded(ComparisonOperator comparison, Variable left, Variable right)
    {
        var count = left.Type.Kind == TypeKind.Boolean ? 2 : left.Type.Enum?.Members.Count ?? 0;
        if (count is > 0 and <= MostMembersCompared)
        {
            return space.Any([.. Enumerable.Range(0, count).Select(place => space.And(
                variables.At(left, place),
                Line(comparison.Mirrored(), right, left.ValueAt(place)).Yes))]);
        }

        return left.Level < right.Level
            ? Stands(comparison, OrderOf(left, right))
            : Stands(comparison.Mirrored(), OrderOf(right, left));
    }

    private Variable OrderOf(Variable left, Variable right) => variables.Of(
        "order " + ExpressionKey.Of(left.Expression) + " : " + ExpressionKey.Of(right.Expression),
        level => new Variable(level, VariableKind.Order, RuleType.Number, left.Expression, right.Expression));

    private int Stands(ComparisonOperator comparison, Variable order) => comparison switch
    {
        ComparisonOperator.Less => variables.At(order, 0),
        ComparisonOperator.LessOrEqual => variables.Below(order, 1, orEqual: true),
        ComparisonOperator.Greater => variables.At(order, 2),
        ComparisonOperator.GreaterOrEqual => variables.Above(order, 1, orEqual: true),
        _ => variables.At(order, 1),
    };

    private Truth Free(ComparisonOperator comparison, Variable variable, Value value)
    {
        var constant = new ConstantExpression(value, variable.Type, variable.Expression.Span);
        var condition = new ComparisonBoundExpression(
            comparison, variable.Expression, constant, variable.Expression.Span);
        return space.Known(variables.At(FreeVariable(condition, RuleType.Boolean), 1));
    }
}
