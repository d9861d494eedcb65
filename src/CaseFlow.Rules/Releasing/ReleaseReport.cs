using CaseFlow.Rules.Coverage;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Releasing;

/// <summary>Whether a pack may be released, and what is known of it.</summary>
/// <param name="Refusals">All that stands against it (CF6001 to CF6008), by file and place.</param>
/// <param name="Examples">How many examples it has.</param>
/// <param name="Coverage">What they show.</param>
/// <param name="Regions">How many regions of cases the analysis looked at.</param>
/// <param name="Practices">What rests on practice instead of law, each once, in order.</param>
public sealed record ReleaseReport(
    IReadOnlyList<Diagnostic> Refusals,
    int Examples,
    CoverageReport Coverage,
    long Regions,
    IReadOnlyList<string> Practices)
{
    /// <summary>Whether nothing stands against it.</summary>
    public bool IsReleasable => Refusals.Count == 0;
}

/// <summary>Who answers for a release, and from when it stands.</summary>
/// <param name="Date">The day of the release.</param>
/// <param name="SignedBy">Who signed the reading view, in the order given.</param>
public sealed record ReleaseSignature(DateOnly Date, IReadOnlyList<string> SignedBy);
