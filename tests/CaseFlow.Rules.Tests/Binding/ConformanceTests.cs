namespace CaseFlow.Rules.Tests.Binding;

/// <summary>What is wrong with a pack is said once, at its place, in either language.</summary>
public sealed class ConformanceTests
{
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
        var code = Path.GetFileNameWithoutExtension(module).Split('-')[0];

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
}
