using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis;

/// <summary>What the analysis of a pack found.</summary>
/// <param name="Findings">Everything found, by file and place.</param>
/// <param name="IsCutShort">True where the budget stopped it: then a finding CF5201 or CF5202 says where.</param>
/// <param name="Regions">How many regions were looked at.</param>
public sealed record AnalysisReport(IReadOnlyList<AnalysisFinding> Findings, bool IsCutShort, long Regions);

/// <summary>A finding about all cases that a pack may meet.</summary>
/// <param name="Diagnostic">What is wrong, and where.</param>
/// <param name="Witness">A case that shows it; null where no single case does.</param>
public sealed record AnalysisFinding(Diagnostic Diagnostic, Witness? Witness);

/// <summary>A case that shows what a finding says.</summary>
/// <param name="Facts">What is known of it; what it leaves out does not matter.</param>
/// <param name="Today">The day of the call.</param>
/// <param name="GoverningDate">The day whose law the decision uses; null where it was not worked out.</param>
/// <param name="Example">
/// The case as an `example` in the language of the module, to be pasted after its last line. Of a gap it expects
/// outputs to be missing, with a comment that asks for what is right: no expectation means a gap.
/// </param>
public sealed record Witness(CaseFacts Facts, DateOnly Today, DateOnly? GoverningDate, string Example);
