using System.Diagnostics.CodeAnalysis;
using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// Whether two expressions mean the same wherever they stand: equal in all but their places in the text. So a condition
/// that many rules repeat is found to be one.
/// </summary>
internal sealed class Sameness : IEqualityComparer<BoundExpression>
{
    private Sameness()
    {
    }

    /// <summary>The one such comparer.</summary>
    public static Sameness Of { get; } = new();

    /// <inheritdoc/>
    public bool Equals(BoundExpression? x, BoundExpression? y) =>
        ReferenceEquals(x, y)
        || (x is not null && y is not null && OwnOf(x).Equals(OwnOf(y))
            && ExpressionParts.Of(x).SequenceEqual(ExpressionParts.Of(y), this));

    /// <inheritdoc/>
    public int GetHashCode([DisallowNull] BoundExpression obj)
    {
        var hash = new HashCode();
        hash.Add(OwnOf(obj));
        foreach (var part in ExpressionParts.Of(obj))
        {
            hash.Add(GetHashCode(part));
        }

        return hash.ToHashCode();
    }

    // What an expression says beyond its parts.
    private static (Type Kind, object? One, object? Two, object? Three) OwnOf(BoundExpression expression)
    {
        var (one, two, three) = expression switch
        {
            ConstantExpression constant => (constant.Value, null, null),
            FactExpression fact => (fact.Fact, null, null),
            FieldExpression field => (field.Field, null, null),
            ParameterExpression parameter => (parameter.Parameter, null, null),
            DefinitionExpression definition => (definition.Definition, null, null),
            OutputExpression output => (output.Decision, output.Output, null),
            InputExpression input => (input.Input, null, null),
            CaseExpression property => (property.Property, property.Deadline, null),
            ElementExpression element => (element.Variable, null, null),
            LogicalBoundExpression logical => (logical.IsAnd, null, null),
            ComparisonBoundExpression comparison => (comparison.Operator, null, null),
            MissingTestBoundExpression test => (test.IsRecorded, null, null),
            ArithmeticBoundExpression arithmetic => (arithmetic.Operator, null, null),
            DateSumExpression sum => (sum.IsPlus, sum.Calendar, null),
            SpanBoundExpression span => (span.Unit, span.Calendar, null),
            QuantifierBoundExpression quantifier => (quantifier.Kind, quantifier.AtLeast, quantifier.Variable),
            CountBoundExpression count => (count.Variable, count.Predicate is null, null),
            AggregateBoundExpression aggregate => (aggregate.Kind, aggregate.Variable, aggregate.Predicate is null),
            MentionsBoundExpression mentions =>
                (string.Join('\n', mentions.Phrases), mentions.All, mentions.Exactly),
            ErrorBoundExpression => (expression, null, null),
            _ => ((object?)null, (object?)null, (object?)null),
        };
        return (expression.GetType(), one, two, three);
    }
}
