using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>
/// The smallest values: literals, paths, parentheses, `if`, quantifiers, counts, totals and spans of time.
/// </summary>
internal sealed class AtomParser(
    TokenCursor cursor, NameParser names, LiteralParser literals, ExpressionParser expressions)
{
    public ExpressionSyntax Atom()
    {
        var start = cursor.Start;
        if (!cursor.Enter())
        {
            cursor.Leave();
            return new ErrorExpression(cursor.SpanFrom(start));
        }

        var atom = literals.TryLiteral() ?? Worded(start) ?? Other(start);
        cursor.Leave();
        return atom;
    }

    private ExpressionSyntax Other(int start)
    {
        if (cursor.TryTake(TokenKind.LeftParenthesis))
        {
            var inner = expressions.Expression();
            cursor.Expect(TokenKind.RightParenthesis);
            return inner with { Span = cursor.SpanFrom(start) };
        }

        if (cursor.AtName)
        {
            return names.Path();
        }

        cursor.FailLacking(RulesCodes.ExpectedValue);
        return new ErrorExpression(cursor.SpanFrom(start));
    }

    private ExpressionSyntax? Worded(int start)
    {
        if (cursor.TryTake(Keyword.Today))
        {
            return new TodayExpression(cursor.SpanFrom(start));
        }

        if (Contextual(Keyword.If))
        {
            return Conditional(start);
        }

        if (cursor.AtAny(Keyword.Any, Keyword.Every, Keyword.None, Keyword.AtLeast))
        {
            return Quantifier(start);
        }

        if (cursor.TryTake(Keyword.CountOf))
        {
            return CountOf(start);
        }

        return cursor.TryTake(Keyword.CountTrue) ? CountTrue(start) : AggregateOrSpan(start);
    }

    private ExpressionSyntax? AggregateOrSpan(int start)
    {
        if (AggregateWord() is { } kind)
        {
            cursor.Take();
            return Aggregate(kind, start);
        }

        // `days` begins a span only before `from`; elsewhere it lacks its number.
        return cursor.Ahead(1).Is(Keyword.From) && literals.TryUnit() is { } unit ? Span(unit, start) : null;
    }

    private AggregateKind? AggregateWord() =>
        Contextual(Keyword.TotalOf) ? AggregateKind.Total
        : Contextual(Keyword.HighestOf) ? AggregateKind.Highest
        : Contextual(Keyword.LowestOf) ? AggregateKind.Lowest
        : null;

    // A contextual word that may be a name is the keyword only where a value follows.
    private bool Contextual(Keyword word) =>
        cursor.At(word) && (!cursor.AtName || Operators.StartsValue(cursor.Ahead(1)));

    private ConditionalExpression Conditional(int start)
    {
        cursor.Expect(Keyword.If);
        var condition = expressions.Expression();
        cursor.Expect(Keyword.Then);
        var then = expressions.Sum();
        cursor.Expect(Keyword.Else);
        return new ConditionalExpression(condition, then, expressions.Sum(), cursor.SpanFrom(start));
    }

    private QuantifierExpression Quantifier(int start)
    {
        var word = cursor.Take();
        var kind = word.Is(Keyword.Any) ? QuantifierKind.Any
            : word.Is(Keyword.Every) ? QuantifierKind.Every
            : word.Is(Keyword.None) ? QuantifierKind.None
            : QuantifierKind.AtLeast;
        var atLeast = kind == QuantifierKind.AtLeast ? names.WholeNumber() : 0;
        var variable = names.Name();
        cursor.Expect(Keyword.In);
        var list = names.Path();
        cursor.Expect(Keyword.Satisfies);
        var predicate = InParentheses();
        return new QuantifierExpression(kind, atLeast, variable, list, predicate, cursor.SpanFrom(start));
    }

    private CountOfExpression CountOf(int start)
    {
        if (!cursor.Ahead(1).Is(Keyword.In))
        {
            return new CountOfExpression(names.Path(), null, null, cursor.SpanFrom(start));
        }

        var variable = names.Name();
        cursor.Expect(Keyword.In);
        var list = names.Path();
        cursor.Expect(Keyword.Where);
        return new CountOfExpression(list, variable, InParentheses(), cursor.SpanFrom(start));
    }

    private CountTrueExpression CountTrue(int start)
    {
        cursor.Expect(TokenKind.LeftParenthesis);
        var operands = new List<ExpressionSyntax> { expressions.Expression() };
        while (cursor.TryTake(TokenKind.Comma))
        {
            operands.Add(expressions.Expression());
        }

        cursor.Expect(TokenKind.RightParenthesis);
        return new CountTrueExpression(operands, cursor.SpanFrom(start));
    }

    private AggregateExpression Aggregate(AggregateKind kind, int start)
    {
        var operand = expressions.Sum();
        cursor.Expect(Keyword.For);
        var variable = names.Name();
        cursor.Expect(Keyword.In);
        var list = names.Path();
        var predicate = cursor.TryTake(Keyword.Where) ? InParentheses() : null;
        return new AggregateExpression(kind, operand, variable, list, predicate, cursor.SpanFrom(start));
    }

    private SpanExpression Span(DurationUnit unit, int start)
    {
        cursor.Expect(Keyword.From);
        var from = expressions.Sum();
        if (!cursor.TryTake(Keyword.To))
        {
            // Of the phrases of `to`, the last speaks of time (vi: `của`, `đến`).
            cursor.FailExpecting($"`{cursor.Table.Phrases(Keyword.To)[^1]}`");
        }

        var to = expressions.PlainSum();
        var calendar = cursor.TryTake(Keyword.OnCalendar) ? names.Name() : null;
        return new SpanExpression(unit, from, to, calendar, cursor.SpanFrom(start));
    }

    private ExpressionSyntax InParentheses()
    {
        cursor.Expect(TokenKind.LeftParenthesis);
        var inner = expressions.Expression();
        cursor.Expect(TokenKind.RightParenthesis);
        return inner;
    }
}
