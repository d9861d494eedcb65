using System.Text;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>
/// The interpreter and compiled code on the packs that people wrote: on the facts of their own examples, and on the
/// same facts with one of them untold.
/// </summary>
public sealed class PackDifferentialTests
{
    private const string Suite = "tests/CaseFlow.Rules.Tests/conformance/eval";
    private static readonly DateOnly Today = new(2026, 11, 2);

    public static TheoryData<string> Folders() =>
        [.. Directory.GetDirectories(Repository.PathOf(Suite)).Select(folder => Suite + "/" + Path.GetFileName(folder))
            .Order(StringComparer.Ordinal).Append("packs/vietnam-petitions")];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Decide_OnTheExamplesOfAPack_IsTheSameByBothExecutors(string folder)
    {
        var pack = Load(Repository.PathOf(folder));
        var (oracle, compiled) = (new CompiledPack(pack), new CompiledPack(pack));
        compiled.Prepare();

        foreach (var (example, number) in pack.Examples.Select((example, number) => (example, number)))
        {
            var context = new EvaluationContext(example.Today ?? Today);
            foreach (var facts in Cases(example, number))
            {
                Outcomes(compiled, facts, context).Should().Equal(Outcomes(oracle, facts, context), example.Title);
            }
        }
    }

    [Fact]
    public void Test_OfAPreparedPack_PassesAsBefore()
    {
        var pack = new CompiledPack(Load(Repository.PathOf("packs/vietnam-petitions")));
        pack.Prepare();

        pack.Test().Failed.Should().Be(0);
    }

    // Another fact is left out of each example.
    private static CaseFacts[] Cases(BoundExample example, int number) =>
    [
        CaseFacts.None.With(example.Facts),
        CaseFacts.None.With(example.Facts.Where((_, place) => place != number % example.Facts.Count)),
    ];

    private static List<string> Outcomes(CompiledPack pack, CaseFacts facts, EvaluationContext context)
    {
        var evaluation = pack.Evaluate(facts, context);
        return [.. pack.Pack.Decisions.Select(decision => OutcomeText.Of(() => evaluation.Decide(decision.Symbol)))];
    }

    private static BoundPack Load(string folder)
    {
        var files = Directory.GetFiles(folder)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
        files.TryAdd("pack.json", Encoding.UTF8.GetBytes("""{"name":"conformance","version":"1","language":"1"}"""));
        var loaded = RulePack.Load(new InMemoryRuleSource(files));
        return loaded.Pack ?? throw new InvalidOperationException(loaded.Diagnostics[0].ToString());
    }
}
