using System.Globalization;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Spreadsheets;

/// <summary>Comma-separated text with named columns, and what was found wrong with it.</summary>
internal sealed class CsvTable
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Splits the text and checks its first line and the length of its rows.</summary>
    public CsvTable(string file, string text, IReadOnlyList<string> columns)
    {
        var (lines, unclosed) = CsvText.Split(file, text);
        var start = new SourceSpan(file, 0, 0, 1, 1);
        var header = lines.Count > 0 ? lines[0] : new CsvLine([], start);
        if (unclosed is { } quote)
        {
            Report(quote, RulesCodes.CsvQuote);
        }

        foreach (var column in columns.Where(column => !header.Cells.Contains(column, StringComparer.Ordinal)))
        {
            Report(header.Span, RulesCodes.CsvColumnMissing, column);
        }

        var places = columns.ToDictionary(column => column, column => header.Cells.ToList().IndexOf(column));
        Rows = _diagnostics.Count > 0
            ? []
            : [.. lines.Skip(1).Where(line => Fits(line, header)).Select(line => new CsvRow(this, places, line))];
    }

    /// <summary>The rows that have a cell for each column; none where a column is lacking.</summary>
    public IReadOnlyList<CsvRow> Rows { get; }

    /// <summary>The findings, in order of line.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. _diagnostics.OrderBy(finding => finding.Span.Line)];

    /// <summary>Adds a finding.</summary>
    public void Report(SourceSpan span, string code, params string[] arguments) =>
        Report(new Diagnostic(code, Severity.Error, span, arguments));

    /// <summary>Adds a finding.</summary>
    public void Report(Diagnostic finding) => _diagnostics.Add(finding);

    private bool Fits(CsvLine line, CsvLine header)
    {
        if (line.Cells.Count == header.Cells.Count)
        {
            return true;
        }

        Report(line.Span, RulesCodes.CsvRowCells, Text(line.Cells.Count), Text(header.Cells.Count));
        return false;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A row of such a table.</summary>
internal sealed class CsvRow(CsvTable table, Dictionary<string, int> places, CsvLine line)
{
    // Of a cell that cannot be read, so much is quoted that one knows it again.
    private const int Shown = 60;

    /// <summary>Where it stands.</summary>
    public SourceSpan Span => line.Span;

    /// <summary>The cell of a column.</summary>
    public string this[string column] => line.Cells[places[column]];

    /// <summary>Reports a cell that cannot be read, and gives null.</summary>
    public T? Refuse<T>(string column, string allowed)
        where T : struct
    {
        var cell = this[column];
        Report(RulesCodes.CsvCell, column, cell.Length > Shown ? cell[..Shown] + "…" : cell, allowed);
        return null;
    }

    /// <summary>Reports a finding on this row and an earlier one.</summary>
    public void ReportWith(CsvRow earlier, string code, params string[] arguments) =>
        table.Report(new Diagnostic(code, Severity.Error, line.Span, arguments)
        {
            Related = [new RelatedPlace(earlier.Span, arguments[0])],
        });

    /// <summary>Reports a finding on this row.</summary>
    public void Report(string code, params string[] arguments) => table.Report(line.Span, code, arguments);
}
