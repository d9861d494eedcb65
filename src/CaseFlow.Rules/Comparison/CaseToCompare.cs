using System.Text.Json;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Comparison;

/// <summary>
/// A case that two packs are asked about. Its facts are JSON, since each pack reads them by its own names.
/// </summary>
/// <param name="Id">What the case is called in the result.</param>
/// <param name="Today">The local day of the call.</param>
/// <param name="Facts">Its facts, as <see cref="Facts.FactReader"/> reads them.</param>
public sealed record CaseToCompare(string Id, DateOnly Today, JsonElement Facts)
{
    /// <summary>What rules may know of the case itself; without it, `case.*` is unknown.</summary>
    public CaseView? Case { get; init; }
}

/// <summary>A pack with the values of its parameters: one of the two sides of a comparison.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Parameters">Values of the parameters; null: those that the pack declares.</param>
public sealed record PackSide(CompiledPack Pack, ParameterSet? Parameters = null);
