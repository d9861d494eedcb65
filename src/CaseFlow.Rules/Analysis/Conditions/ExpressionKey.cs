using System.Globalization;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Rules.Analysis.Conditions;

/// <summary>A text that two expressions share where they always have the same value.</summary>
internal static class ExpressionKey
{
    /// <summary>The text.</summary>
    public static string Of(BoundExpression expression)
    {
        var parts = string.Join(", ", ExpressionParts.Of(expression).Select(Of));
        return parts.Length == 0 ? Own(expression) : Own(expression) + " (" + parts + ")";
    }

    private static string Own(BoundExpression expression) => expression switch
    {
        ConstantExpression constant => ValueText.Of(constant.Value),
        FactExpression fact => fact.Fact.Path,
        FieldExpression field => "." + field.Field.Name,
        ParameterExpression parameter => parameter.Parameter.Name,
        DefinitionExpression definition => definition.Definition.Name,
        OutputExpression output => output.Decision.Name + "." + output.Output.Name,
        InputExpression input => "input " + input.Input.Name,
        CaseExpression property => "case." + CaseReading.NameOf(property),
        ElementExpression element => "element " + element.Variable.Name,
        LogicalBoundExpression logical => logical.IsAnd ? "and" : "or",
        ComparisonBoundExpression comparison => comparison.Operator.ToString(),
        MissingTestBoundExpression test => test.IsRecorded ? "recorded" : "missing",
        ArithmeticBoundExpression arithmetic => arithmetic.Operator.ToString(),
        DateSumExpression sum => (sum.IsPlus ? "plus on " : "minus on ") + sum.Calendar?.Name,
        SpanBoundExpression span => span.Unit + " on " + span.Calendar?.Name,
        _ => OfLists(expression),
    };

    private static string OfLists(BoundExpression expression) => expression switch
    {
        QuantifierBoundExpression each =>
            string.Create(CultureInfo.InvariantCulture, $"{each.Kind} {each.AtLeast} {each.Variable.Name}"),
        CountBoundExpression count => "count " + count.Variable?.Name,
        AggregateBoundExpression aggregate => aggregate.Kind + " " + aggregate.Variable.Name,
        MentionsBoundExpression mentions => "mentions " + (mentions.All ? "all " : "any ")
            + (mentions.Exactly ? "exactly " : "") + string.Join('|', mentions.Phrases),
        _ => expression.GetType().Name,
    };
}
