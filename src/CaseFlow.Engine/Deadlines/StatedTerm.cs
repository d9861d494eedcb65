using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Deadlines;

/// <summary>What a length of a deadline is.</summary>
public enum StatedTermKind
{
    /// <summary>The term that the law sets.</summary>
    Term,

    /// <summary>An extension.</summary>
    Extension,
}

/// <summary>A length that a deadline is made of, with what it rests on.</summary>
/// <param name="Length">How long, in the law's own unit.</param>
/// <param name="Kind">The term itself or an extension of it.</param>
/// <param name="DecidedOn">The local day of the step that set it.</param>
/// <param name="Rules">The rules that decided it; empty for an extension.</param>
/// <param name="Cites">The articles, as `LKN art 28`.</param>
public sealed record StatedTerm(
    RuleDuration Length,
    StatedTermKind Kind,
    DateOnly DecidedOn,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Cites);

/// <summary>
/// Days that do not count: from <paramref name="From"/> inclusive to <paramref name="Resumed"/> exclusive.
/// </summary>
/// <param name="From">First day that does not count.</param>
/// <param name="Resumed">First day that counts again; null while it lasts.</param>
/// <param name="RecordedAs">The trigger that suspended.</param>
public sealed record StatedSuspension(DateOnly From, DateOnly? Resumed, string RecordedAs);
