using System.Text.Json;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>Evaluates a pack of one module on facts told as JSON.</summary>
internal static class Told
{
    public static readonly DateOnly Today = new(2026, 1, 5);

    public static DecisionOutcome Decide(string module, string decision, string facts) =>
        Decide(TextPack.Of(module), decision, facts);

    public static DecisionOutcome Decide(CompiledPack pack, string decision, string facts) =>
        Evaluate(pack, facts).Decide(pack.DecisionNamed(decision)!);

    public static CaseEvaluation Evaluate(CompiledPack pack, string facts)
    {
        using var json = JsonDocument.Parse(facts);
        var read = FactReader.Read(json.RootElement, pack.Pack);
        read.Problems.Should().BeEmpty();
        return pack.Evaluate(read.Facts, new EvaluationContext(Today));
    }
}
