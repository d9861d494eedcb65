using CaseFlow.Rules.Formatting.Words;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Tables as text: columns side by side, long cells on several lines.</summary>
internal static class TextTable
{
    private const string Between = " | ";
    private const int NarrowestColumn = 8;
    private const int LongestWord = 16;

    /// <summary>The lines of a table.</summary>
    public static IEnumerable<string> Lines(ReadingTable table, int width)
    {
        var widths = Widths(table, width);
        var rule = string.Join("-+-", widths.Select(column => new string('-', column)));
        foreach (var line in Row(table.Head, widths))
        {
            yield return line;
        }

        yield return rule;
        var isTall = table.Rows.Any(row => row.Zip(widths).Any(cell => DisplayWidth.Of(cell.First) > cell.Second));
        for (var place = 0; place < table.Rows.Count; place++)
        {
            foreach (var line in Row(table.Rows[place], widths))
            {
                yield return line;
            }

            if (isTall && place < table.Rows.Count - 1)
            {
                yield return rule;
            }
        }
    }

    /// <summary>A text in lines of at most so many columns; a longer word stays whole.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var (line, taken) = ("", 0);
        foreach (var word in text.Split(' '))
        {
            var size = DisplayWidth.Of(word);
            if (taken > 0 && taken + 1 + size > width)
            {
                yield return line;
                (line, taken) = (word, size);
            }
            else
            {
                (line, taken) = taken == 0 ? (word, size) : (line + " " + word, taken + 1 + size);
            }
        }

        yield return line;
    }

    private static IEnumerable<string> Row(IReadOnlyList<string> cells, IReadOnlyList<int> widths)
    {
        var wrapped = widths
            .Select((column, place) => Wrap(place < cells.Count ? cells[place] : "", column).ToList())
            .ToList();
        for (var line = 0; line < wrapped.Max(cell => cell.Count); line++)
        {
            var at = line;
            var padded = wrapped.Select((cell, column) => Padded(at < cell.Count ? cell[at] : "", widths[column]));
            yield return string.Join(Between, padded).TrimEnd();
        }
    }

    private static string Padded(string text, int width) =>
        text + new string(' ', Math.Max(width - DisplayWidth.Of(text), 0));

    // Narrow columns keep their width; wide ones share what is left until all fit.
    private static List<int> Widths(ReadingTable table, int width)
    {
        var columns = table.Head.Select((head, column) => table.Rows
            .Select(row => column < row.Count ? row[column] : "")
            .Append(head)
            .ToList()).ToList();
        var wanted = columns.ConvertAll(cells => cells.Max(DisplayWidth.Of));
        var least = columns.ConvertAll(cells => Math.Min(LongestWord, cells.SelectMany(Words).Max(DisplayWidth.Of)));
        var room = width - (Between.Length * (wanted.Count - 1));
        var limit = wanted.Max();
        while (limit > NarrowestColumn && Fitted(limit).Sum() > room)
        {
            limit--;
        }

        return Fitted(limit);

        List<int> Fitted(int most) =>
            [.. wanted.Select((column, place) => Math.Min(column, Math.Max(most, least[place])))];
    }

    private static string[] Words(string text) => text.Split(' ');
}
