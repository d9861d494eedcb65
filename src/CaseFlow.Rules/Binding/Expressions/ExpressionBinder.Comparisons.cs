using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

// Here: comparing values. All comparisons are total: with missing they are false, unless both sides are missing.
internal sealed partial class ExpressionBinder
{
    /// <summary>Compares a bound value with one as written; used by conditions and by the cells of tables.</summary>
    /// <param name="left">The bound side.</param>
    /// <param name="comparison">How, and with what.</param>
    /// <param name="leftSpan">Where the left side is written.</param>
    /// <param name="scope">What names mean here.</param>
    public BoundExpression Compare(
        BoundExpression left,
        (ComparisonOperator Operator, ExpressionSyntax Right, SourceSpan Span) comparison,
        SourceSpan leftSpan,
        ExpressionScope scope)
    {
        if (IsState(left, comparison.Right))
        {
            return CompareState(left, comparison, scope);
        }

        var right = Bind(comparison.Right, scope, left.Type);
        return Checked(left, comparison.Operator, right, (leftSpan, comparison.Span), scope);
    }

    private BoundExpression BindComparison(ComparisonExpression comparison, ExpressionScope scope)
    {
        if (comparison.Left is PathExpression { Parts.Count: 1 } name && !paths.IsValue(name, scope))
        {
            var right = Bind(comparison.Right, scope);
            var member = Bind(name, scope, right.Type);
            return Checked(member, comparison.Operator, right, (name.Span, comparison.Span), scope);
        }

        return Compare(
            Bind(comparison.Left, scope),
            (comparison.Operator, comparison.Right, comparison.Span),
            comparison.Left.Span,
            scope);
    }

    private BoundExpression BindMembership(MembershipExpression membership, ExpressionScope scope)
    {
        var operand = Bind(membership.Operand, scope);
        if (operand is CaseExpression { Property: CaseProperty.State })
        {
            return new MembershipBoundExpression(
                operand, [.. membership.Choices.SelectMany(choice => StateChoices(choice, scope))], membership.Span);
        }

        var choices = membership.Choices.Select(choice => Bind(choice, scope, operand.Type)).ToList();
        var isSound = choices
            .Select(choice => Checked(
                operand, ComparisonOperator.Equal, choice, (membership.Operand.Span, choice.Span), scope))
            .ToList()
            .TrueForAll(check => !IsError(check));
        return isSound && !IsError(operand)
            ? new MembershipBoundExpression(operand, choices, membership.Span)
            : new ErrorBoundExpression(membership.Span);
    }

    private BoundExpression BindBetween(BetweenExpression between, ExpressionScope scope)
    {
        var operand = Bind(between.Operand, scope);
        var low = Compare(
            operand, (ComparisonOperator.GreaterOrEqual, between.Low, between.Span), between.Operand.Span, scope);
        var high = Compare(
            operand, (ComparisonOperator.LessOrEqual, between.High, between.Span), between.Operand.Span, scope);
        return new LogicalBoundExpression(true, [low, high], between.Span);
    }

    private BoundExpression Checked(
        BoundExpression left,
        ComparisonOperator comparison,
        BoundExpression right,
        (SourceSpan Left, SourceSpan Whole) spans,
        ExpressionScope scope)
    {
        if (IsError(left) || IsError(right))
        {
            return new ErrorBoundExpression(spans.Whole);
        }

        if (!IsSame(left.Type, right.Type))
        {
            findings.Add(DiagnosticBag.Of(
                RulesCodes.TypesDoNotCompare,
                spans.Whole,
                scope.Module.TextOf(spans.Left),
                Words(left.Type, scope),
                Words(right.Type, scope)) with
            {
                Fixes = [.. QuotedDates.Fixes(left, right.Type), .. QuotedDates.Fixes(right, left.Type)],
            });
            return new ErrorBoundExpression(spans.Whole);
        }

        if (comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual) && !IsOrdered(left.Type))
        {
            findings.Report(
                RulesCodes.OperatorNotDefined,
                spans.Whole,
                Symbol(comparison),
                Words(left.Type, scope),
                Words(right.Type, scope));
            return new ErrorBoundExpression(spans.Whole);
        }

        return new ComparisonBoundExpression(comparison, left, right, spans.Whole);
    }

    private static bool IsOrdered(RuleType type) =>
        type.Kind is TypeKind.Number or TypeKind.Money or TypeKind.Date or TypeKind.Duration or TypeKind.Enum;

    private static string Symbol(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    private static bool IsState(BoundExpression left, ExpressionSyntax right) =>
        left is CaseExpression { Property: CaseProperty.State } && right is PathExpression { Parts.Count: 1 };

    private BoundExpression CompareState(
        BoundExpression state,
        (ComparisonOperator Operator, ExpressionSyntax Right, SourceSpan Span) comparison,
        ExpressionScope scope)
    {
        var choices = StateChoices(comparison.Right, scope);
        if (comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
        {
            findings.Report(
                RulesCodes.OperatorNotDefined,
                comparison.Span,
                Symbol(comparison.Operator),
                Words(RuleType.Text, scope),
                Words(RuleType.Text, scope));
            return new ErrorBoundExpression(comparison.Span);
        }

        if (choices.Count == 1)
        {
            return new ComparisonBoundExpression(comparison.Operator, state, choices[0], comparison.Span);
        }

        var isOne = new MembershipBoundExpression(state, choices, comparison.Span);
        return comparison.Operator == ComparisonOperator.Equal ? isOne : new NotBoundExpression(isOne, comparison.Span);
    }

    // One word may be the name of states of several lifecycles with different canonical names: then any of them is
    // meant.
    private IReadOnlyList<BoundExpression> StateChoices(ExpressionSyntax choice, ExpressionScope scope)
    {
        if (choice is not PathExpression { Parts: [var name] })
        {
            var text = Bind(choice, scope, RuleType.Text);
            return [IsSame(text.Type, RuleType.Text) ? text : Wrong(choice, text, RuleType.Text, scope)];
        }

        var states = StateNames.Find(name, scope);
        return states.Count == 0
            ? [new ErrorBoundExpression(choice.Span)]
            : [.. states.Select(state => new ConstantExpression(new TextValue(state), RuleType.Text, choice.Span))];
    }
}
