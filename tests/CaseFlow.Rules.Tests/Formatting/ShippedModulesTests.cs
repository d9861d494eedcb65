using System.Text;
using CaseFlow.Rules.Formatting;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Tests.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Formatting;

/// <summary>What is shipped stands in the canonical layout: `caseflow fmt` changes nothing in it.</summary>
public sealed class ShippedModulesTests
{
    public static TheoryData<string> Shipped() => [.. new[] { "packs", "samples" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cfr", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.PathOf("."), file))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Module_AsShipped_IsInItsLayout(string path)
    {
        var text = Modules.Text(path);

        var result = RuleFormatter.Format(path, text);

        result.Text.Should().Be(text, "`caseflow fmt` puts it right");
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Module_WithItsLinesRunTogether_IsLaidOutWithTheSameTreeAndComments(string path)
    {
        var text = Modules.Text(path);
        var spread = Loosened(text);

        var once = RuleFormatter.Format(path, spread).Text;

        var trees = (ModuleParser.Parse(path, text).Module, ModuleParser.Parse(path, once).Module);
        TreeEquality.Same(trees.Item1, trees.Item2).Should().BeTrue();
        Modules.Comments(once).Should().Be(Modules.Comments(text));
        RuleFormatter.Format(path, once).Text.Should().Be(once);
    }

    // Tables and comments end with their line; every other line is pushed away from the margin it had.
    private static string Loosened(string text) => new StringBuilder()
        .AppendJoin('\n', text.Split('\n').Select((line, place) =>
            line.Length == 0 || place % 3 > 0 ? line : new string(' ', place % 7) + line.TrimStart()))
        .ToString();
}
