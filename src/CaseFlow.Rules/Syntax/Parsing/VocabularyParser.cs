using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>What decisions speak of: laws, enums, records, facts, word lists.</summary>
internal sealed class VocabularyParser(
    TokenCursor cursor, NameParser names, CitationParser cites, FieldParser fields)
{
    public LawSyntax Law()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Law);
        var name = names.Name();
        var title = names.Text();
        var period = cites.OptionalPeriod();
        var amendedBy = new List<Name>();
        while (cursor.TryTake(Keyword.AmendedBy))
        {
            amendedBy.Add(names.Name());
        }

        var outline = cursor.TryTake(Keyword.OutlineFrom) ? names.Text() : null;
        var unverified = cursor.TryTake(Keyword.Unverified);
        return new LawSyntax(name, title, period, amendedBy, unverified, cursor.SpanFrom(start))
        {
            OutlineData = outline,
        };
    }

    public EnumSyntax Enum()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Enum);
        var name = names.Name();
        var heading = cursor.SpanFrom(start);
        var aliases = names.Names();
        cursor.Expect(TokenKind.LeftBrace);
        var members = Members();
        if (!cursor.TryTake(TokenKind.RightBrace))
        {
            cursor.FailNotClosed(heading, cursor.Quote(heading), "}");
        }

        return new EnumSyntax(name, aliases, members, cursor.SpanFrom(start));
    }

    public RecordSyntax Record()
    {
        var start = cursor.Start;
        var (name, aliases, members) = WithFields(Keyword.Record);
        return new RecordSyntax(name, aliases, members, cursor.SpanFrom(start));
    }

    public FactsSyntax Facts()
    {
        var start = cursor.Start;
        var (name, aliases, members) = WithFields(Keyword.Facts);
        return new FactsSyntax(name, aliases, members, cursor.SpanFrom(start));
    }

    public WordsSyntax WordList()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Words);
        var name = names.Name();
        cursor.Expect(TokenKind.Equal);
        var phrases = names.Texts();
        return new WordsSyntax(name, [.. phrases.Select(phrase => phrase.Text)], cursor.SpanFrom(start))
        {
            PhraseSpans = [.. phrases.Select(phrase => phrase.Span)],
        };
    }

    private (Name Name, NamesSyntax Names, IReadOnlyList<FieldSyntax> Fields) WithFields(Keyword opening)
    {
        var start = cursor.Start;
        cursor.Expect(opening);
        var name = names.Name();
        var heading = cursor.Failed ? "" : cursor.Quote(cursor.SpanFrom(start));
        return (name, names.Names(), fields.Block(heading));
    }

    private List<EnumMemberSyntax> Members()
    {
        var members = new List<EnumMemberSyntax>();
        while (!cursor.AtEnd && !cursor.At(TokenKind.RightBrace) && !cursor.AtDeclaration)
        {
            var start = cursor.Start;
            var name = names.Name();
            var aliases = names.Names();
            if (!cursor.AtEnd && !cursor.At(TokenKind.RightBrace) && !cursor.AtDeclaration)
            {
                cursor.Expect(TokenKind.Comma);
            }

            if (name.Text.Length > 0)
            {
                members.Add(new EnumMemberSyntax(name, aliases, cursor.SpanFrom(start)));
            }

            if (cursor.Failed)
            {
                cursor.Recover(token => token.Kind is TokenKind.Comma or TokenKind.RightBrace);
                cursor.TryTake(TokenKind.Comma);
            }
        }

        return members;
    }
}
