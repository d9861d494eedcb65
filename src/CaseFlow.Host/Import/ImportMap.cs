using System.Text.Json.Nodes;

namespace CaseFlow.Host.Import;

/// <summary>How a register's columns become cases.</summary>
/// <param name="Register">The register's name: the beginning of every idempotency key.</param>
/// <param name="Key">The column whose value groups rows into cases.</param>
/// <param name="Open">How a case is opened, read from its first row.</param>
/// <param name="Close">How a case is closed; null: never.</param>
/// <param name="Rows">What each row does; null: nothing.</param>
internal sealed record ImportMap(string Register, string Key, OpenMap Open, CloseMap? Close, RowsMap? Rows)
{
    /// <summary>Every column that the map reads.</summary>
    public IEnumerable<string> Columns => new[] { Key }
        .Concat(CaseColumns)
        .Concat(Rows is null ? [] : Rows.Inputs.Values.Select(cell => cell.Column).Append(Rows.At))
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);

    /// <summary>The columns that hold one value for all rows of a case.</summary>
    public IEnumerable<string> CaseColumns => new[] { Open.At, Open.Agency?.Column, Close?.At }
        .Concat(Open.Facts.Values.Select(cell => cell.Column))
        .Concat(Open.Deadlines.Values)
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);
}

/// <summary>How a case is opened.</summary>
/// <param name="At">Column of the instant at which it starts.</param>
/// <param name="Agency">Where the receiving agency stands; null: none is told.</param>
/// <param name="Facts">Cells by the path of their fact.</param>
/// <param name="Deadlines">Column of the due instant by the deadline's name in the pack.</param>
internal sealed record OpenMap(
    string At,
    CellMap? Agency,
    IReadOnlyDictionary<string, CellMap> Facts,
    IReadOnlyDictionary<string, string> Deadlines
);

/// <summary>How a case is closed.</summary>
/// <param name="Trigger">The trigger to fire.</param>
/// <param name="At">Column of the instant; an empty cell leaves the case open.</param>
internal sealed record CloseMap(string Trigger, string At);

/// <summary>What each row of a case does.</summary>
/// <param name="Trigger">The trigger to fire.</param>
/// <param name="At">Column of the instant.</param>
/// <param name="Inputs">Cells by the trigger's inputs.</param>
internal sealed record RowsMap(string Trigger, string At, IReadOnlyDictionary<string, CellMap> Inputs);

/// <summary>What a cell is read as.</summary>
internal enum CellType
{
    /// <summary>Text, or the name of an enum's member.</summary>
    Text,

    /// <summary>A day; of a timestamp, its day at the agency.</summary>
    Date,

    /// <summary>A number.</summary>
    Number,

    /// <summary>yes or no.</summary>
    Boolean,
}

/// <summary>Where a value comes from: a column, or the map itself.</summary>
/// <param name="Column">The column; null where <paramref name="Constant"/> stands.</param>
/// <param name="Constant">The same value for every case.</param>
/// <param name="Type">What the cell is read as.</param>
/// <param name="Values">The value to read in place of each cell's text; null: the text itself.</param>
internal sealed record CellMap(
    string? Column, JsonNode? Constant, CellType Type, IReadOnlyDictionary<string, string>? Values);
