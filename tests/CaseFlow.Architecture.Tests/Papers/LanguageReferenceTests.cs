using System.Globalization;
using System.Text.Json;
using CaseFlow.Rules;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Architecture.Tests.Papers;

/// <summary>Every module of the language reference loads without a finding, and its examples pass.</summary>
public sealed class LanguageReferenceTests
{
    private const string Reference = "docs/language.md";
    // The files that its modules read, in the order in which it shows them.
    private static readonly string[] Files = ["lc.csv", "days.csv"];

    private const string Manifest = """{"name":"reference","version":"1","language":"1"}""";

    public static TheoryData<int> Modules => [.. FencedBlock.Read(Reference, "cfr").Select(block => block.Line)];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Module_OfTheReference_LoadsAndItsExamplesPass(int line)
    {
        var module = FencedBlock.Read(Reference, "cfr").Single(block => block.Line == line);
        var files = Files.Zip(FencedBlock.Read(Reference, "csv").Select(block => block.Text));

        var loaded = RulePack.Load(InMemoryRuleSource.OfTexts(
            [("pack.json", Manifest), ("reference.cfr", module.Text), .. files]));

        loaded.Diagnostics
            .Select(found => $"{found.Span} {found.Code} {found.Message(CultureInfo.InvariantCulture)}")
            .Should().BeEmpty();
        new CompiledPack(loaded.Pack!).Test().Results
            .Select(result => result.Message(CultureInfo.InvariantCulture))
            .Where(failure => failure is not null)
            .Should().BeEmpty();
    }

    [Theory]
    [InlineData("en", 2)]
    [InlineData("vi", 3)]
    public void Keywords_OfTheReference_AreThoseThatTheLexerReads(string language, int column)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(Repository.PathOf($"src/CaseFlow.Rules/Syntax/Keywords.{language}.json")));
        var read = file.RootElement.EnumerateObject()
            .SelectMany(group => group.Value.EnumerateObject())
            .Select(token => token.Name + ": " + string.Join(", ", token.Value.EnumerateArray()));

        var told = KeywordRows().Select(cells => cells[1] + ": " + cells[column]);

        told.Should().BeEquivalentTo(read);
    }

    [Fact]
    public void Grammar_OfTheReference_SpellsItsKeywordsAsTheLexerDoes()
    {
        var keywords = KeywordRows().SelectMany(cells => cells[2].Split(", ")).ToHashSet(StringComparer.Ordinal);
        var grammar = FencedBlock.Read(Reference, "ebnf").Single().Text;

        var spelled = grammar.Split('"').Where((_, place) => place % 2 == 1).Where(text => char.IsLetter(text[^1]));

        spelled.Should().NotBeEmpty().And.OnlyContain(phrase => keywords.Contains(phrase));
    }

    private static IEnumerable<string[]> KeywordRows() => File.ReadLines(Repository.PathOf(Reference))
        .SkipWhile(line => line != "## Keywords")
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Where(line => !line.EndsWith("| en | vi |", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries));
}
