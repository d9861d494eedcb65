using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Formatting.Words;

/// <summary>Tells whether new words would be read as a phrase together with the words beside them.</summary>
internal sealed class Neighbours(Pieces pieces, KeywordTable table)
{
    // The longest phrase of either language has seven words; so many pieces hold any part of it.
    private const int Reach = 8;

    // After `is` these words make another relation of what followed the sign.
    private static readonly Keyword[] Relations =
    [
        Keyword.OneOf, Keyword.AtLeast, Keyword.AtMost, Keyword.MoreThan, Keyword.LessThan, Keyword.Before,
        Keyword.After, Keyword.Between, Keyword.Missing, Keyword.Recorded, Keyword.Until,
    ];

    /// <summary>True where a sign's place can take the words without changing what is read.</summary>
    public bool StandApart(int sign, string words)
    {
        if (Relations.Any(relation => pieces.Is(sign + 1, relation)))
        {
            return false;
        }

        string[] inserted = words.Split(' ');
        List<string> after = [.. inserted, .. WordsFrom(sign + 1)];
        return !Crosses(after, inserted.Length) && !AnyBefore(sign, after);
    }

    private bool AnyBefore(int sign, List<string> after)
    {
        var before = new List<string>();
        for (var i = sign - 1; i >= 0 && i > sign - Reach && CanSpell(i); i--)
        {
            before.InsertRange(0, pieces[i].Text.Split(' '));
            if (Crosses([.. before, .. after], before.Count))
            {
                return true;
            }
        }

        return false;
    }

    // True where a phrase that begins at the first word goes beyond the given number of words.
    private bool Crosses(List<string> words, int count)
    {
        PhraseNode? node = table.Root;
        for (var i = 0; i < words.Count; i++)
        {
            node = node.Next(Syntax.IdentifierFolding.Fold(words[i]));
            if (node is null)
            {
                return false;
            }

            if (i >= count && (node.Outside.Length > 0 || node.Inside.Length > 0))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<string> WordsFrom(int first)
    {
        for (var i = first; i < pieces.Count && i < first + Reach && CanSpell(i); i++)
        {
            foreach (var word in pieces[i].Text.Split(' '))
            {
                yield return word;
            }
        }
    }

    private bool CanSpell(int index) =>
        (pieces.Is(index, TokenKind.Name) || pieces.Is(index, TokenKind.Keyword)) && !pieces[index].IsQuoted;
}
