using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

// Here: arithmetic, date sums and spans. Units of durations are checked later, when every output is bound.
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindOnCalendar(OnCalendarExpression onCalendar, ExpressionScope scope, RuleType? expected)
    {
        var calendar = scope.Module.Resolve(
            scope.Module.Names.Calendars, onCalendar.Calendar, RulesCodes.UnknownCalendar);
        return Bind(onCalendar.Operand, scope with { Calendar = calendar }, expected);
    }

    private BoundExpression BindSpan(SpanExpression span, ExpressionScope scope)
    {
        var from = AsDate(span.From, scope);
        var to = AsDate(span.To, scope);
        var calendar = span.Calendar is { } name
            ? scope.Module.Resolve(scope.Module.Names.Calendars, name, RulesCodes.UnknownCalendar)
            : scope.Calendar;
        if (span.Unit == DurationUnit.WorkingDay && calendar is null && span.Calendar is null)
        {
            findings.Add(DiagnosticBag.Of(RulesCodes.CalendarNeeded, span.Span, scope.Module.TextOf(span)) with
            {
                Fixes = scope.Module.OnCalendar(span.Span),
            });
        }

        return new SpanBoundExpression(span.Unit, from, to, calendar, span.Span);
    }

    private BoundExpression AsDate(ExpressionSyntax syntax, ExpressionScope scope) =>
        BindAs(syntax, scope, RuleType.Date);

    private BoundExpression BindArithmetic(ArithmeticExpression arithmetic, ExpressionScope scope)
    {
        var left = Operand(arithmetic.Left, scope);
        var right = Operand(arithmetic.Right, scope);
        if (IsError(left) || IsError(right))
        {
            return new ErrorBoundExpression(arithmetic.Span);
        }

        if (left.Type.Kind == TypeKind.Date && right.Type.Kind == TypeKind.Duration
            && arithmetic.Operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract)
        {
            return new DateSumExpression(
                left, arithmetic.Operator == ArithmeticOperator.Add, right, scope.Calendar, arithmetic.Span);
        }

        if (ResultOf(arithmetic.Operator, left.Type.Kind, right.Type.Kind) is not { } type)
        {
            findings.Report(
                RulesCodes.OperatorNotDefined,
                arithmetic.Span,
                Symbol(arithmetic.Operator),
                Words(left.Type, scope),
                Words(right.Type, scope));
            return new ErrorBoundExpression(arithmetic.Span);
        }

        if (arithmetic.Operator == ArithmeticOperator.Divide && IsZero(right))
        {
            findings.Report(RulesCodes.DivisionByZero, arithmetic.Right.Span);
        }

        return new ArithmeticBoundExpression(arithmetic.Operator, left, right, type, arithmetic.Span);
    }

    private BoundExpression BindMoney(MoneyLiteral money, ExpressionScope scope)
    {
        if (MoneyUnits.FromMajor(money.Amount, money.Currency) is { } value)
        {
            return new ConstantExpression(value, RuleType.Money, money.Span);
        }

        findings.Report(RulesCodes.MoneyTooFine, money.Span, scope.Module.TextOf(money), money.Currency);
        return new ErrorBoundExpression(money.Span);
    }

    private static RuleType? ResultOf(ArithmeticOperator operation, TypeKind left, TypeKind right) =>
        (operation, left, right) switch
        {
            (_, TypeKind.Number, TypeKind.Number) => RuleType.Number,
            (ArithmeticOperator.Add or ArithmeticOperator.Subtract, TypeKind.Duration, TypeKind.Duration) =>
                RuleType.Duration,
            (ArithmeticOperator.Add or ArithmeticOperator.Subtract, TypeKind.Money, TypeKind.Money) => RuleType.Money,
            (ArithmeticOperator.Multiply, TypeKind.Number, TypeKind.Money) => RuleType.Money,
            (ArithmeticOperator.Multiply or ArithmeticOperator.Divide, TypeKind.Money, TypeKind.Number) =>
                RuleType.Money,
            (ArithmeticOperator.Multiply, TypeKind.Number, TypeKind.Duration) => RuleType.Duration,
            (ArithmeticOperator.Multiply, TypeKind.Duration, TypeKind.Number) => RuleType.Duration,
            _ => null,
        };

    private static bool IsZero(BoundExpression divisor) => divisor switch
    {
        ConstantExpression { Value: NumberValue { Value: 0 } } => true,
        ArithmeticBoundExpression { Operator: ArithmeticOperator.Multiply } product =>
            IsZero(product.Left) || IsZero(product.Right),
        ArithmeticBoundExpression
        {
            Operator: ArithmeticOperator.Subtract,
            Left: ConstantExpression { Value: NumberValue left },
            Right: ConstantExpression { Value: NumberValue right },
        } => left.Value == right.Value,
        _ => false,
    };

    private static string Symbol(ArithmeticOperator operation) => operation switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        _ => "/",
    };
}
