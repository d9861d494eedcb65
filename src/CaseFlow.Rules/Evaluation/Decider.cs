using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Compilation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// One decision of a pack, made for case after case. Where compiled code decides, and the outcome's values are the same
/// for every case, the outcome is shared and nothing is allocated. Safe to share between threads.
/// </summary>
public sealed class Decider
{
    private readonly CompiledPack _pack;

    internal Decider(CompiledPack pack, DecisionSymbol symbol) => (_pack, Symbol) = (pack, symbol);

    /// <summary>The decision.</summary>
    public DecisionSymbol Symbol { get; }

    /// <summary>The outcome for a case: what <see cref="CaseEvaluation.Decide"/> gives.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="context">The day of the call and the values of parameters.</param>
    /// <exception cref="EvaluationFaultException">The case has no answer.</exception>
    public DecisionOutcome Decide(CaseFacts facts, EvaluationContext context)
    {
        if (_pack.Code is not { } code)
        {
            return _pack.Evaluate(facts, context).Decide(Symbol);
        }

        var frame = code.Rent();
        frame.Begin(facts, context, _pack);
        var outcome = frame.Decide(code.NumberOf(Symbol)) ?? frame.Interpret(Symbol);
        code.Return(frame);
        return outcome;
    }

    /// <summary>The outcomes for many cases, in their order.</summary>
    /// <param name="facts">What is known of each.</param>
    /// <param name="context">The day of the call and the values of parameters.</param>
    /// <param name="outcomes">Receives an outcome a case; at least as long as <paramref name="facts"/>.</param>
    /// <exception cref="EvaluationFaultException">A case has no answer; those before it are in place.</exception>
    public void DecideMany(
        ReadOnlySpan<CaseFacts> facts, EvaluationContext context, Span<DecisionOutcome> outcomes)
    {
        for (var index = 0; index < facts.Length; index++)
        {
            outcomes[index] = Decide(facts[index], context);
        }
    }
}
