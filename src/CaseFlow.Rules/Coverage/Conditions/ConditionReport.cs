using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Coverage.Conditions;

/// <summary>How far the examples went with one side of a condition.</summary>
public enum ConditionState
{
    /// <summary>An example shows it.</summary>
    Shown,

    /// <summary>No example shows it, and there is a case that would.</summary>
    Needed,

    /// <summary>No example shows it, and no case was found that would; there may be none.</summary>
    Unsettled,
}

/// <summary>
/// One side of a part of a rule's condition: that the part holds, or does not, and that the whole condition hangs on
/// it, all else being as it is. Both sides of a part together are its pair (modified condition/decision coverage).
/// </summary>
/// <param name="Owner">The decision.</param>
/// <param name="Rule">The rule; `table#row` of a row.</param>
/// <param name="Period">When that version of the rule is in force.</param>
/// <param name="Span">Where the part stands.</param>
/// <param name="Text">The part, in the language's English words.</param>
/// <param name="Holds">Whether it holds on this side.</param>
/// <param name="State">How far the examples went with it.</param>
public sealed record ConditionSide(
    string Owner, string Rule, LawPeriod Period, SourceSpan Span, string Text, bool Holds, ConditionState State)
{
    /// <summary>
    /// Where it is needed: a case that shows it, as an `example` in the language of the module that expects what comes
    /// out today; who pastes it says whether that is right.
    /// </summary>
    public string? Example { get; init; }
}

/// <summary>What of the conditions of a pack its examples show.</summary>
/// <param name="Sides">
/// Both sides of every part of every rule's condition, by file and place; sides that no case can have are left out.
/// </param>
/// <param name="IsCutShort">True where the budget stopped the search: what is left out then may be needed.</param>
public sealed record ConditionReport(IReadOnlyList<ConditionSide> Sides, bool IsCutShort)
{
    /// <summary>How many sides examples show.</summary>
    public int Shown => Sides.Count(side => side.State == ConditionState.Shown);

    /// <summary>How many sides can be shown: those shown and those needed.</summary>
    public int Total => Sides.Count(side => side.State != ConditionState.Unsettled);

    /// <summary>The share that is shown, 0 to 100, cut to one decimal; nothing to show is 100.</summary>
    public decimal Percent => Total == 0 ? 100 : Math.Floor(1000m * Shown / Total) / 10;
}
