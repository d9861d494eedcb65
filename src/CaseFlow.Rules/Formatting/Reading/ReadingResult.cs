using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>The reading view of a pack, or why there is none.</summary>
/// <param name="Document">The view; null where a finding is an error: what may be wrong is not for signature.</param>
/// <param name="Diagnostics">All findings, in order.</param>
public sealed record ReadingResult(ReadingDocument? Document, IReadOnlyList<Diagnostic> Diagnostics);
