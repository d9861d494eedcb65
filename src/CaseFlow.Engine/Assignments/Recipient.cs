using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Assignments;

/// <summary>Why a recipient could not be found.</summary>
public enum UnresolvedReason
{
    /// <summary>The case has no holder.</summary>
    NoHolder,

    /// <summary>The case has no agency.</summary>
    NoAgency,

    /// <summary>The register does not know the agency.</summary>
    UnknownAgency,

    /// <summary>The agency has no superior.</summary>
    NoSuperior,

    /// <summary>No agency up the line of superiors stands at that level.</summary>
    NoSuchLevel,

    /// <summary>Nobody holds the role there.</summary>
    NobodyInRole,
}

/// <summary>To whom something goes, as asked for and as the register resolved it. Ids only, never names.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Name">The role or agency asked for, or null.</param>
/// <param name="Level">The level asked for, or null.</param>
/// <param name="Agency">The agency found, or null.</param>
/// <param name="Officers">The officers found; empty where it goes to the agency itself.</param>
/// <param name="Unresolved">Why nobody was found; null where somebody was.</param>
public sealed record Recipient(
    RecipientKind Kind,
    string? Name,
    string? Level,
    string? Agency,
    IReadOnlyList<string> Officers,
    UnresolvedReason? Unresolved);
