using System.Text;
using CaseFlow.Rules.Formatting.Words;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Formatting.Printing;

/// <summary>Prints a table with its bars below one another and a ruler as wide as its columns.</summary>
internal sealed class TablePrinter(Page page, Pieces pieces, Measures measures)
{
    private const int Ruler = 1;

    /// <summary>Prints every line of a table.</summary>
    /// <param name="first">The first bar.</param>
    /// <param name="last">The last word.</param>
    /// <param name="indent">Where its lines begin.</param>
    public void Print(int first, int last, int indent)
    {
        var rows = Rows(first, last);
        var header = rows[0];
        var widths = new int[header.Cells.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var cell = 0; i != Ruler && cell < widths.Length; cell++)
            {
                widths[cell] = Math.Max(widths[cell], WidthOf(rows[i].Cells[cell]));
            }
        }

        for (var i = 0; i < rows.Count; i++)
        {
            page.NewLine(indent);
            page.Place(rows[i].First, indent);
            var line = i == Ruler ? RulerOf(header, widths) : LineOf(rows[i], widths);
            page.Put(line, DisplayWidth.Of(line));
        }
    }

    private List<RowCells> Rows(int first, int last)
    {
        var rows = new List<RowCells>();
        for (var i = first; i <= last; i++)
        {
            if (pieces[i].StartsRow)
            {
                rows.Add(new RowCells(i));
            }
            else if (pieces.Is(i, TokenKind.Pipe) || pieces.Is(i, TokenKind.DoublePipe))
            {
                rows[^1].Close(i, pieces.Is(i, TokenKind.DoublePipe));
            }
        }

        return rows;
    }

    private int WidthOf((int First, int Last) cell) => measures.Width(cell.First, cell.Last);

    private string LineOf(RowCells row, int[] widths)
    {
        var line = new StringBuilder("|");
        for (var i = 0; i < widths.Length; i++)
        {
            line.Append(' ');
            for (var word = row.Cells[i].First; word <= row.Cells[i].Last; word++)
            {
                line.Append(word > row.Cells[i].First && measures.HasSpace(word) ? " " : "").Append(pieces[word].Text);
            }

            line.Append(' ', widths[i] - WidthOf(row.Cells[i]) + 1).Append(BarAfter(row, i));
        }

        return line.ToString();
    }

    private static string RulerOf(RowCells header, int[] widths)
    {
        var line = new StringBuilder("|");
        for (var i = 0; i < widths.Length; i++)
        {
            line.Append('-', widths[i] + 2).Append(BarAfter(header, i));
        }

        return line.ToString();
    }

    private static string BarAfter(RowCells row, int cell) => cell == row.Divider ? "||" : "|";

    private sealed class RowCells(int first)
    {
        private int _next = first + 1;

        public int First => first;

        public List<(int First, int Last)> Cells { get; } = [];

        /// <summary>The cell before the double bar.</summary>
        public int Divider { get; private set; } = -1;

        public void Close(int bar, bool isDouble)
        {
            Divider = isDouble ? Cells.Count : Divider;
            Cells.Add((_next, bar - 1));
            _next = bar + 1;
        }
    }
}
