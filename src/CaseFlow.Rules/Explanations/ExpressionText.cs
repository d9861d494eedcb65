using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

/// <summary>
/// An expression in the language's English surface with canonical names: what traces and findings quote.
/// </summary>
public static class ExpressionText
{
    /// <summary>`petition.kind is complaint`.</summary>
    public static string Of(BoundExpression expression) => expression switch
    {
        ConstantExpression constant => ValueText.Of(constant.Value),
        FactExpression fact => fact.Fact.Path,
        FieldExpression field => Of(field.Target) + "." + field.Field.Name,
        ParameterExpression parameter => parameter.Parameter.Name,
        DefinitionExpression definition => definition.Definition.Name,
        OutputExpression output => output.Decision.Name + "." + output.Output.Name,
        InputExpression input => input.Input.Path,
        CaseExpression property => "case." + CaseReading.NameOf(property),
        ElementExpression element => element.Variable.Name,
        TodayBoundExpression => "today",
        NotBoundExpression not => "not " + Inner(not.Operand),
        LogicalBoundExpression logical => string.Join(logical.IsAnd ? " and " : " or ", logical.Operands.Select(Inner)),
        ComparisonBoundExpression comparison =>
            Inner(comparison.Left) + " " + WordOf(comparison.Operator) + " " + Inner(comparison.Right),
        MembershipBoundExpression membership => Inner(membership.Operand) + " is one of " + All(membership.Choices),
        MissingTestBoundExpression test => Inner(test.Operand) + (test.IsRecorded ? " is recorded" : " is missing"),
        ArithmeticBoundExpression arithmetic =>
            Inner(arithmetic.Left) + " " + SignOf(arithmetic.Operator) + " " + Inner(arithmetic.Right),
        _ => OfDatesAndLists(expression),
    };

    private static string OfDatesAndLists(BoundExpression expression) => expression switch
    {
        DateSumExpression sum => Inner(sum.Date) + (sum.IsPlus ? " plus " : " minus ") + Inner(sum.Duration)
            + On(sum.Calendar),
        SpanBoundExpression span =>
            UnitOf(span.Unit) + " from " + Inner(span.From) + " to " + Inner(span.To) + On(span.Calendar),
        ConditionalBoundExpression conditional =>
            "if " + Of(conditional.Condition) + " then " + Of(conditional.Then) + " else " + Of(conditional.Else),
        QuantifierBoundExpression quantifier => WordOf(quantifier) + " " + quantifier.Variable.Name + " in "
            + Of(quantifier.List) + " satisfies (" + Of(quantifier.Predicate) + ")",
        CountBoundExpression { Predicate: null } count => "count of " + Of(count.List),
        CountBoundExpression count => "count of " + count.Variable!.Name + " in " + Of(count.List)
            + " where (" + Of(count.Predicate!) + ")",
        CountTrueBoundExpression count => "count true " + All(count.Operands),
        AggregateBoundExpression aggregate => OfAggregate(aggregate),
        MentionsBoundExpression mentions => OfMentions(mentions),
        _ => "?",
    };

    private static string On(CalendarSymbol? calendar) => calendar is null ? "" : " on calendar " + calendar.Name;

    private static string OfAggregate(AggregateBoundExpression aggregate)
    {
        var kind = aggregate.Kind switch
        {
            AggregateKind.Total => "total of ",
            AggregateKind.Highest => "highest of ",
            _ => "lowest of ",
        };
        var where = aggregate.Predicate is { } predicate ? " where (" + Of(predicate) + ")" : "";
        return kind + Inner(aggregate.Operand) + " for " + aggregate.Variable.Name
            + " in " + Of(aggregate.List) + where;
    }

    private static string OfMentions(MentionsBoundExpression mentions) =>
        Inner(mentions.Text) + (mentions.All ? " mentions all of " : " mentions any of ")
        + (mentions.Words?.Name ?? string.Join(", ", mentions.Phrases.Select(phrase => "\"" + phrase + "\"")))
        + (mentions.Exactly ? " exactly" : "");

    private static string All(IReadOnlyList<BoundExpression> parts) => "(" + string.Join(", ", parts.Select(Of)) + ")";

    private static string Inner(BoundExpression part) =>
        part is LogicalBoundExpression or ArithmeticBoundExpression or DateSumExpression or ConditionalBoundExpression
            ? "(" + Of(part) + ")"
            : Of(part);

    private static string WordOf(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "is",
        ComparisonOperator.NotEqual => "is not",
        ComparisonOperator.Less => "is less than",
        ComparisonOperator.LessOrEqual => "is at most",
        ComparisonOperator.Greater => "is more than",
        _ => "is at least",
    };

    private static string WordOf(QuantifierBoundExpression quantifier) => quantifier.Kind switch
    {
        QuantifierKind.Any => "any",
        QuantifierKind.Every => "every",
        QuantifierKind.None => "none",
        _ => "at least " + quantifier.AtLeast.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string SignOf(ArithmeticOperator operation) => operation switch
    {
        ArithmeticOperator.Add => "plus",
        ArithmeticOperator.Subtract => "minus",
        ArithmeticOperator.Multiply => "*",
        _ => "/",
    };

    private static string UnitOf(DurationUnit unit) => unit switch
    {
        DurationUnit.Day => "days",
        DurationUnit.WorkingDay => "working days",
        DurationUnit.Month => "months",
        _ => "years",
    };
}
