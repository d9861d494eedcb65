namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>What a cell of an aligned line holds; the order is the order of the columns.</summary>
internal enum CellKind
{
    Head, Title, Type, Value, Bounds, Step, FromDay, Alias, OtherAlias, Label, OtherLabel, Clause, OtherClause, Moment,
    When, Ask, Assume, AmendedBy, Outline, Unverified, Then, Cites,
}

/// <summary>A line that stands in columns with the lines above and below it.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Last">Its last word.</param>
/// <param name="Cells">Its cells: what they hold and their first words; the first cell begins the line.</param>
/// <param name="Continuation">Columns right of its beginning for cells that do not fit on it.</param>
internal sealed record Row(int First, int Last, IReadOnlyList<(CellKind Kind, int Start)> Cells, int Continuation)
{
    /// <summary>The last word of a cell.</summary>
    public int EndOf(int cell) => cell + 1 < Cells.Count ? Cells[cell + 1].Start - 1 : Last;
}
