using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>
/// A decision table. Its header, ruler and rows are each one line; a fault in a row is reported and the next row read.
/// </summary>
internal sealed class TableParser(
    TokenCursor cursor, NameParser names, CitationParser cites, ExpressionParser expressions)
{
    private readonly TableRowParser _rows = new(cursor, names, cites, expressions);

    public TableSyntax Table()
    {
        var note = cursor.NoteAbove();
        var start = cursor.Start;
        cursor.Expect(Keyword.Table);
        var name = names.Name();
        IReadOnlyList<Name> parents = cursor.TryTake(Keyword.To) ? names.JoinedByAnd() : [];
        var (per, period) = cites.WithPeriod(new ClauseSet(cursor, name.Text));
        var (conditions, columns) = Header();
        IReadOnlyList<TableRowSyntax> rows = [];
        if (!cursor.Failed)
        {
            Ruler();
            rows = Rows(name, conditions, columns);
        }

        var span = cursor.SpanFrom(start);
        return new TableSyntax(name, parents, per, period, conditions, columns, rows, span)
        {
            Note = note,
            End = cursor.Behind,
        };
    }

    private (List<ExpressionSyntax> Conditions, List<TableColumnSyntax> Columns) Header()
    {
        var conditions = new List<ExpressionSyntax>();
        var columns = new List<TableColumnSyntax>();
        cursor.Expect(TokenKind.RowStart);
        var layout = RowLayout.Of(cursor);
        cursor.Expect(TokenKind.Pipe);
        do
        {
            conditions.Add(expressions.Expression());
        }
        while (cursor.TryTake(TokenKind.Pipe));

        cursor.Expect(TokenKind.DoublePipe);
        do
        {
            columns.Add(Column());
            cursor.Expect(TokenKind.Pipe);
        }
        while (!cursor.AtEnd && !cursor.Current.StartsLine);

        _rows.RefuseFurtherLine(layout);
        return (conditions, columns);
    }

    private TableColumnSyntax Column()
    {
        var start = cursor.Start;
        if (SpecialColumn() is { } kind)
        {
            cursor.Take();
            return new TableColumnSyntax(kind, null, cursor.SpanFrom(start));
        }

        var output = names.Name();
        return new TableColumnSyntax(TableColumnKind.Output, output, cursor.SpanFrom(start));
    }

    private TableColumnKind? SpecialColumn() =>
        cursor.At(Keyword.Per) ? TableColumnKind.Cites
        : cursor.At(Keyword.From) ? TableColumnKind.From
        : cursor.At(Keyword.Before) ? TableColumnKind.Before
        : cursor.At(Keyword.Note) ? TableColumnKind.Note
        : null;

    private void Ruler()
    {
        if (cursor.At(TokenKind.RowStart) && cursor.Ahead(2).Kind is TokenKind.Ruler or TokenKind.Minus)
        {
            cursor.Take();
            while (IsOfRuler(cursor.Current))
            {
                cursor.Take();
            }

            if (cursor.AtEnd || cursor.Current.StartsLine)
            {
                return;
            }
        }

        // The rows can still be read without it.
        cursor.FailExpecting("`|---||---|`");
        cursor.Recover(token => token.Kind == TokenKind.RowStart || token.StartsLine);
    }

    private static bool IsOfRuler(Token token) => !token.StartsLine
        && token.Kind is TokenKind.Pipe or TokenKind.DoublePipe or TokenKind.Ruler or TokenKind.Minus;

    private List<TableRowSyntax> Rows(
        Name table, IReadOnlyList<ExpressionSyntax> conditions, IReadOnlyList<TableColumnSyntax> columns)
    {
        var rows = new List<TableRowSyntax>();
        var number = 0;
        while (cursor.TryTake(TokenKind.RowStart))
        {
            number++;
            if (number > ParserLimits.MaxRows)
            {
                cursor.FailHere(RulesCodes.TooManyRows, Words.Of(ParserLimits.MaxRows));
                cursor.Recover(token => token.StartsLine && token.Kind != TokenKind.RowStart);
                break;
            }

            if (_rows.TryRow(number, conditions, columns) is { } row)
            {
                rows.Add(row);
            }
        }

        if (number == 0)
        {
            cursor.Report(RulesCodes.TableWithoutRows, table.Span, table.Text);
        }

        return rows;
    }
}
