using CaseFlow.Rules.Formatting.Planning;
using CaseFlow.Rules.Formatting.Words;

namespace CaseFlow.Rules.Formatting.Printing;

/// <summary>Prints a module line by line as its layout says.</summary>
internal sealed class LayoutPrinter
{
    private readonly Pieces _pieces;
    private readonly Layout _layout;
    private readonly Page _page;
    private readonly LinePrinter _lines;
    private readonly RowPrinter _rows;
    private readonly TablePrinter _tables;
    private readonly int[] _starts;
    private readonly Group[] _groups;
    private int _group;
    private IReadOnlyDictionary<CellKind, int> _columns = new Dictionary<CellKind, int>();
    private int _columnsUntil;

    public LayoutPrinter(Pieces pieces, Layout layout)
    {
        (_pieces, _layout) = (pieces, layout);
        _page = new Page(pieces, layout.Measures);
        _lines = new LinePrinter(_page, layout.Measures);
        _rows = new RowPrinter(_page, layout.Measures, _lines);
        _tables = new TablePrinter(_page, pieces, layout.Measures);
        _starts = [.. layout.Lines.Keys.Order()];
        _groups = [.. layout.Groups.OrderBy(group => group.First).ThenByDescending(group => group.Last)];
    }

    public string Print()
    {
        // The last line is the end of the text: only comments stand there.
        for (var i = 0; i < _starts.Length; i++)
        {
            var first = _starts[i];
            var start = _layout.Lines[first];
            Above(first, start);
            if (first == _pieces.Count - 1)
            {
                break;
            }

            if (_layout.Tables.TryGetValue(first, out var end))
            {
                _tables.Print(first, end, start.Indent);
                while (i + 1 < _starts.Length && _starts[i + 1] <= end)
                {
                    i++;
                }
            }
            else
            {
                Line(i, first, start);
            }
        }

        _page.EndLine();
        return _page.ToString();
    }

    private void Line(int line, int first, LineStart start)
    {
        var last = line + 1 < _starts.Length ? _starts[line + 1] - 1 : _pieces.Count - 1;
        if (!_layout.Rows.TryGetValue(first, out var row))
        {
            _lines.Print(Node(first, last), start.Indent);
            return;
        }

        if (line >= _columnsUntil)
        {
            _columns = ColumnsFrom(line, start.Indent);
        }

        // A comma or a brace after the last cell stays with it.
        row = row with { Last = last };
        var cells = Enumerable.Range(0, row.Cells.Count);
        _rows.Print(row, [.. cells.Select(i => Node(row.Cells[i].Start, row.EndOf(i)))], start.Indent, _columns);
    }

    // The lines below that stand in the same columns: up to an empty line, or to one of another kind.
    private IReadOnlyDictionary<CellKind, int> ColumnsFrom(int line, int indent)
    {
        var rows = new List<Row>();
        var end = line;
        while (end < _starts.Length && Continues(end, line, indent))
        {
            rows.Add(_layout.Rows[_starts[end]]);
            end++;
        }

        _columnsUntil = end;
        return Columns.Of(rows, indent, _layout.Measures);
    }

    private bool Continues(int line, int from, int indent)
    {
        var first = _starts[line];
        var start = _layout.Lines[first];
        var apart = start.Blank == BlankLine.Force || (start.Blank == BlankLine.Keep && _pieces[first].HasBlank);
        return _layout.Rows.ContainsKey(first) && start.Indent == indent && (line == from || !apart);
    }

    private GroupNode Node(int first, int last)
    {
        var inside = new List<Group>();
        while (_group < _groups.Length && _groups[_group].First <= last)
        {
            inside.Add(_groups[_group]);
            _group++;
        }

        return GroupNode.Nest(new Group(first, last, [], GroupStyle.Indent, 0, Fills: false), inside);
    }

    // The comments above a line, and the empty lines that it keeps or gets.
    private void Above(int first, LineStart start)
    {
        var piece = _pieces[first];
        var comments = piece.Comments;
        var trailing = comments.Count > 0 && !comments[0].OwnLine ? 1 : 0;
        if (trailing > 0)
        {
            _page.Put(comments[0], start.CommentIndent);
        }

        _page.EndLine();
        if (start.Blank == BlankLine.Force && !piece.HasBlank)
        {
            _page.Blank();
        }

        foreach (var comment in comments.Skip(trailing))
        {
            _page.Put(comment, start.CommentIndent);
        }

        _page.Commented(first);
        if (KeepsBlank(first, start, comments.Count > trailing))
        {
            _page.Blank();
        }

        _page.NewLine(start.Indent);
    }

    // A comment never comes nearer to a word than its author put it: what stands directly above an item is its note.
    private bool KeepsBlank(int first, LineStart start, bool hasComments) =>
        _pieces[first].BlankAbove && first < _pieces.Count - 1 && (start.Blank != BlankLine.None || hasComments);
}
