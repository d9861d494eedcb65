using System.Globalization;
using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Drafts tables: each row becomes a rule `table#row`, its cells a condition.</summary>
internal sealed class TableDrafter(CellBinder cells)
{
    /// <summary>Drafts a table.</summary>
    public RuleDraft Draft(TableSyntax table, ModuleScope module)
    {
        var ofTable = CitationBinder.Bind(table.Cites, module);
        if (table.Cites.Count == 0 && table.Rows.Any(row => CitesOf(table, row).Count == 0))
        {
            var head = table.Parents.Count == 0 ? table.Name.Span : table.Parents[^1].Span;
            CitationBinder.ReportNone(
                table.Name.Text, table.Name.Span, module, per => Fixing.After(head, " " + per));
        }

        var rows = table.Rows.Select((row, place) => Row(table, row, place, ofTable, module)).ToList();
        return new RuleDraft(table.Name, table.Parents, false, rows) { IsTable = true, End = table.End };
    }

    private RowDraft Row(
        TableSyntax table, TableRowSyntax row, int place, IReadOnlyList<Citation> ofTable, ModuleScope module)
    {
        var name = table.Name.Text + "#" + (place + 1).ToString(CultureInfo.InvariantCulture);
        var own = CitationBinder.Bind(CitesOf(table, row), module);
        var cites = own.Count > 0 ? own : ofTable;
        var version = new VersionDraft(
            Period(table, row, cites, name, module),
            cites,
            scope => cells.Condition(table, row, scope),
            Effect(table, row),
            row.Span,
            Written: null);
        return new RowDraft(name, [version], row.Span, Note(table, row) ?? table.Note);
    }

    // A from or before of the row goes over that of the table; without either, the laws' own period counts.
    private static LawPeriod Period(
        TableSyntax table, TableRowSyntax row, IReadOnlyList<Citation> cites, string name, ModuleScope module)
    {
        var (from, fromSpan) = DateOf(table, row, TableColumnKind.From);
        var (before, beforeSpan) = DateOf(table, row, TableColumnKind.Before);
        if (from is null && before is null)
        {
            return PeriodBinder.Of(table.Period, cites, name, row.Span, module);
        }

        var outer = table.Period is { } written
            ? PeriodBinder.Written(written, module.Findings)
            : PeriodBinder.OfLaws(cites, name, row.Span, module.Findings);
        var period = new LawPeriod(from ?? outer.From, before ?? outer.Before);
        if (period.IsEmpty)
        {
            module.Findings.Add(DiagnosticBag.Of(
                RulesCodes.PeriodIsEmpty,
                row.Span,
                PeriodBinder.Day(period.From),
                PeriodBinder.Day(period.Before!.Value)) with
            {
                Fixes = from > before
                    ? [PeriodFixes.Swapped((from.Value, fromSpan), (before.Value, beforeSpan))]
                    : [],
            });
        }

        PeriodBinder.CheckInForce(period, cites, module.Findings);
        return period;
    }

    private static EffectSyntax Effect(TableSyntax table, TableRowSyntax row)
    {
        if (row.Results.OfType<NotApplyCell>().FirstOrDefault() is { } blocks)
        {
            return new NotApplyEffect(blocks.Span);
        }

        var assignments = Results(table, row)
            .Where(result => result.Column is { Kind: TableColumnKind.Output, Output: not null })
            .Select(result => (result.Column, Cell: result.Cell as ValueCell))
            .Where(result => result.Cell is not null)
            .Select(result => new AssignmentSyntax(result.Column.Output!, result.Cell!.Value, result.Cell.Span));
        return new AssignEffect([.. assignments], row.Span);
    }

    private static IReadOnlyList<CitationSyntax> CitesOf(TableSyntax table, TableRowSyntax row) =>
        [.. Results(table, row).Select(result => result.Cell).OfType<CitesCell>().SelectMany(cell => cell.Cites)];

    private static string? Note(TableSyntax table, TableRowSyntax row) =>
        Results(table, row).Select(result => result.Cell).OfType<NoteCell>().FirstOrDefault()?.Text;

    private static (DateOnly? Day, SourceSpan Span) DateOf(
        TableSyntax table, TableRowSyntax row, TableColumnKind kind) =>
        Results(table, row)
            .Where(result => result.Column.Kind == kind)
            .Select(result => result.Cell)
            .OfType<DateCell>()
            .Select(cell => (cell.Value, cell.Span))
            .FirstOrDefault();

    // A row with the wrong number of cells has its finding from the parser; here its surplus or lack is passed over.
    private static IEnumerable<(TableColumnSyntax Column, ResultCellSyntax Cell)> Results(
        TableSyntax table, TableRowSyntax row) => table.Columns.Zip(row.Results);
}
