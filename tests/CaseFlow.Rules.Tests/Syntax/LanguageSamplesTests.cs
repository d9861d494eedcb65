using System.Globalization;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>The six samples of the language's design are read without a finding and without a part left unread.</summary>
public sealed class LanguageSamplesTests
{
    private const string Folder = "/work/shared/language/samples";

    [Theory]
    [InlineData("facts.cfr", 26)]
    [InlineData("deadlines.cfr", 29)]
    [InlineData("priority.cfr", 22)]
    [InlineData("jurisdiction.vi.cfr", 9)]
    [InlineData("lifecycle.cfr", 11)]
    [InlineData("lifecycle.vi.cfr", 9)]
    public void Parse_OfASample_FindsEveryDeclarationAndNoFault(string file, int declarations)
    {
        var path = Path.Combine(Folder, file);
        Assert.SkipUnless(File.Exists(path), $"{path} is not on this machine");

        var result = ModuleParser.Parse(file, File.ReadAllBytes(path));

        result.Diagnostics.Select(finding => $"{finding.Span}: {finding.Message(CultureInfo.InvariantCulture)}").Should().BeEmpty();
        result.Module.Declarations.Count.Should().Be(declarations);
        result.Module.Declarations.OfType<ErrorDeclaration>().Should().BeEmpty();
    }
}
