using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Coverage;

/// <summary>What an example can show to work.</summary>
public enum CoverageKind
{
    /// <summary>A rule, by its version.</summary>
    Rule,

    /// <summary>An exception, a blocker with it, by its version.</summary>
    Exception,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>`otherwise`.</summary>
    Otherwise,

    /// <summary>One side of an `if`, in a decision or in a definition that a decision reads.</summary>
    Branch,
}

/// <summary>How far the examples went with something; of several examples the farthest counts.</summary>
public enum CoverageState
{
    /// <summary>In no example was it in force on the governing date.</summary>
    NeverInForce,

    /// <summary>It was in force, but never the case; an `if` never came that way.</summary>
    NeverLive,

    /// <summary>It was the case, but another rule always stood in its place.</summary>
    OverriddenOnly,

    /// <summary>It gave an answer, or a part of one; a blocker took a rule away; an `if` came that way.</summary>
    Active,
}

/// <summary>Something that an example can show to work.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Owner">The decision, or for a branch maybe a definition, that it stands in.</param>
/// <param name="Name">The rule; `table#row` of a row; `otherwise`; `then` or `else` of a branch.</param>
/// <param name="Period">When it is in force; null where that is no matter.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="State">How far the examples went with it.</param>
public sealed record CoverageItem(
    CoverageKind Kind, string Owner, string Name, LawPeriod? Period, SourceSpan Span, CoverageState State)
{
    /// <summary>Whether an example shows it.</summary>
    public bool IsCovered => State == CoverageState.Active;
}
