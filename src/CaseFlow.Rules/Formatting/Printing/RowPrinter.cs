using CaseFlow.Rules.Formatting.Planning;
using CaseFlow.Rules.Formatting.Words;

namespace CaseFlow.Rules.Formatting.Printing;

/// <summary>
/// Prints lines that stand in columns. A cell that does not fit in its column moves up to the one before it; one that
/// does not fit on the line begins a further line, and so do the cells after it.
/// </summary>
internal sealed class RowPrinter(Page page, Measures measures, LinePrinter lines)
{
    /// <summary>Prints a line.</summary>
    /// <param name="row">Its cells.</param>
    /// <param name="nodes">Each cell as a group.</param>
    /// <param name="indent">Where it begins.</param>
    /// <param name="columns">Where its cells begin.</param>
    public void Print(Row row, IReadOnlyList<GroupNode> nodes, int indent, IReadOnlyDictionary<CellKind, int> columns)
    {
        lines.Print(nodes[0], indent);
        var broken = false;
        for (var i = 1; i < row.Cells.Count; i++)
        {
            var width = measures.Width(row.Cells[i].Start, row.EndOf(i));
            var column = columns[row.Cells[i].Kind];
            broken = broken || page.Column + 1 + (long)width > RuleFormatter.MaxWidth;
            if (broken)
            {
                page.NewLine(indent + row.Continuation);
            }
            else if (column + (long)width <= RuleFormatter.MaxWidth)
            {
                // The word brings its own space.
                page.PadTo(column - 1);
            }

            lines.Print(nodes[i], broken ? indent + row.Continuation : indent);
        }
    }
}
