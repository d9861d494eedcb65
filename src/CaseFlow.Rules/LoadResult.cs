using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules;

/// <summary>What came of loading a pack.</summary>
/// <param name="Pack">The pack, or null where a finding is an error.</param>
/// <param name="Diagnostics">Every finding, by file and place.</param>
public sealed record LoadResult(BoundPack? Pack, IReadOnlyList<Diagnostic> Diagnostics);
