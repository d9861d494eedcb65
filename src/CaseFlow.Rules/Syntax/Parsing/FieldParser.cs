using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>The typed fields of records, facts and a trigger's `needs`; they stand in braces, without commas.</summary>
internal sealed class FieldParser(
    TokenCursor cursor, NameParser names, TypeParser types, CitationParser cites, LiteralParser literals)
{
    /// <summary>`{ … }`; a field that cannot be read is left out.</summary>
    /// <param name="opening">The words before the brace, for the finding where it is not closed.</param>
    public IReadOnlyList<FieldSyntax> Block(string opening)
    {
        var fields = new List<FieldSyntax>();
        var start = cursor.Start;
        cursor.Expect(TokenKind.LeftBrace);
        while (!cursor.AtEnd && !cursor.At(TokenKind.RightBrace) && !cursor.AtDeclaration)
        {
            var field = Field();
            if (cursor.Failed)
            {
                cursor.Recover(StartsField);
            }
            else
            {
                fields.Add(field);
                PassComma();
            }
        }

        if (!cursor.TryTake(TokenKind.RightBrace))
        {
            cursor.FailNotClosed(cursor.SpanFrom(start) with { Length = 1 }, opening, "}");
        }

        return fields;
    }

    // Members of an enum have commas between them: so people write them between fields too.
    private void PassComma()
    {
        var comma = cursor.Current;
        if (cursor.TryTake(TokenKind.Comma))
        {
            var span = cursor.SpanOf(comma);
            cursor.Report(new Diagnostic(RulesCodes.CommaBetweenFields, Severity.Error, span, [])
            {
                Fixes = [Fixing.Remove(span)],
            });
        }
    }

    private bool StartsField(Token token) =>
        token.Kind == TokenKind.RightBrace
        || (token.Kind is TokenKind.Name or TokenKind.Keyword && cursor.Ahead(1).Kind == TokenKind.Colon);

    private FieldSyntax Field()
    {
        var start = cursor.Start;
        var name = FieldName();
        cursor.Expect(TokenKind.Colon);
        var type = types.Type();
        var aliases = new List<AliasSyntax>();
        var labels = new List<LabelSyntax>();
        var clauses = new ClauseSet(cursor, name.Text);
        string? ask = null;
        AssumeSyntax? assume = null;
        while (!cursor.AtEnd)
        {
            clauses.Done();
            if (cursor.At(Keyword.Ask))
            {
                clauses.Note(Keyword.Ask);
                cursor.Take();
                ask = names.Text();
            }
            else if (cursor.At(Keyword.Assume))
            {
                clauses.Note(Keyword.Assume);
                assume = Assume();
            }
            else if (!names.TryAliasOrLabel(aliases, labels))
            {
                break;
            }
        }

        clauses.Done();
        return new FieldSyntax(name, type, new NamesSyntax(aliases, labels), ask, assume, cursor.SpanFrom(start));
    }

    // A keyword before a colon is meant as a name, also at the start of a line.
    private Name FieldName()
    {
        var word = cursor.Current;
        if (word.Kind != TokenKind.Keyword || cursor.Ahead(1).Kind != TokenKind.Colon)
        {
            return names.Name();
        }

        cursor.ReportKeywordAsName(word);
        cursor.Take();
        return new Name(word.Text, cursor.SpanOf(word));
    }

    private AssumeSyntax Assume()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Assume);
        var value = literals.Literal();
        var why = cites.Required();
        return new AssumeSyntax(value, why, cursor.SpanFrom(start));
    }
}
