using System.Text;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>What is wrong with a text is said once, at its place, for all independent faults in one run.</summary>
public sealed class BadModulesTests
{
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
}
