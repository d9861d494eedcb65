using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>What the hit policy of a decision makes of its candidates: the one place for both executors.</summary>
internal static class Judgement
{
    /// <summary>The verdict.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="candidates">Its candidates.</param>
    /// <param name="zero">What a total of nothing is.</param>
    /// <param name="clamp">For a sum: its bounds, or null.</param>
    /// <exception cref="EvaluationFaultException">A total is too large, or values have no order.</exception>
    public static Verdict Of(
        BoundDecision decision, CandidateList candidates, Value zero, (Value Low, Value High)? clamp)
    {
        var output = decision.Symbol.Outputs[0];
        return decision.Policy switch
        {
            HitPolicy.Single => SingleHit.Of(candidates),
            HitPolicy.First => FirstHit.Of(candidates),
            HitPolicy.Collect => CollectHit.Of(candidates, decision.Distinct, decision.Symbol.Outputs.Count),
            HitPolicy.Sum => SumHit.Of(candidates, new Total(zero, () => output.Name), clamp),
            _ => ExtremeHit.Of(candidates, new Extreme(decision.Policy == HitPolicy.Highest, output.Type)),
        };
    }
}
