using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>
/// Conditions and sums: `or` over `and` over `not` over relations over sums over products over atoms.
/// </summary>
internal sealed class ExpressionParser
{
    private readonly TokenCursor _cursor;
    private readonly NameParser _names;
    private readonly AtomParser _atoms;
    private readonly RelationParser _relations;

    public ExpressionParser(TokenCursor cursor, NameParser names, LiteralParser literals)
    {
        _cursor = cursor;
        _names = names;
        _atoms = new AtomParser(cursor, names, literals, this);
        _relations = new RelationParser(cursor, names, this);
    }

    /// <summary>A condition or a value.</summary>
    public ExpressionSyntax Expression()
    {
        var chain = new LogicalChain(_cursor);
        var start = _cursor.Start;
        chain.Add(Negation());
        while (_cursor.At(Keyword.And) || _cursor.At(Keyword.Or))
        {
            chain.Join(_cursor.Take().Is(Keyword.And), Negation());
        }

        return chain.Build(start);
    }

    /// <summary>`petition.received_on plus 10 days on calendar vn`.</summary>
    public ExpressionSyntax Sum()
    {
        var start = _cursor.Start;
        var sum = PlainSum();
        return _cursor.TryTake(Keyword.OnCalendar)
            ? new OnCalendarExpression(sum, _names.Name(), _cursor.SpanFrom(start))
            : sum;
    }

    /// <summary>A sum that leaves `on calendar` to what it stands in.</summary>
    public ExpressionSyntax PlainSum()
    {
        var start = _cursor.Start;
        var sum = Term();
        for (var terms = 1; SumOperator() is { } sign; terms++)
        {
            _cursor.Take();
            sum = Chained(sign, sum, Term(), terms, start);
        }

        return sum;
    }

    /// <summary>A sum, or `missing`.</summary>
    public ExpressionSyntax SumOrMissing()
    {
        var start = _cursor.Start;
        return _cursor.TryTake(Keyword.Missing) ? new MissingLiteral(_cursor.SpanFrom(start)) : Sum();
    }

    private ExpressionSyntax Negation()
    {
        var start = _cursor.Start;
        return _cursor.TryTake(Keyword.Not)
            ? new NotExpression(_relations.Relation(), _cursor.SpanFrom(start))
            : _relations.Relation();
    }

    private ExpressionSyntax Term()
    {
        var start = _cursor.Start;
        var term = _atoms.Atom();
        for (var factors = 1; _cursor.At(TokenKind.Star) || _cursor.At(TokenKind.Slash); factors++)
        {
            var sign = _cursor.Take().Kind == TokenKind.Star ? ArithmeticOperator.Multiply : ArithmeticOperator.Divide;
            term = Chained(sign, term, _atoms.Atom(), factors, start);
        }

        return term;
    }

    // A long chain makes a deep tree, so it counts against the same limit as nesting.
    private ArithmeticExpression Chained(
        ArithmeticOperator sign, ExpressionSyntax left, ExpressionSyntax right, int length, int start)
    {
        if (length >= ParserLimits.MaxDepth)
        {
            _cursor.FailTooDeep();
        }

        return new ArithmeticExpression(sign, left, right, _cursor.SpanFrom(start));
    }

    private ArithmeticOperator? SumOperator()
    {
        if (_cursor.At(TokenKind.Plus) || _cursor.At(Keyword.Plus))
        {
            return ArithmeticOperator.Add;
        }

        return _cursor.At(TokenKind.Minus) || _cursor.At(Keyword.Minus) ? ArithmeticOperator.Subtract : null;
    }
}
