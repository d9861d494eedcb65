using CaseFlow.Engine.Definitions;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Reloading;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.Packs;

/// <summary>A pack that someone would make the current one, checked as a whole.</summary>
/// <param name="Source">Its files.</param>
/// <param name="Changes">The parameters changed in another pack's text to make it; empty for a whole pack.</param>
/// <param name="Reading">What reading it gave.</param>
/// <param name="Analysed">What its analysis found; never stands in the way.</param>
/// <param name="Examples">What its examples came to; null where it cannot be read.</param>
internal sealed record PackCandidate(
    IRuleSource Source,
    IReadOnlyList<ParameterChange> Changes,
    CasePackReading Reading,
    IReadOnlyList<AnalysisFinding> Analysed,
    TestReport? Examples)
{
    /// <summary>True where it can be made current: read without an error, every example passed.</summary>
    public bool IsGood => Reading.Pack is not null && Examples is { Failed: 0 };

    /// <summary>Errors that stand in the way.</summary>
    public int Errors =>
        Reading.Problems.Count + Reading.Diagnostics.Count(finding => finding.Severity is Severity.Error);

    /// <summary>Checks a pack as `check` and `test` do.</summary>
    public static PackCandidate Check(IRuleSource source, IReadOnlyList<ParameterChange> changes)
    {
        var reading = CasePackReader.Read(source);
        return reading.Pack is { } pack
            ? new PackCandidate(
                source,
                changes,
                reading,
                PackAnalysis.Of(pack.Bound, AnalysisBudget.Default).Findings,
                pack.Rules.Test())
            : new PackCandidate(source, changes, reading, [], null);
    }
}
