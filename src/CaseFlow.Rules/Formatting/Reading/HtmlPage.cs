using System.Text;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>The view as one HTML page: for printing, and for a browser's search.</summary>
internal static class HtmlPage
{
    private const string Style =
        "body{font:16px/1.5 serif;max-width:60em;margin:2em auto;padding:0 1em}h1{font-size:1.5em}h2{font-size:1.25em;"
        + "border-top:2px solid;padding-top:.5em}h3{font-size:1.05em}h4{font-size:1em}p{margin:.3em 0}"
        + ".d2{margin-left:1.5em}.d3{margin-left:3em}.t1{margin-left:1.5em}.t2{margin-left:3em}.t3{margin-left:4.5em}"
        + "table{border-collapse:collapse;margin:.5em 0}td,th{border:1px solid #888;padding:.2em .5em;text-align:left;"
        + "vertical-align:top}@media print{h2{break-before:page}}";

    /// <summary>The whole page.</summary>
    public static string Write(ReadingDocument document)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(document.Language)
            .Append("\"><head><meta charset=\"utf-8\"><title>").Append(Escaped(document.Title))
            .Append("</title><style>").Append(Style).Append("</style></head><body>\n<h1>")
            .Append(Escaped(document.Title)).Append("</h1>\n");
        foreach (var line in document.Head)
        {
            page.Append("<p>").Append(Escaped(line)).Append("</p>\n");
        }

        foreach (var block in document.Blocks)
        {
            Block(page, block);
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static void Block(StringBuilder page, ReadingBlock block)
    {
        page.Append("<div class=\"d").Append(block.Depth).Append("\">");
        if (block is ReadingTable table)
        {
            Table(page, table);
        }
        else
        {
            Item(page, (ReadingItem)block);
        }

        page.Append("</div>\n");
    }

    private static void Item(StringBuilder page, ReadingItem item)
    {
        var level = Math.Min(item.Depth + 2, 5);
        var number = item.Number.Length == 0 ? "" : item.Number + ". ";
        page.Append("<h").Append(level).Append(" id=\"n").Append(Escaped(item.Number)).Append("\">")
            .Append(Escaped(number + item.Title)).Append("</h").Append(level).Append('>');
        foreach (var part in item.Sentences.SelectMany(sentence => sentence.Split('\n')))
        {
            var inside = part.TrimStart('\t');
            page.Append("<p class=\"t").Append(Math.Min(part.Length - inside.Length, 3)).Append("\">")
                .Append(Escaped(inside)).Append("</p>");
        }
    }

    private static void Table(StringBuilder page, ReadingTable table)
    {
        page.Append("<table><thead>");
        Row(page, table.Head, "th");
        page.Append("</thead><tbody>");
        foreach (var row in table.Rows)
        {
            Row(page, row, "td");
        }

        page.Append("</tbody></table>");
    }

    private static void Row(StringBuilder page, IReadOnlyList<string> cells, string tag)
    {
        page.Append("<tr>");
        foreach (var cell in cells)
        {
            page.Append('<').Append(tag).Append('>').Append(Escaped(cell)).Append("</").Append(tag).Append('>');
        }

        page.Append("</tr>");
    }

    // Letters stay as they are: the page is UTF-8, and people search it.
    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);
}
