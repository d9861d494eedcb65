using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Reloading;

/// <summary>
/// A pack and the values of its parameters as they were current at one moment. Immutable: whoever holds a snapshot
/// decides by it, whatever becomes current meanwhile; that pins a case to its pack and keeps the pack alive.
/// </summary>
/// <param name="Pack">The pack.</param>
/// <param name="Parameters">The values of its parameters.</param>
/// <param name="Number">How many swaps came before; 0 for the first snapshot of a host.</param>
public sealed record RuleSnapshot(CompiledPack Pack, ParameterSet Parameters, long Number)
{
    /// <summary>The pack's hash.</summary>
    public string Hash => Pack.Pack.Hash;

    /// <summary>Begins to evaluate one case with this pack and these values.</summary>
    /// <param name="facts">What is known, by this pack's symbols.</param>
    /// <param name="context">The day of the call; parameters that it names are kept.</param>
    public CaseEvaluation Evaluate(CaseFacts facts, EvaluationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Pack.Evaluate(facts, context with { Parameters = context.Parameters ?? Parameters });
    }
}
