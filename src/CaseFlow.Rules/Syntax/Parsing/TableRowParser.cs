using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>One row of a table: first its cells are counted against the header, then each is read.</summary>
internal sealed class TableRowParser(
    TokenCursor cursor, NameParser names, CitationParser cites, ExpressionParser expressions)
{
    private readonly CellParser _cells = new(cursor, expressions);

    /// <summary>The row, or null where it was reported; the next token then begins another line.</summary>
    public TableRowSyntax? TryRow(
        int number, IReadOnlyList<ExpressionSyntax> conditions, IReadOnlyList<TableColumnSyntax> columns)
    {
        var start = cursor.Start;
        var layout = RowLayout.Of(cursor);
        if (!Fits(layout, number, conditions, columns))
        {
            SkipLine();
            return null;
        }

        cursor.Expect(TokenKind.Pipe);
        var cells = new List<CellSyntax> { _cells.Cell() };
        while (cursor.TryTake(TokenKind.Pipe))
        {
            cells.Add(_cells.Cell());
        }

        cursor.Expect(TokenKind.DoublePipe);
        var results = new List<ResultCellSyntax>();
        foreach (var column in columns)
        {
            results.Add(Result(column));
            cursor.Expect(TokenKind.Pipe);
        }

        RefuseFurtherLine(layout);
        var failed = cursor.Failed;
        SkipLine();
        return failed ? null : new TableRowSyntax(cells, results, cursor.SpanFrom(start));
    }

    /// <summary>Passes over the rest of the line, after a fault too.</summary>
    public void SkipLine() => cursor.Recover(token => token.StartsLine);

    /// <summary>Reports words on the line below that were read as part of a header or row.</summary>
    public void RefuseFurtherLine(RowLayout layout)
    {
        if (cursor.SpanFrom(layout.Span.Start).End > layout.Span.End)
        {
            cursor.Fail(layout.End, RulesCodes.ExpectedToken, layout.IsDivided ? "`|`" : "`||`", layout.LastWord);
        }
    }

    private bool Fits(
        RowLayout layout,
        int number,
        IReadOnlyList<ExpressionSyntax> conditions,
        IReadOnlyList<TableColumnSyntax> columns)
    {
        if (!layout.IsDivided)
        {
            cursor.Fail(layout.End, RulesCodes.ExpectedToken, "`||`", layout.LastWord);
            return false;
        }

        var lacksLeft = layout.Left < conditions.Count;
        var surplus = layout.Left > conditions.Count || layout.Right > columns.Count;
        if (!lacksLeft && !surplus && layout.Right == columns.Count)
        {
            return true;
        }

        var lackingColumn = lacksLeft
            ? conditions[layout.Left].Span
            : columns[Math.Min(layout.Right, columns.Count - 1)].Span;
        cursor.Report(
            RulesCodes.RowCells,
            layout.Span,
            Words.Of(number),
            Words.Of(layout.Left + layout.Right),
            Words.Of(conditions.Count + columns.Count),
            lacksLeft || !surplus ? cursor.Quote(lackingColumn) : layout.LastWord);
        return false;
    }

    private ResultCellSyntax Result(TableColumnSyntax column)
    {
        var start = cursor.Start;
        var empty = cursor.At(TokenKind.Minus) && cursor.Ahead(1).Kind == TokenKind.Pipe;
        switch (column.Kind)
        {
            case TableColumnKind.Cites:
                var per = empty ? Skip<IReadOnlyList<CitationSyntax>>([]) : cites.List();
                return new CitesCell(per, cursor.SpanFrom(start));
            case TableColumnKind.From or TableColumnKind.Before:
                return new DateCell(empty ? Skip<DateOnly?>(null) : names.Day(), cursor.SpanFrom(start));
            case TableColumnKind.Note:
                return new NoteCell(empty ? Skip("") : names.Text(), cursor.SpanFrom(start));
            default:
                return cursor.TryTake(Keyword.DoesNotApply)
                    ? new NotApplyCell(cursor.SpanFrom(start))
                    : new ValueCell(expressions.SumOrMissing(), cursor.SpanFrom(start));
        }
    }

    private T Skip<T>(T value)
    {
        cursor.Take();
        return value;
    }
}
