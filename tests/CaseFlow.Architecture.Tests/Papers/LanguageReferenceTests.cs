using System.Globalization;
using CaseFlow.Rules;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Architecture.Tests.Papers;

/// <summary>Every module of the language reference loads without a finding, and its examples pass.</summary>
public sealed class LanguageReferenceTests
{
    private const string Reference = "docs/language.md";
    private const string Manifest = """{"name":"reference","version":"1","language":"1"}""";

    public static TheoryData<int> Modules => [.. FencedBlock.Read(Reference, "cfr").Select(block => block.Line)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Module_OfTheReference_LoadsAndItsExamplesPass(int line)
    {
        var module = FencedBlock.Read(Reference, "cfr").Single(block => block.Line == line);
        var days = FencedBlock.Read(Reference, "csv").Single();

        var loaded = RulePack.Load(InMemoryRuleSource.OfTexts(
            ("pack.json", Manifest), ("reference.cfr", module.Text), ("days.csv", days.Text)));

        loaded.Diagnostics
            .Select(found => $"{found.Span} {found.Code} {found.Message(CultureInfo.InvariantCulture)}")
            .Should().BeEmpty();
        new CompiledPack(loaded.Pack!).Test().Results
            .Select(result => result.Message(CultureInfo.InvariantCulture))
            .Where(failure => failure is not null)
            .Should().BeEmpty();
    }
}
