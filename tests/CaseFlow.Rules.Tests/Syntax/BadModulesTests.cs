using System.Reflection;
using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>What is wrong with a text is said once, at its place, for all independent faults in one run.</summary>
public sealed class BadModulesTests
{
    // Not a small file; see HostileTextTests.
    private static readonly string[] Elsewhere = [RulesCodes.TooManyTokens];

    public static TheoryData<string> Modules() => [.. Conformance.Modules("bad")];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Parse_OfABadModule_GivesTheExpectedFindings(string module)
    {
        var bytes = Conformance.Read("bad", module);
        var findings = ModuleParser.Parse(module, bytes).Diagnostics;

        Conformance.ShouldBeExpected(
            "bad", module + ".diag", Conformance.Lines(findings, Encoding.UTF8.GetString(bytes)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public void Modules_OfALanguage_ShowEverySyntaxCode(string language)
    {
        var shown = Conformance.Modules("bad")
            .Where(module => module.EndsWith("." + language, StringComparison.Ordinal))
            .SelectMany(module => ModuleParser.Parse(module, Conformance.Read("bad", module)).Diagnostics)
            .Select(finding => finding.Code)
            .ToHashSet();

        var codes = typeof(RulesCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(code => code[..4] is "CF01" or "CF02");
        codes.Except(Elsewhere).Except(shown).Should().BeEmpty();
    }
}
