using System.Globalization;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Bench.Decisions;

/// <summary>
/// A case of the petition pack: everything that the engine asks when a case is opened and when its facts change (the
/// pack's assessments), against reading every fact of the pack once.
/// </summary>
internal sealed class PetitionBenchmark
{
    private readonly CompiledPack compiled;
    private readonly CompiledPack interpreted;
    private readonly Decider[] deciders;
    private readonly FieldSymbol[] facts;
    private readonly IReadOnlyList<DecisionSymbol> assessments;
    private readonly (CaseFacts Facts, EvaluationContext Context)[] cases;
    private readonly string told;
    private int next;

    /// <summary>Loads the pack and finds the cases.</summary>
    private PetitionBenchmark()
    {
        var pack = PetitionCases.Load();
        compiled = new CompiledPack(pack);
        interpreted = new CompiledPack(pack) { StaysInterpreted = true };
        compiled.Prepare();
        assessments = pack.Assessments;
        deciders = [.. assessments.Select(decision => compiled.Decision(decision.Name)!)];
        facts = [.. pack.FactRoots.SelectMany(root => root.Fields)];
        var (settled, all) = PetitionCases.Of(compiled);
        cases = [.. settled];
        told = string.Create(
            CultureInfo.InvariantCulture,
            $"{assessments.Count} assessments on {cases.Length} cases, of {all} those that are settled");
    }

    /// <summary>Prints what a case costs.</summary>
    public static void Run(TextWriter output)
    {
        var bench = new PetitionBenchmark();
        output.WriteLine(bench.told);
        ProcessorTime.Run(
            output,
            ("every fact once", bench.EveryFactOnce),
            ("engine, compiled", () => bench.Assess(bench.compiled)),
            ("deciders", bench.Deciders),
            ("interpreter", () => bench.Assess(bench.interpreted)));
    }

    private int EveryFactOnce()
    {
        var (told, known) = (Next().Facts, 0);
        foreach (var fact in facts)
        {
            known += told[fact] is null ? 0 : 1;
        }

        return known;
    }

    // As an embedder asks who wants no allocation; the engine asks one evaluation for the case.
    private int Deciders()
    {
        var ((told, context), rules) = (Next(), 0);
        foreach (var decider in deciders)
        {
            rules += decider.Decide(told, context).Rules.Count;
        }

        return rules;
    }

    private int Assess(CompiledPack pack)
    {
        var ((told, context), rules) = (Next(), 0);
        var evaluation = pack.Evaluate(told, context);
        foreach (var decision in assessments)
        {
            rules += evaluation.Decide(decision).Rules.Count;
        }

        return rules;
    }

    private (CaseFacts Facts, EvaluationContext Context) Next() => cases[next = (next + 1) % cases.Length];
}
