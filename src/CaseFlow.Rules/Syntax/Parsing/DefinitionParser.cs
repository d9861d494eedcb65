using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>Parameters with their checks, definitions, and transitional clauses.</summary>
internal sealed class DefinitionParser(
    TokenCursor cursor,
    NameParser names,
    TypeParser types,
    CitationParser cites,
    LiteralParser literals,
    ExpressionParser expressions)
{
    public ParameterSyntax Parameter()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Parameter);
        var name = names.Name();
        cursor.Expect(TokenKind.Colon);
        var type = types.Type();
        var values = Values();
        cursor.Expect(Keyword.Between);
        var lowest = literals.Literal();
        cursor.Expect(Keyword.And);
        var highest = literals.Literal();
        var step = cursor.TryTake(Keyword.Step) ? literals.Literal() : null;
        var aliases = names.Names();
        var owner = cursor.TryTake(Keyword.Owner) ? names.Text() : null;
        var per = cites.Required();
        return new ParameterSyntax(
            name, type, values, lowest, highest, step, aliases, owner, per, cursor.SpanFrom(start));
    }

    public DefinitionSyntax Definition()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Define);
        var name = names.Name();
        cursor.Expect(TokenKind.Colon);
        var type = types.Type();
        var (per, period) = cites.WithPeriod(new ClauseSet(cursor, name.Text));
        cursor.Expect(Keyword.As);
        return new DefinitionSyntax(name, type, per, period, expressions.Expression(), cursor.SpanFrom(start));
    }

    public CheckSyntax Check()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Check);
        var condition = expressions.Expression();
        cursor.Expect(Keyword.Because);
        return new CheckSyntax(condition, names.Text(), cursor.SpanFrom(start));
    }

    public TransitionalSyntax Transitional()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Transitional);
        var name = names.Name();
        cursor.Expect(Keyword.For);
        var decisions = names.List();
        var per = cites.Required();
        cursor.Expect(Keyword.When);
        var when = expressions.Expression();
        cursor.Expect(Keyword.Then);
        cursor.Expect(Keyword.UseLaw);
        return new TransitionalSyntax(name, decisions, per, when, expressions.Sum(), cursor.SpanFrom(start));
    }

    private List<DatedValueSyntax> Values()
    {
        var values = new List<DatedValueSyntax>();
        while (cursor.At(Keyword.From))
        {
            var start = cursor.Take().Start;
            var from = names.Day();
            cursor.Expect(TokenKind.Equal);
            var value = literals.Literal();
            values.Add(new DatedValueSyntax(from, value, cites.Optional(), cursor.SpanFrom(start)));
        }

        if (values.Count == 0)
        {
            cursor.Expect(TokenKind.Equal);
            var start = cursor.Start;
            values.Add(new DatedValueSyntax(null, literals.Literal(), [], cursor.SpanFrom(start)));
        }

        return values;
    }
}
