using System.Linq.Expressions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using ConstantExpression = CaseFlow.Rules.Binding.Expressions.ConstantExpression;
using Variable = System.Linq.Expressions.ParameterExpression;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// Turns expressions of the intermediate form into expression trees over a frame: conditions as truths in two bits,
/// everything else as values. Parts are evaluated in the interpreter's order, and passed over where it does so.
/// </summary>
internal sealed partial class Emitter(PackCode code, Variable frame)
{
    private readonly Dictionary<ElementVariable, Variable> _elements = [];

    /// <summary>The truth of an expression used as a condition.</summary>
    public Expression Condition(BoundExpression expression) => expression switch
    {
        ConstantExpression constant => Expression.Constant(Truths.Of(constant.Value)),
        NotBoundExpression not => Call(nameof(Truths.Not), typeof(Truths), Condition(not.Operand)),
        LogicalBoundExpression logical => Logical(logical),
        ComparisonBoundExpression comparison => Comparison(comparison),
        MembershipBoundExpression membership => Membership(membership),
        MissingTestBoundExpression test => Operation(
            nameof(Operations.IsMissing), Value(test.Operand), Expression.Constant(test.IsRecorded)),
        QuantifierBoundExpression quantifier => Quantifier(quantifier),
        MentionsBoundExpression mentions => OfFrame(
            nameof(Frame.Mentions), Expression.Constant(mentions), Value(mentions.Text)),
        ConditionalBoundExpression conditional when IsTruth(conditional) => Conditional(conditional, Condition),
        _ => Call(nameof(Truths.Of), typeof(Truths), Value(expression)),
    };

    /// <summary>The value of an expression.</summary>
    public Expression Value(BoundExpression expression) => expression switch
    {
        ConstantExpression constant => Expression.Constant(constant.Value, typeof(Value)),
        FactExpression fact => Fact(fact.Fact),
        FieldExpression field => OfFrame(
            nameof(Frame.Field),
            Value(field.Target),
            Expression.Constant(field.Field),
            Expression.Constant(code.AssumptionOf(field.Field))),
        DefinitionExpression definition => OfFrame(
            nameof(Frame.Definition), Expression.Constant(code.NumberOf(definition.Definition))),
        OutputExpression output => OfFrame(
            nameof(Frame.Output),
            Expression.Constant(code.NumberOf(output.Decision)),
            Expression.Constant(output.Output)),
        Binding.Expressions.ParameterExpression parameter => OfFrame(
            nameof(Frame.Parameter),
            Expression.Constant(code.NumberOf(parameter.Parameter)),
            Expression.Constant(parameter.Parameter)),
        TodayBoundExpression => OfFrame(nameof(Frame.Today)),
        CaseExpression property => OfFrame(nameof(Frame.Case), Expression.Constant(property)),
        ElementExpression element => _elements[element.Variable],
        ConditionalBoundExpression conditional when !IsTruth(conditional) => Conditional(conditional, Value),
        ArithmeticBoundExpression arithmetic => Operation(
            nameof(Operations.Arithmetic),
            Expression.Constant(arithmetic.Operator),
            Value(arithmetic.Left),
            Value(arithmetic.Right)),
        DateSumExpression sum => Operation(
            nameof(Operations.DateSum),
            Value(sum.Date),
            Value(sum.Duration),
            Expression.Constant(sum.IsPlus),
            Calendar(sum.Calendar)),
        SpanBoundExpression span => Operation(
            nameof(Operations.Span),
            Expression.Constant(span.Unit),
            Value(span.From),
            Value(span.To),
            Calendar(span.Calendar)),
        CountBoundExpression count => Count(count),
        CountTrueBoundExpression count => CountTrue(count),
        AggregateBoundExpression aggregate => Aggregate(aggregate),
        _ when IsTruth(expression) =>
            Call(nameof(Truths.ToValue), typeof(Truths), Condition(expression)),
        _ => OfFrame(nameof(Frame.GiveUp)),
    };

    // Whether the value is yes, no or untold and never missing, so that its truth says all of it.
    private static bool IsTruth(BoundExpression expression) => expression switch
    {
        ConditionalBoundExpression conditional => IsTruth(conditional.Then) && IsTruth(conditional.Else),
        ConstantExpression constant => constant.Value is BooleanValue,
        NotBoundExpression or LogicalBoundExpression or ComparisonBoundExpression or MembershipBoundExpression
            or MissingTestBoundExpression or QuantifierBoundExpression or MentionsBoundExpression => true,
        _ => false,
    };

    private Expression Fact(FieldSymbol fact) => fact.Assumed is null
        ? OfFrame(nameof(Frame.Fact), Expression.Constant(fact))
        : OfFrame(
            nameof(Frame.FactOrAssumed), Expression.Constant(fact), Expression.Constant(code.AssumptionOf(fact)));

    private System.Linq.Expressions.ConstantExpression Calendar(CalendarSymbol? calendar) => Expression.Constant(
        code.CalendarOf(calendar), typeof(Calendars.WorkingCalendar));

    private MethodCallExpression OfFrame(string method, params Expression[] arguments) =>
        Expression.Call(frame, typeof(Frame).GetMethod(method)!, arguments);

    private static MethodCallExpression Operation(string method, params Expression[] arguments) =>
        Call(method, typeof(Operations), arguments);

    private static MethodCallExpression Call(string method, Type owner, params Expression[] arguments) =>
        Expression.Call(
            owner.GetMethod(method, [.. arguments.Select(argument => argument.Type)])
                ?? throw new InvalidOperationException($"There is no {owner.Name}.{method} for these."),
            arguments);
}
