using CaseFlow.Rules.Formatting.Words;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>What the tree says of the layout: where lines begin, may be broken, and stand below one another.</summary>
internal sealed class Layout(Measures measures)
{
    private readonly Dictionary<int, LineStart> _lines = [];
    private readonly List<Group> _groups = [];
    private readonly Dictionary<int, Row> _rows = [];
    private readonly Dictionary<int, int> _tables = [];

    /// <summary>How wide words are.</summary>
    public Measures Measures => measures;

    /// <summary>Every line that is always one, by its first word.</summary>
    public IReadOnlyDictionary<int, LineStart> Lines => _lines;

    /// <summary>Every group.</summary>
    public IReadOnlyList<Group> Groups => _groups;

    /// <summary>Aligned lines by their first word.</summary>
    public IReadOnlyDictionary<int, Row> Rows => _rows;

    /// <summary>Tables: the first bar, and the last word.</summary>
    public IReadOnlyDictionary<int, int> Tables => _tables;

    public void Line(int first, int indent, BlankLine blank = BlankLine.None) =>
        _lines[first] = new LineStart(indent, blank, indent);

    /// <summary>A line that closes a block: the comments above it still belong inside.</summary>
    public void Closing(int first, int indent, int commentIndent) =>
        _lines[first] = new LineStart(indent, BlankLine.None, commentIndent);

    /// <summary>Breaks nowhere but before the points; without points nothing is noted.</summary>
    public void Group(int first, int last, IEnumerable<int> points, GroupStyle style, int columns, bool fills)
    {
        var sorted = points.Order().ToArray();
        if (sorted.Length > 0)
        {
            _groups.Add(new Group(first, last, sorted, style, columns, fills));
        }
    }

    public void Row(Row row) => _rows[row.First] = row;

    public void Table(int first, int last) => _tables[first] = last;
}
