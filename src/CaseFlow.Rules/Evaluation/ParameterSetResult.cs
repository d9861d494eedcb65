using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Evaluation;

/// <summary>Another set of parameter values, or everything that speaks against it.</summary>
/// <param name="Set">The set; null where there is a finding.</param>
/// <param name="Diagnostics">Every finding, in the order of the changes; checks last.</param>
public sealed record ParameterSetResult(ParameterSet? Set, IReadOnlyList<Diagnostic> Diagnostics);
