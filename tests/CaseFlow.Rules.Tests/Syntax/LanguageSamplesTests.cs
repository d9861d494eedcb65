using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>
/// The six samples of the language's design are read without a finding and without a part left unread.
/// </summary>
public sealed class LanguageSamplesTests
{
    [Theory]
    [InlineData("facts.cfr", 26)]
    [InlineData("deadlines.cfr", 29)]
    [InlineData("priority.cfr", 22)]
    [InlineData("jurisdiction.vi.cfr", 9)]
    [InlineData("lifecycle.cfr", 11)]
    [InlineData("lifecycle.vi.cfr", 9)]
    public void Parse_OfASample_FindsEveryDeclarationAndNoFault(string file, int declarations)
    {
        var path = Requires.SharedCorpus("language/samples/" + file);

        var result = ModuleParser.Parse(file, File.ReadAllBytes(path));

        Conformance.Lines(result.Diagnostics).Should().BeEmpty();
        result.Module.Declarations.Count.Should().Be(declarations);
        result.Module.Declarations.OfType<ErrorDeclaration>().Should().BeEmpty();
    }
}
