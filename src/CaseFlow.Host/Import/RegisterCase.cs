using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Import;

/// <summary>A case of an outside register, read and checked.</summary>
/// <param name="Key">Its key in the register.</param>
/// <param name="Line">Line of its first row.</param>
/// <param name="OpensAt">When it starts, UTC.</param>
/// <param name="Agency">The receiving agency, or null.</param>
/// <param name="Facts">Facts told at its opening.</param>
/// <param name="Deadlines">Due instants by the deadline's name.</param>
/// <param name="ClosesAt">When it ends; null: still open.</param>
/// <param name="Rows">What its rows did, in the order of the file.</param>
internal sealed record RegisterCase(
    string Key,
    int Line,
    DateTimeOffset OpensAt,
    string? Agency,
    JsonObject Facts,
    IReadOnlyDictionary<string, DateTimeOffset> Deadlines,
    DateTimeOffset? ClosesAt,
    IReadOnlyList<RegisterRow> Rows);

/// <summary>What one row did to its case.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Inputs">Inputs of its trigger.</param>
internal sealed record RegisterRow(int Line, DateTimeOffset At, JsonObject Inputs);

/// <summary>
/// What a register holds: the cases that can be imported, what is wrong with the others, and what is odd.
/// </summary>
/// <param name="Cases">Good cases in the order of the file.</param>
/// <param name="Skipped">How many cases are left out.</param>
/// <param name="Errors">Why, by line.</param>
/// <param name="Warnings">What is odd about cases that are imported.</param>
internal sealed record RegisterReading(
    IReadOnlyList<RegisterCase> Cases, int Skipped, IReadOnlyList<HostError> Errors, IReadOnlyList<HostError> Warnings);
