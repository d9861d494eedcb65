using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Formatting.Words;

/// <summary>
/// Names that at the start of a line would be read as the beginning of a declaration with words of its own, such as an
/// enum's member `deadline`: they get backticks, for the layout may put them there.
/// </summary>
internal sealed class OpeningNames(Pieces pieces, KeywordTable table)
{
    public void Quote()
    {
        for (var i = 1; i < pieces.Count - 1; i++)
        {
            var isName = pieces.Is(i, TokenKind.Name) && !pieces[i].IsQuoted && !pieces.Is(i - 1, TokenKind.Dot);
            if (isName && Opens(i))
            {
                pieces[i].Show("`" + pieces[i].Text + "`");
            }
        }
    }

    private bool Opens(int first)
    {
        var opens = false;
        PhraseNode? node = table.Root;
        for (var i = first; node is not null && IsWord(i); i++)
        {
            node = node.Next(Syntax.IdentifierFolding.Fold(pieces[i].Text));
            opens |= node is { OpensRegion: true } && IsWord(i + 1);
        }

        return opens;
    }

    private bool IsWord(int index) => pieces.Is(index, TokenKind.Name) || pieces.Is(index, TokenKind.Keyword);
}
