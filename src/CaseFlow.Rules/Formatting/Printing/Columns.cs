using CaseFlow.Rules.Formatting.Planning;
using CaseFlow.Rules.Formatting.Words;

namespace CaseFlow.Rules.Formatting.Printing;

/// <summary>Where the columns of lines begin that stand together.</summary>
internal static class Columns
{
    // A cell so much wider than the middle one of its column does not push the column away from all others.
    private const int Outlier = 10;

    /// <summary>The first columns of the cells, by what they hold.</summary>
    /// <param name="rows">The lines.</param>
    /// <param name="indent">Where they begin.</param>
    /// <param name="measures">How wide their words are.</param>
    public static IReadOnlyDictionary<CellKind, int> Of(IReadOnlyList<Row> rows, int indent, Measures measures)
    {
        var starts = new Dictionary<CellKind, int>();
        var ends = new int[rows.Count];
        foreach (var kind in Enum.GetValues<CellKind>())
        {
            var holding = Enumerable.Range(0, rows.Count)
                .Select(i => (Row: i, Cell: CellOf(rows[i], kind)))
                .Where(found => found.Cell >= 0).ToList();
            if (holding.Count == 0)
            {
                continue;
            }

            starts[kind] = kind == CellKind.Head ? indent : Start([.. holding.Select(found => ends[found.Row])]);
            foreach (var (row, cell) in holding)
            {
                var from = Math.Max(starts[kind], kind == CellKind.Head ? indent : ends[row] + 1);
                var width = measures.Width(rows[row].Cells[cell].Start, rows[row].EndOf(cell));
                ends[row] = (int)Math.Min(from + (long)width, Measures.Unfit);
            }
        }

        return starts;
    }

    private static int Start(int[] ends)
    {
        var sorted = ends.Order().ToArray();
        var middle = sorted[(sorted.Length - 1) / 2];
        return sorted.Last(end => end <= middle + Outlier) + 1;
    }

    private static int CellOf(Row row, CellKind kind)
    {
        for (var i = 0; i < row.Cells.Count; i++)
        {
            if (row.Cells[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }
}
