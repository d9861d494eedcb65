using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Decision tables, as tables.</summary>
internal sealed class TableReader(ReadingDesk desk, EffectReader effects)
{
    private readonly ReadingWords _words = desk.Words;

    /// <summary>A table with its rows.</summary>
    public void Read(TableSyntax table, DecisionSyntax decision, RulePlaces places)
    {
        var name = _words.Named(table.Name.Text);
        var title = table.Parents.Count == 0
            ? _words.Fill("Table", name)
            : _words.Fill("TableException", name, _words.All(table.Parents.Select(parent => _words.Fill(
                "NumberedName", _words.Named(parent.Text), places.Of(parent)))));
        desk.Outline.Item(
            2,
            places.Of(table),
            desk.Basis.Title(title, table.Cites, table.Period),
            _words.Fill("TableMeaning"),
            table.Parents.Count > 0 ? _words.Fill("TableInherits") : null,
            desk.Note(table.Note));
        desk.Outline.Table(
            2,
            [_words.Fill("RowHead"), .. table.Conditions.Select(Head), .. table.Columns.Select(Head)],
            [.. table.Rows.Select((row, place) => Row(table, row, place, decision))]);
    }

    private string Head(ExpressionSyntax condition) => _words.Fill(
        "WhenColumn", desk.Conditions.KindOf(condition) is TypeKind.Boolean or null && condition is not PathExpression
            ? desk.Conditions.Of(condition)
            : desk.Values.Of(condition));

    private string Head(TableColumnSyntax column) => column.Kind == TableColumnKind.Output
        ? _words.Fill("ThenColumn", desk.Symbols.Label(column.Output!))
        : _words.Fill("Column" + column.Kind);

    private IReadOnlyList<string> Row(TableSyntax table, TableRowSyntax row, int place, DecisionSyntax decision) =>
    [
        _words.Number(place + 1),
        .. table.Conditions.Zip(row.Cells, Cell),
        .. row.Results.Select(result => Result(result, table, decision)),
    ];

    private string Cell(ExpressionSyntax column, CellSyntax cell)
    {
        if (cell.Tests.Count == 0)
        {
            return _words.Fill("AnyValue");
        }

        var tests = string.Join("; ", cell.Tests.Select(test => Test(column, test)));
        return cell.Negated ? _words.Fill("CellNot", tests) : tests;
    }

    private string Test(ExpressionSyntax column, CellTestSyntax test) => test switch
    {
        CompareTest compare => desk.Conditions.Relation(
            compare.Operator,
            desk.Conditions.KindOf(column) ?? desk.Conditions.KindOf(compare.Value),
            desk.Values.Of(compare.Value)),
        RangeTest range => _words.Fill(
            "CellRange",
            _words.Fill(range.LowInclusive ? "RangeFrom" : "RangeAbove", desk.Values.Of(range.Low)),
            _words.Fill(range.HighInclusive ? "RangeThrough" : "RangeBelow", desk.Values.Of(range.High))),
        MissingTest missing => _words.Fill(missing.IsRecorded ? "CellRecorded" : "CellMissing"),
        _ => "",
    };

    private string Result(ResultCellSyntax cell, TableSyntax table, DecisionSyntax decision) => cell switch
    {
        ValueCell value => desk.Values.Of(value.Value),
        NotApplyCell block => effects.Of(new NotApplyEffect(block.Span), decision, table.Parents),
        CitesCell cites => desk.Basis.Cites(cites.Cites),
        DateCell { Value: { } day } => _words.Day(day),
        NoteCell note => note.Text,
        _ => "",
    };
}
