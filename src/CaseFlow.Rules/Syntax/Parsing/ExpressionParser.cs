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
    private readonly RelationParser _relations;
    private readonly Func<ExpressionSyntax> _term;
    private readonly Func<ExpressionSyntax> _atom;
    private readonly Func<ArithmeticOperator?> _sumOperator;
    private readonly Func<ArithmeticOperator?> _productOperator;

    // Operations that stand inside each other in what was read last.
    private int _height;

    public ExpressionParser(TokenCursor cursor, NameParser names, LiteralParser literals)
    {
        _cursor = cursor;
        _names = names;
        _relations = new RelationParser(cursor, names, this);
        _atom = new AtomParser(cursor, names, literals, this).Atom;
        (_term, _sumOperator, _productOperator) = (Term, SumOperator, ProductOperator);
    }

    /// <summary>A condition or a value.</summary>
    public ExpressionSyntax Expression()
    {
        var chain = new LogicalChain(_cursor);
        var start = _cursor.Start;
        chain.Add(Negation());
        while (_cursor.AtAny(Keyword.And, Keyword.Or))
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
    public ExpressionSyntax PlainSum() => Chain(_term, _sumOperator);

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

    private ExpressionSyntax Term() => Chain(_atom, _productOperator);

    // A long chain makes a deep tree, and so do chains that begin with one another in parentheses: all of their
    // lengths count together against the same limit as nesting.
    private ExpressionSyntax Chain(Func<ExpressionSyntax> operand, Func<ArithmeticOperator?> sign)
    {
        var (start, beside) = (_cursor.Start, _height);
        _height = 0;
        var chain = operand();
        while (sign() is { } operation)
        {
            _cursor.Take();
            var left = _height;
            _height = 0;
            var right = operand();
            _height = Math.Max(left, _height) + 1;
            if (_height >= ParserLimits.MaxDepth)
            {
                _cursor.FailTooDeep();
            }

            chain = new ArithmeticExpression(operation, chain, right, _cursor.SpanFrom(start));
        }

        _height = Math.Max(beside, _height);
        return chain;
    }

    private ArithmeticOperator? SumOperator()
    {
        if (_cursor.At(TokenKind.Plus) || _cursor.At(Keyword.Plus))
        {
            return ArithmeticOperator.Add;
        }

        return _cursor.At(TokenKind.Minus) || _cursor.At(Keyword.Minus) ? ArithmeticOperator.Subtract : null;
    }

    private ArithmeticOperator? ProductOperator() =>
        _cursor.At(TokenKind.Star) ? ArithmeticOperator.Multiply
        : _cursor.At(TokenKind.Slash) ? ArithmeticOperator.Divide
        : null;
}
