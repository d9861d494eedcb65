using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>What is wrong with a pack is said once, at its place, in either language.</summary>
public sealed class ConformanceTests
{
    // No text of a module can ask for a parameter by its name alone; see the set of parameters.
    private static readonly string[] Elsewhere = [RulesCodes.UnknownParameter];

    public static TheoryData<string> BadModules() => BindingConformance.Modules("bad");

    public static TheoryData<string> GoodModules() => BindingConformance.Modules("good");

    [Theory]
    [MemberData(nameof(BadModules))]
    public void Load_OfABadModule_GivesTheExpectedFindings(string module)
    {
        var result = BindingConformance.Load(module);

        BindingConformance.ShouldBeExpected(
            module, BindingConformance.Lines(result, BindingConformance.Text(module)));
    }

    [Theory]
    [MemberData(nameof(BadModules))]
    public void Load_OfABadModule_FindsTheCodeItIsNamedAfter(string module)
    {
        var code = Path.GetFileNameWithoutExtension(module);

        BindingConformance.Of(BindingConformance.Load(module)).Should().Contain(finding => finding.Code == code);
    }

    [Theory]
    [MemberData(nameof(GoodModules))]
    public void Load_OfAGoodModule_FindsNothing(string module)
    {
        var result = BindingConformance.Load(module);

        BindingConformance.Lines(result).Should().BeEmpty();
        result.Pack.Should().NotBeNull();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public void BadModules_OfALanguage_ShowEveryCodeOfNamesTypesAndStructure(string language)
    {
        var shown = BadModules()
            .Select(row => (string)row.Data)
            .Where(module => module.EndsWith("." + language, StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();

        var codes = typeof(RulesCodes).GetFields()
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(code => code.StartsWith("CF21", StringComparison.Ordinal)
                || code.StartsWith("CF22", StringComparison.Ordinal)
                || code.StartsWith("CF23", StringComparison.Ordinal)
                || code.StartsWith("CF3", StringComparison.Ordinal));
        codes.Except(Elsewhere).Except(shown).Should().BeEmpty();
    }
}
