using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>
/// Finds an item's note: the comment lines that stand directly above it, without a blank line between.
/// </summary>
internal static class Notes
{
    private const string Decoration = "#-=~* \t";

    public static string? Above(string text, Token token)
    {
        var lines = Lines(text[token.TriviaStart..token.Start]);

        // The first piece still belongs to the line of the word before; the last is the item's own indentation.
        var first = token.TriviaStart == 0 ? 0 : 1;
        var from = lines.Length - 1;
        while (from - 1 >= first && lines[from - 1].TrimStart().StartsWith('#'))
        {
            from--;
        }

        var note = lines[from..^1].Where(line => line.Trim(Decoration.ToCharArray()).Length > 0).Select(Content);
        var joined = string.Join('\n', note);
        return joined.Length == 0 ? null : IdentifierFolding.Compose(joined);
    }

    // The ends of lines that the scanner knows, and no others.
    private static string[] Lines(string trivia) =>
        trivia.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static string Content(string line) => line.TrimStart()[1..].Trim();
}
