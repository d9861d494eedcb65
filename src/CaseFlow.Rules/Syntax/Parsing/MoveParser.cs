using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>A trigger's route: `from a, b except c goes to d`.</summary>
internal sealed class MoveParser(TokenCursor cursor, NameParser names, ExpressionParser expressions)
{
    public SourceStatesSyntax Source()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.From);
        var anyOpen = cursor.TryTake(Keyword.AnyOpenState);
        IReadOnlyList<Name> states = anyOpen ? [] : names.List();
        IReadOnlyList<Name> except = cursor.TryTake(Keyword.Except) ? names.List() : [];
        return new SourceStatesSyntax(anyOpen, states, except, cursor.SpanFrom(start));
    }

    public MoveSyntax Move()
    {
        var start = cursor.Start;
        if (cursor.TryTake(Keyword.Stays))
        {
            return new StaysMove(cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.GoesBack))
        {
            return new GoesBackMove(cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.Ignores))
        {
            return new IgnoresMove(cursor.SpanFrom(start));
        }

        if (!cursor.TryTake(Keyword.GoesTo))
        {
            Keyword[] moves = [Keyword.GoesTo, Keyword.Stays, Keyword.GoesBack, Keyword.Ignores];
            cursor.FailExpecting(string.Join(", ", moves.Select(cursor.Show)));
        }

        return cursor.TryTake(Keyword.FirstOf) ? FirstOf(start) : new GoesToMove(names.Name(), cursor.SpanFrom(start));
    }

    private FirstOfMove FirstOf(int start)
    {
        cursor.Expect(TokenKind.LeftParenthesis);
        var choices = new List<ChoiceSyntax>();
        do
        {
            choices.Add(Choice());
            cursor.Expect(TokenKind.Comma);
        }
        while (!cursor.AtEnd && !cursor.At(Keyword.Otherwise));

        cursor.Expect(Keyword.Otherwise);
        var otherwise = names.Name();
        cursor.Expect(TokenKind.RightParenthesis);
        return new FirstOfMove(choices, otherwise, cursor.SpanFrom(start));
    }

    private ChoiceSyntax Choice()
    {
        var start = cursor.Start;
        var state = names.Name();
        cursor.Expect(Keyword.When);
        return new ChoiceSyntax(state, expressions.Expression(), cursor.SpanFrom(start));
    }
}
