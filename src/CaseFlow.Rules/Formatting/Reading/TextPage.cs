using System.Text;
using CaseFlow.Rules.Formatting.Words;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>The view as text for a terminal or a printer.</summary>
internal sealed class TextPage(int width)
{
    /// <summary>What fits a terminal and a sheet of paper on its side.</summary>
    public const int DefaultWidth = 110;

    private const int Narrowest = 40;
    private const int Indent = 2;

    private readonly int _width = Math.Max(width, Narrowest);
    private readonly StringBuilder _text = new();

    /// <summary>The whole view.</summary>
    public string Write(ReadingDocument document)
    {
        Lines(document.Title, 0, 0);
        Line(new string('=', Math.Min(DisplayWidth.Of(document.Title), _width)));
        foreach (var line in document.Head)
        {
            Lines(line, 0, 0);
        }

        foreach (var block in document.Blocks)
        {
            Block(block);
        }

        return _text.ToString();
    }

    private void Block(ReadingBlock block)
    {
        if (block is ReadingTable table)
        {
            var left = Left(table.Depth) + Indent;
            foreach (var line in TextTable.Lines(table, _width - left))
            {
                Line(new string(' ', left) + line);
            }

            return;
        }

        var item = (ReadingItem)block;
        _text.Append('\n');
        if (item.Depth == 0)
        {
            Line(new string('=', _width));
        }

        var begin = Left(item.Depth);
        Lines(item.Number.Length == 0 ? item.Title : item.Number + ". " + item.Title, begin, begin + Indent);
        foreach (var sentence in item.Sentences)
        {
            foreach (var part in sentence.Split('\n'))
            {
                var inside = part.TrimStart('\t');
                var left = begin + Indent + (Indent * (part.Length - inside.Length));
                Lines(inside, left, left);
            }
        }
    }

    private static int Left(int depth) => Indent * Math.Max(depth - 1, 0);

    private void Lines(string text, int first, int others)
    {
        var left = first;
        foreach (var line in TextTable.Wrap(text, _width - Math.Max(first, others)))
        {
            Line(new string(' ', left) + line);
            left = others;
        }
    }

    private void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');
}
