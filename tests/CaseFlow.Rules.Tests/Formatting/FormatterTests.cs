using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Formatting;
using CaseFlow.Rules.Formatting.Words;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Tests.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Formatting;

/// <summary>Formatting loses nothing, and done twice it is as done once.</summary>
public sealed class FormatterTests
{
    private static readonly string[] Samples =
        ["facts.cfr", "deadlines.cfr", "priority.cfr", "jurisdiction.vi.cfr", "lifecycle.cfr", "lifecycle.vi.cfr"];

    public static TheoryData<string> OfRepository() => [.. Modules.OfRepository()];

    public static TheoryData<string> OfDesign() => [.. Samples];

    public static TheoryData<string> Languages() =>
        [.. Conformance.Modules("good").Where(name => name.EndsWith(".en", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(OfRepository))]
    public void Format_OfAModule_KeepsTreeAndCommentsAndIsDoneOnce(string path) => ShouldKeep(Modules.Text(path));

    [Theory]
    [MemberData(nameof(OfDesign))]
    public void Format_OfASample_KeepsTreeAndCommentsAndIsDoneOnce(string file) =>
        ShouldKeep(File.ReadAllText(Requires.SharedCorpus("language/samples/" + file)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Format_OfOneModuleInTwoLanguages_GivesOneTree(string module)
    {
        var other = module[..^2] + "vi";

        Tree(Formatted("good", module)).Should().Be(Tree(Formatted("good", other)));
    }

    [Theory]
    [MemberData(nameof(OfRepository))]
    public void Format_OfAModule_KeepsLinesWithinTheWidth(string path)
    {
        var lines = RuleFormatter.Format(path, Modules.Text(path)).Text.Split('\n');

        // Tables, comments, and lines whose first clause is a long text or name by itself.
        lines.Where(line => DisplayWidth.Of(line) > RuleFormatter.MaxWidth)
            .Where(line => line.TrimStart()[0] is not ('|' or '#') && !line.Contains('"', StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Fact]
    public void Format_OfATextWithErrors_ChangesNothingAndTellsThem()
    {
        const string Text = "language en\r\nmodule   m\r\nrule\r\n";

        var result = RuleFormatter.Format("m.cfr", Text);

        result.Text.Should().Be(Text);
        result.Diagnostics.Should().Contain(finding => finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("\uFEFFlanguage en\r\nmodule m\r\n\r\nlaw A \"a\"\r\n")]
    [InlineData("language en module m law A \"a\"")]
    [InlineData("\n\n\nlanguage\ten\rmodule m\n\n\n\nlaw  A\t\"a\"  \n\n\n")]
    public void Format_OfOtherWhiteSpace_GivesLineFeedsAndNoMark(string text) =>
        RuleFormatter.Format("m.cfr", text).Text.Should().Be("language en\nmodule m\n\nlaw A \"a\"\n");

    private static string Formatted(string folder, string module) =>
        RuleFormatter.Format(module, Encoding.UTF8.GetString(Conformance.Read(folder, module))).Text;

    private static string Tree(string text) => TreeDump.Of(ModuleParser.Parse("m.cfr", text).Module.Declarations);

    private static void ShouldKeep(string text)
    {
        var once = RuleFormatter.Format("m.cfr", text).Text;

        RuleFormatter.Format("m.cfr", once).Text.Should().Be(once);
        Tree(once).Should().Be(Tree(text));
        Modules.Comments(once).Should().Be(Modules.Comments(text));
    }
}
