using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>
/// Binds expressions: names become symbols, types are checked, sugar goes. What cannot be bound is reported once.
/// </summary>
internal sealed partial class ExpressionBinder(DiagnosticBag findings, PathBinder paths)
{
    /// <summary>Binds an expression of any type.</summary>
    /// <param name="syntax">As written.</param>
    /// <param name="scope">What names mean here.</param>
    /// <param name="expected">The type looked for, by which enum members are found; null for any.</param>
    public BoundExpression Bind(
        ExpressionSyntax syntax, ExpressionScope scope, RuleType? expected = null) => syntax switch
    {
        PathExpression path => paths.Bind(path, scope, expected),
        TodayExpression today => new TodayBoundExpression(today.Span),
        NotExpression not => new NotBoundExpression(Condition(not.Operand, scope), not.Span),
        LogicalExpression logical => BindLogical(logical, scope),
        ComparisonExpression comparison => BindComparison(comparison, scope),
        MembershipExpression membership => BindMembership(membership, scope),
        BetweenExpression between => BindBetween(between, scope),
        MissingTestExpression test => new MissingTestBoundExpression(
            Bind(test.Operand, scope), test.IsRecorded, test.Span),
        ArithmeticExpression arithmetic => BindArithmetic(arithmetic, scope),
        OnCalendarExpression onCalendar => BindOnCalendar(onCalendar, scope, expected),
        SpanExpression span => BindSpan(span, scope),
        ConditionalExpression conditional => BindConditional(conditional, scope, expected),
        QuantifierExpression quantifier => BindQuantifier(quantifier, scope),
        CountOfExpression count => BindCount(count, scope),
        CountTrueExpression count => new CountTrueBoundExpression(
            [.. count.Operands.Select(operand => Condition(operand, scope with { Place = null }))], count.Span),
        MentionsExpression mentions => BindMentions(mentions, scope),
        AggregateExpression aggregate => BindAggregate(aggregate, scope),
        MoneyLiteral money => BindMoney(money, scope),
        _ => Literal(syntax, expected),
    };

    /// <summary>
    /// Binds an expression that must be of a type; a value that may be missing only where the type says so.
    /// </summary>
    /// <param name="syntax">As written.</param>
    /// <param name="scope">What names mean here.</param>
    /// <param name="required">The type.</param>
    /// <param name="target">What receives the value, for findings; null: the expression itself.</param>
    /// <param name="makeOptional">Lets the target be missing, where that concerns nothing else.</param>
    public BoundExpression BindAs(
        ExpressionSyntax syntax,
        ExpressionScope scope,
        RuleType required,
        string? target = null,
        TextFix? makeOptional = null)
    {
        var bound = Bind(syntax, scope, required);
        if (IsError(bound) || required.Kind == TypeKind.Error)
        {
            return bound;
        }

        if (!IsSame(bound.Type, required))
        {
            return Wrong(syntax, bound, required, scope);
        }

        if (bound is ConstantExpression { Value: MissingValue } && !required.Optional)
        {
            findings.Add(DiagnosticBag.Of(
                RulesCodes.NotOptional, syntax.Span, target ?? scope.Module.TextOf(syntax)) with
            {
                Fixes = makeOptional is null ? [] : [makeOptional],
            });
            return new ErrorBoundExpression(syntax.Span);
        }

        return required.Optional ? bound : DemandRecorded(bound, scope);
    }

    /// <summary>Binds a condition.</summary>
    public BoundExpression Condition(ExpressionSyntax syntax, ExpressionScope scope)
    {
        scope = scope.In(syntax);
        var bound = Bind(syntax, scope, RuleType.Boolean);
        if (IsError(bound))
        {
            return bound;
        }

        if (bound.Type.Kind != TypeKind.Boolean)
        {
            findings.Report(
                RulesCodes.NotACondition, syntax.Span, scope.Module.TextOf(syntax), Words(bound.Type, scope));
            return new ErrorBoundExpression(syntax.Span);
        }

        return DemandRecorded(bound, scope);
    }

    /// <summary>Binds a value that must be there to be worked with.</summary>
    public BoundExpression Operand(ExpressionSyntax syntax, ExpressionScope scope) =>
        DemandRecorded(Bind(syntax, scope), scope);

    /// <summary>Whether two types are the same but for `optional`.</summary>
    public static bool IsSame(RuleType left, RuleType right)
    {
        if (left.Kind != right.Kind || left.Enum != right.Enum || left.Record != right.Record)
        {
            return false;
        }

        return left.Element is null || right.Element is null || IsSame(left.Element, right.Element);
    }

    private static bool IsError(BoundExpression bound) =>
        bound.Type.Kind == TypeKind.Error && bound is not ConstantExpression;

    private static bool MayMiss(BoundExpression bound, ExpressionScope scope) =>
        !Recorded.IsSure(bound, scope.Settled);

    private BoundExpression DemandRecorded(BoundExpression bound, ExpressionScope scope)
    {
        if (!scope.MayMiss && MayMiss(bound, scope))
        {
            findings.Add(DiagnosticBag.Of(
                RulesCodes.MayBeMissing, bound.Span, scope.Module.TextOf(bound.Span)) with
            {
                Fixes = RecordedFirst.Fixes(bound, scope),
            });
        }

        return bound;
    }

    private ErrorBoundExpression Wrong(
        ExpressionSyntax syntax, BoundExpression bound, RuleType required, ExpressionScope scope)
    {
        findings.Add(DiagnosticBag.Of(
            RulesCodes.WrongType,
            syntax.Span,
            scope.Module.TextOf(syntax),
            Words(bound.Type, scope),
            Words(required, scope)) with
        {
            Fixes = syntax is NumberLiteral number
                ? UnitsFor(number, required, scope.Module)
                : QuotedDates.Fixes(bound, required),
        });
        return new ErrorBoundExpression(syntax.Span);
    }

    // A number that lacks its unit; which of two is meant only a person knows.
    private static IReadOnlyList<TextFix> UnitsFor(NumberLiteral number, RuleType required, ModuleScope module)
    {
        string[] units = required.Kind switch
        {
            TypeKind.Duration when decimal.IsInteger(number.Value) =>
                [UnitOf(number, Keyword.Day, module), UnitOf(number, Keyword.WorkingDay, module)],
            TypeKind.Money => [MoneyUnits.Dong],
            _ => [],
        };
        return [.. units.Select(unit => Fixing.After(number.Span, " " + unit))];
    }

    private static string UnitOf(NumberLiteral number, Keyword unit, ModuleScope module)
    {
        var phrases = KeywordTable.Find(module.Language)!.Phrases(unit);
        return number.Value == 1 ? phrases[0] : phrases[^1];
    }

    private static Quoted Words(RuleType type, ExpressionScope scope) => TypeWords.Of(type, scope.Module.Language);

    private static BoundExpression Literal(ExpressionSyntax syntax, RuleType? expected) => syntax switch
    {
        NumberLiteral number => new ConstantExpression(new NumberValue(number.Value), RuleType.Number, number.Span),
        DurationLiteral duration => new ConstantExpression(
            new DurationValue(new RuleDuration(duration.Count, duration.Unit)), RuleType.Duration, duration.Span),
        DateLiteral date => new ConstantExpression(new DateValue(date.Value), RuleType.Date, date.Span),
        TextLiteral text => new ConstantExpression(new TextValue(text.Value), RuleType.Text, text.Span),
        BooleanLiteral boolean => new ConstantExpression(
            BooleanValue.Of(boolean.Value), RuleType.Boolean, boolean.Span),
        MissingLiteral missing => new ConstantExpression(
            MissingValue.Instance, (expected ?? RuleType.Error).AsOptional(), missing.Span),
        _ => new ErrorBoundExpression(syntax.Span),
    };
}
