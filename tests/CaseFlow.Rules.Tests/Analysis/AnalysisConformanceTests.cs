using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Analysis;

/// <summary>What the analysis finds is so: every case that it shows is tried, and can be pasted back.</summary>
public sealed class AnalysisConformanceTests
{
    private const int FewestWitnesses = 40;

    // Found where a pack is bound; its files stand there.
    private static readonly string[] Elsewhere = [RulesCodes.FoldedWordAmbiguous];

    public static TheoryData<string> BadModules() => AnalysisConformance.Modules(folder => folder != "good");

    public static TheoryData<string> GoodModules() => AnalysisConformance.Modules(folder => folder == "good");

    [Theory]
    [MemberData(nameof(BadModules))]
    public void Analysis_OfABadModule_GivesTheExpectedFindings(string module)
    {
        var report = AnalysisConformance.Analyse(AnalysisConformance.Text(module));

        var code = Path.GetFileName(module).Split('.')[0];
        report.Findings.Should().Contain(finding => finding.Diagnostic.Code == code);
        AnalysisConformance.ShouldBeExpected(module, AnalysisConformance.Lines(report));
    }

    [Theory]
    [MemberData(nameof(GoodModules))]
    public void Analysis_OfAGoodModule_FindsNothing(string module)
    {
        var report = AnalysisConformance.Analyse(AnalysisConformance.Text(module));

        AnalysisConformance.Lines(report).Should().BeEmpty();
        report.IsCutShort.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(BadModules))]
    public void Witness_OfAFinding_ShowsWhatTheFindingSays(string module)
    {
        var text = AnalysisConformance.Text(module);
        var pack = new CompiledPack(AnalysisConformance.Load(text));

        foreach (var finding in PackAnalysis.Of(pack.Pack, AnalysisBudget.Default).Findings)
        {
            if (finding.Witness is { } witness)
            {
                var outcomes = pack.Evaluate(witness.Facts, new EvaluationContext(witness.Today)).DecideAll();
                outcomes.Should().Contain(outcome => Shows(finding.Diagnostic, outcome), finding.Diagnostic.Code);
            }
        }
    }

    [Theory]
    [MemberData(nameof(BadModules))]
    public void Witness_PastedBack_IsAnExampleOfTheSameCase(string module)
    {
        var text = AnalysisConformance.Text(module);
        foreach (var finding in AnalysisConformance.Analyse(text).Findings)
        {
            if (finding.Witness is { } witness)
            {
                var pasted = AnalysisConformance.Load(text + "\n" + witness.Example);
                var example = pasted.Examples[^1];
                Told(example.Facts).Should().Equal(Told(witness.Facts.Known), witness.Example);
                example.Today.Should().Be(witness.Today);
                new CompiledPack(pasted).Test().Results[^1].Failure?.Code.Should().Be(
                    finding.Diagnostic.Code == RulesCodes.Gap ? RulesCodes.ExampleFailed : null, witness.Example);
            }
        }
    }

    [Theory]
    [MemberData(nameof(BadModules))]
    public void Fix_OfAFinding_LeavesTextThatLoads(string module)
    {
        var text = AnalysisConformance.Text(module);
        foreach (var fix in AnalysisConformance.Analyse(text).Findings.SelectMany(found => found.Diagnostic.Fixes))
        {
            var edit = fix.Edits.Should().ContainSingle().Subject;
            AnalysisConformance.Load(
                text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText));
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public void Modules_OfALanguage_ShowEveryCodeAndEnoughWitnesses(string language)
    {
        var modules = BadModules().Select(row => (string)row.Data)
            .Where(module => module.EndsWith("." + language, StringComparison.Ordinal))
            .ToList();
        var codes = typeof(RulesCodes).GetFields()
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(code => code.StartsWith("CF5", StringComparison.Ordinal));

        codes.Except(Elsewhere).Except(modules.Select(module => Path.GetFileName(module).Split('.')[0]))
            .Should().BeEmpty();
        modules.Sum(module => AnalysisConformance.Analyse(AnalysisConformance.Text(module)).Findings
            .Count(finding => finding.Witness is not null)).Should().BeGreaterThan(FewestWitnesses);
    }

    private static IEnumerable<string> Told(IEnumerable<KeyValuePair<FieldSymbol, Value>> facts) =>
        facts.Select(fact => fact.Key.Path + " is " + ValueText.Of(fact.Value)).Order(StringComparer.Ordinal);

    private static bool Shows(Diagnostic finding, DecisionOutcome outcome)
    {
        var active = outcome.Rules.Select(rule => rule.Name).ToList();
        return finding.Code switch
        {
            RulesCodes.Gap => outcome.Status == OutcomeStatus.Gap && outcome.Decision.Name == finding.Arguments[2],
            RulesCodes.Overlap => outcome.Status == OutcomeStatus.Conflict
                && active.Contains(finding.Arguments[0]) && active.Contains(finding.Arguments[1]),
            RulesCodes.NeverActive => !active.Contains(finding.Arguments[0]),
            _ => active.Contains(finding.Arguments[1]),
        };
    }
}
