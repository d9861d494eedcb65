using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>A condition cell: `-`, values, comparisons, ranges, `missing`; negated by a leading `not`.</summary>
internal sealed class CellParser(TokenCursor cursor, ExpressionParser expressions)
{
    public CellSyntax Cell()
    {
        var start = cursor.Start;
        if (cursor.At(TokenKind.Minus) && cursor.Ahead(1).Kind is TokenKind.Pipe or TokenKind.DoublePipe)
        {
            cursor.Take();
            return new CellSyntax(Negated: false, [], cursor.SpanFrom(start));
        }

        var negated = cursor.TryTake(Keyword.Not);
        var tests = new List<CellTestSyntax> { Test() };
        while (cursor.TryTake(TokenKind.Comma))
        {
            tests.Add(Test());
        }

        return new CellSyntax(negated, tests, cursor.SpanFrom(start));
    }

    private CellTestSyntax Test()
    {
        var start = cursor.Start;
        if (cursor.AtAny(Keyword.Missing, Keyword.Recorded))
        {
            var isRecorded = cursor.Take().Is(Keyword.Recorded);
            return new MissingTest(isRecorded, cursor.SpanFrom(start));
        }

        if (cursor.At(TokenKind.LeftBracket) || (cursor.At(TokenKind.LeftParenthesis) && OpensRange()))
        {
            return Range(start);
        }

        var comparison = Operators.TrySign(cursor) ?? Operators.TryWord(cursor) ?? ComparisonOperator.Equal;
        return new CompareTest(comparison, expressions.Sum(), cursor.SpanFrom(start));
    }

    private RangeTest Range(int start)
    {
        var lowInclusive = cursor.Take().Kind == TokenKind.LeftBracket;
        var low = expressions.Sum();
        cursor.Expect(TokenKind.Range);
        var high = expressions.Sum();
        var highInclusive = cursor.TryTake(TokenKind.RightBracket);
        if (!highInclusive)
        {
            cursor.Expect(TokenKind.RightParenthesis);
        }

        return new RangeTest(low, lowInclusive, high, highInclusive, cursor.SpanFrom(start));
    }

    // `(1 .. 5]` is a range, `(a plus b)` a value: the two dots in the outermost parentheses tell.
    private bool OpensRange()
    {
        var depth = 0;
        for (var i = 0; ; i++)
        {
            var token = cursor.Ahead(i);
            depth += token.Kind == TokenKind.LeftParenthesis ? 1 : token.Kind == TokenKind.RightParenthesis ? -1 : 0;
            if (token.Kind == TokenKind.Range && depth == 1)
            {
                return true;
            }

            if (depth == 0 || token.Kind is TokenKind.Pipe or TokenKind.DoublePipe or TokenKind.End)
            {
                return false;
            }
        }
    }
}
