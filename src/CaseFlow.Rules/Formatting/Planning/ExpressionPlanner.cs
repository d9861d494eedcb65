using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>Where expressions are broken: at `and` and `or` first, then at their other words and at commas.</summary>
internal sealed class ExpressionPlanner(Parts parts)
{
    /// <summary>A condition after a clause's word: its operands stand below one another.</summary>
    public void Clause(ExpressionSyntax expression) => Plan(expression, GroupStyle.Under);

    /// <summary>Any other expression.</summary>
    public void Plan(ExpressionSyntax? expression)
    {
        if (expression is not null)
        {
            Plan(expression, GroupStyle.Hang);
        }
    }

    private void Plan(ExpressionSyntax expression, GroupStyle style)
    {
        switch (expression)
        {
            case LogicalExpression logical:
                Logical(logical, style);
                break;
            case NotExpression not:
                Plan(not.Operand);
                break;
            case ComparisonExpression comparison:
                Binary(comparison.Left, comparison.Right);
                break;
            case ArithmeticExpression arithmetic:
                Binary(arithmetic.Left, arithmetic.Right);
                break;
            case MembershipExpression membership:
                Plan(membership.Operand);
                Items(membership.Choices);
                break;
            case BetweenExpression between:
                Plan(between.Operand);
                Plan(between.Low);
                Plan(between.High);
                break;
            case MissingTestExpression test:
                Plan(test.Operand);
                break;
            case MentionsExpression mentions:
                Mentions(mentions);
                break;
            case OnCalendarExpression on:
                Plan(on.Operand);
                Break(on, parts.First(on.Calendar) - 1);
                break;
            default:
                PlanWorded(expression);
                break;
        }
    }

    private void PlanWorded(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case ConditionalExpression conditional:
                Conditional(conditional);
                break;
            case QuantifierExpression quantifier:
                Plan(quantifier.Predicate);
                Break(quantifier, parts.Last(quantifier.List) + 1);
                break;
            case CountOfExpression { Predicate: { } predicate } count:
                Plan(predicate);
                Break(count, parts.Last(count.List) + 1);
                break;
            case CountTrueExpression count:
                Below(count.Operands, parts.Last(count.Operands[^1]));
                break;
            case AggregateExpression aggregate:
                Aggregate(aggregate);
                break;
            case SpanExpression span:
                Plan(span.From);
                Plan(span.To);
                Break(span, parts.First(span.To) - 1);
                break;
        }
    }

    /// <summary>Each part on a line of its own, below the line in which they stand.</summary>
    public void Below(IReadOnlyList<SyntaxNode> nodes, int last)
    {
        var starts = nodes.Select(parts.First).ToList();
        parts.Layout.Group(starts[0], last, starts, GroupStyle.Indent, Indents.Twice, fills: false);
        foreach (var operand in nodes.OfType<ExpressionSyntax>())
        {
            Plan(operand);
        }
    }

    private void Items(IReadOnlyList<ExpressionSyntax> items)
    {
        parts.List(items);
        foreach (var item in items)
        {
            Plan(item);
        }
    }

    private void Logical(LogicalExpression logical, GroupStyle style)
    {
        var first = parts.First(logical.Operands[0]);
        var inParentheses = parts.First(logical) < first;
        var points = logical.Operands.Skip(1).Select(operand => parts.First(operand) - 1);
        var last = parts.Last(logical.Operands[^1]);
        parts.Layout.Group(first, last, points, inParentheses ? GroupStyle.Hang : style, 0, fills: false);
        foreach (var operand in logical.Operands)
        {
            Plan(operand);
        }
    }

    private void Binary(ExpressionSyntax left, ExpressionSyntax right)
    {
        Plan(left);
        Plan(right);
        parts.Layout.Group(
            parts.First(left), parts.Last(right), [parts.Last(left) + 1], GroupStyle.Hang, Indents.Step, fills: true);
    }

    private void Break(ExpressionSyntax whole, params int[] points) => parts.Layout.Group(
        parts.First(whole), parts.Last(whole), points, GroupStyle.Hang, Indents.Step, fills: true);

    private void Mentions(MentionsExpression mentions)
    {
        Plan(mentions.Operand);
        var (first, last) = (parts.Last(mentions.Operand) + 1, parts.Last(mentions));
        var texts = parts.Find(TokenKind.Text, first, last).ToList();
        if (texts.Count > 1)
        {
            parts.List(texts, texts[^1]);
        }
    }

    private void Conditional(ConditionalExpression conditional)
    {
        Plan(conditional.Condition);
        Plan(conditional.Then);
        Plan(conditional.Else);
        int[] points = [parts.First(conditional.Then) - 1, parts.First(conditional.Else) - 1];
        var first = parts.First(conditional.Condition) - 1;
        parts.Layout.Group(first, parts.Last(conditional.Else), points, GroupStyle.Hang, 0, fills: false);
    }

    private void Aggregate(AggregateExpression aggregate)
    {
        Plan(aggregate.Operand);
        Plan(aggregate.Predicate);
        var where = aggregate.Predicate is null ? [] : new[] { parts.Last(aggregate.List) + 1 };
        Break(aggregate, [parts.First(aggregate.Variable) - 1, .. where]);
    }
}
