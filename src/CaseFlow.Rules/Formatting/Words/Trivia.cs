using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Formatting.Words;

/// <summary>Finds the comments in what stands between two words.</summary>
internal static class Trivia
{
    /// <summary>The comments, and whether an empty line stands below the last of them.</summary>
    /// <param name="trivia">White space and comments.</param>
    /// <param name="atLineStart">True at the start of the text, where no word stands before.</param>
    public static (List<Comment> Comments, bool BlankBelow) Read(ReadOnlySpan<char> trivia, bool atLineStart)
    {
        var comments = new List<Comment>();
        var ownLine = atLineStart;
        var lineEnds = 0;
        for (var i = 0; i < trivia.Length; i++)
        {
            if (trivia[i] == '#')
            {
                var length = LengthOf(trivia[i..]);
                comments.Add(new Comment(Text(trivia.Slice(i, length)), ownLine, lineEnds > 1));
                i += length - 1;
                lineEnds = 0;
            }
            else if (EndsLine(trivia, i))
            {
                ownLine = true;
                lineEnds++;
            }
        }

        return (comments, lineEnds > 1);
    }

    /// <summary>The comments inside a phrase of several words, as one text; null without any.</summary>
    public static string? Inside(ReadOnlySpan<char> phrase)
    {
        var (comments, _) = Read(phrase, atLineStart: false);
        return comments.Count == 0 ? null : string.Join(' ', comments.Select(comment => comment.Text));
    }

    private static int LengthOf(ReadOnlySpan<char> comment)
    {
        var end = comment.IndexOfAny('\n', '\r');
        return end < 0 ? comment.Length : end;
    }

    private static string Text(ReadOnlySpan<char> comment) => IdentifierFolding.Compose(comment.TrimEnd().ToString());

    private static bool EndsLine(ReadOnlySpan<char> text, int at) => Characters.IsLineEnd(text[at])
        && !(text[at] == '\n' && at > 0 && text[at - 1] == '\r');
}
