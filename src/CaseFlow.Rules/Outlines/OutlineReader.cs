using System.Globalization;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Spreadsheets;
using CaseFlow.Rules.Syntax.Lexing;
using Shapes = CaseFlow.Rules.Syntax.Lexing.References;

namespace CaseFlow.Rules.Outlines;

/// <summary>
/// Reads the rows of an outline: comma-separated text whose first line names the columns in any order. A row that
/// cannot be read is a finding at its line.
/// </summary>
internal sealed class OutlineReader
{
    /// <summary>
    /// Rows of one file. The longest code in force has under 700 articles and with every clause and point some ten
    /// thousand rows.
    /// </summary>
    public const int MaxRows = 20_000;

    // A heading or a reason is a sentence; the longest heading of a Vietnamese law has some three hundred characters.
    private const int MaxCellLength = 1_000;

    // The first columns say which place it is.
    private const int ReferenceColumns = 4;

    private const string References = "28, 11a, đ, II.2.1";
    private const string Needs = "none, later";
    private const string IsoDay = "YYYY-MM-DD";

    private static readonly string[] Columns =
        ["section", "article", "clause", "point", "from", "before", "title", "rule", "because"];

    private readonly CsvTable _table;
    private readonly List<OutlineRow> _rows = [];

    private OutlineReader(string file, string text)
    {
        _table = new CsvTable(file, text, Columns);
        foreach (var row in _table.Rows.Take(MaxRows))
        {
            Add(row);
        }

        if (_table.Rows.Count > MaxRows)
        {
            _table.Rows[MaxRows].Report(
                RulesCodes.OutlineTooLong, file, MaxRows.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The rows that could be read, in order of the file, and what could not be read.</summary>
    /// <param name="file">Path of the file, for the places of findings.</param>
    /// <param name="text">Its text.</param>
    public static (IReadOnlyList<OutlineRow> Rows, IReadOnlyList<Diagnostic> Findings) Read(string file, string text)
    {
        var reader = new OutlineReader(file, text);
        return (reader._rows, reader._table.Diagnostics);
    }

    private void Add(CsvRow row)
    {
        // The columns are looked at one by one, so that all that is wrong with a row is told at once.
        if (Columns.Count(column => !IsReadable(row, column)) > 0)
        {
            return;
        }

        var reference = Reference(row);
        var hasFrom = TryDay(row, "from", out var from);
        var hasBefore = TryDay(row, "before", out var before);
        var need = Need(row);
        if (reference is { } place && hasFrom && hasBefore && need is { } wanted)
        {
            var period = new LawPeriod(from ?? DateOnly.MinValue, before);
            Add(row, new OutlineRow(place, period, Line(row, "title"), wanted, Line(row, "because"), row.Span));
        }
    }

    private void Add(CsvRow row, OutlineRow read)
    {
        if (read.Written.IsEmpty)
        {
            row.Report(RulesCodes.PeriodIsEmpty, row["from"], row["before"]);
        }
        else if (read.Need != RuleNeed.Open && read.Because.Length == 0)
        {
            row.Report(RulesCodes.OutlineReasonMissing, read.Reference.ToString());
        }
        else if (read.Need == RuleNeed.Open && read.Because.Length > 0)
        {
            _ = row.Refuse<RuleNeed>("rule", Needs);
        }
        else
        {
            _rows.Add(read);
        }
    }

    private static LawReference? Reference(CsvRow row)
    {
        string[] parts = [.. Columns.Take(ReferenceColumns).Select(column => row[column].Normalize())];
        for (var part = 0; part < parts.Length; part++)
        {
            if (parts[part].Length > 0 && !Shapes.IsReference(parts[part]))
            {
                return row.Refuse<LawReference>(Columns[part], References);
            }
        }

        return parts is ["", "", ..]
            ? row.Refuse<LawReference>("article", References)
            : new LawReference(parts[0], parts[1], parts[2], parts[3]);
    }

    private static RuleNeed? Need(CsvRow row) => row["rule"] switch
    {
        "" => RuleNeed.Open,
        "none" => RuleNeed.None,
        "later" => RuleNeed.Later,
        _ => row.Refuse<RuleNeed>("rule", Needs),
    };

    private static bool TryDay(CsvRow row, string column, out DateOnly? day)
    {
        day = null;
        if (row[column].Length == 0)
        {
            return true;
        }

        day = Shapes.TryReadDay(row[column], out var read)
            ? read
            : row.Refuse<DateOnly>(column, IsoDay);
        return day is not null;
    }

    private static bool IsReadable(CsvRow row, string column)
    {
        var cell = row[column];
        if (cell.Length > MaxCellLength)
        {
            row.Report(RulesCodes.TokenTooLong, MaxCellLength.ToString(CultureInfo.InvariantCulture));
            return false;
        }

        for (var place = 0; place < cell.Length;)
        {
            var rune = Characters.RuneAt(cell, place, out var length);
            var isBidi = Characters.IsBidiControl(rune.Value);
            if (isBidi || Characters.IsForbidden(cell, place, rune))
            {
                row.Report(
                    isBidi ? RulesCodes.BidiControl : RulesCodes.ForbiddenCharacter,
                    string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"));
                return false;
            }

            place += length;
        }

        return true;
    }

    // A spreadsheet may hold line ends in a cell; a heading is one line.
    private static string Line(CsvRow row, string column) => string.Join(
        ' ', row[column].Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
