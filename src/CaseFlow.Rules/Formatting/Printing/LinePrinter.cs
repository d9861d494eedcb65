using CaseFlow.Rules.Formatting.Planning;
using CaseFlow.Rules.Formatting.Words;

namespace CaseFlow.Rules.Formatting.Printing;

/// <summary>
/// Prints a line, broken at the points of its groups where it is too wide: the outer groups first, and no group that
/// fits.
/// </summary>
internal sealed class LinePrinter(Page page, Measures measures)
{
    private int _indent;

    /// <summary>Prints a line or a part of it.</summary>
    /// <param name="node">The part.</param>
    /// <param name="indent">Where the line begins.</param>
    public void Print(GroupNode node, int indent)
    {
        _indent = indent;
        Print(node, tail: 0, indent + Indents.Twice);
    }

    // `tail` columns follow on the same line; to `otherwise` goes a word that only a comment drives to a new line.
    private void Print(GroupNode node, int tail, int otherwise)
    {
        var group = node.Group;
        if (Fits(group.First, group.Last, tail))
        {
            Words(group.First, group.Last, otherwise);
            return;
        }

        if (group.Points.Length > 0 && group.Points[0] == group.First)
        {
            page.NewLine(_indent + group.Columns);
        }

        page.Place(group.First, otherwise);
        Broken(node, tail, page.Column);
    }

    private void Broken(GroupNode node, int tail, int start)
    {
        var group = node.Group;
        var (inner, point) = (0, 0);
        var otherwise = group.Points.Length > 0 ? IndentOf(group, group.Points[^1], start) : _indent + Indents.Twice;
        for (var i = group.First; i <= group.Last; i++)
        {
            if (point < group.Points.Length && group.Points[point] == i)
            {
                point++;
                Break(group, i, point, start, tail);
            }

            if (inner < node.Inner.Count && node.Inner[inner].Group.First == i)
            {
                var last = node.Inner[inner].Group.Last;
                var next = point < group.Points.Length ? group.Points[point] : group.Last + 1;
                var rest = Math.Min(measures.Width(last + 1, next - 1), RuleFormatter.MaxWidth);
                Print(node.Inner[inner], rest + (next > group.Last ? tail : 0), otherwise);
                inner++;
                i = last;
                continue;
            }

            Words(i, i, otherwise);
        }
    }

    private void Break(Group group, int index, int nextPoint, int start, int tail)
    {
        if (index == group.First)
        {
            return;
        }

        var isLast = nextPoint >= group.Points.Length;
        var end = isLast ? group.Last : group.Points[nextPoint] - 1;
        if (!group.Fills || !Fits(index, end, isLast ? tail : 0))
        {
            page.NewLine(IndentOf(group, index, start));
        }
    }

    private int IndentOf(Group group, int index, int start) => group.Style switch
    {
        GroupStyle.Hang => start + group.Columns,
        GroupStyle.Under => Math.Max(start - measures.Width(index, index) - 1, 0),
        _ => _indent + group.Columns,
    };

    private bool Fits(int first, int last, int tail) =>
        page.ColumnOf(first) + (long)measures.Width(first, last) + tail <= RuleFormatter.MaxWidth;

    private void Words(int first, int last, int otherwise)
    {
        for (var i = first; i <= last; i++)
        {
            page.Place(i, otherwise);
            page.Put(i);
        }
    }
}
