using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Formatting.Reading;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Formatting;

/// <summary>
/// The reading view: a small pack with every construct of the language, read in both languages into texts beside it
/// (CASEFLOW_WRITE_EXPECTED=1 writes them anew, to be read before they are committed); and nothing left out of it.
/// </summary>
public sealed partial class ReadingViewTests(ITestOutputHelper output)
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Read_OfThePackWithAllWords_GivesTheExpectedText(string language)
    {
        var document = ReadingPacks.Document(ReadingPacks.Files(ReadingPacks.AllWords), language);
        var expected = Path.Join(Repository.PathOf(ReadingPacks.AllWords), "..", $"all-words.{language}.txt");
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            File.WriteAllText(expected, document.ToText(), Plain);
        }

        document.ToText().Should().Be(File.ReadAllText(expected));
    }

    [Fact]
    public void PackWithAllWords_HoldsEveryKindOfNode()
    {
        var found = Modules(ReadingPacks.Files(ReadingPacks.AllWords))
            .SelectMany(Nodes).Select(node => node.GetType()).ToHashSet();
        var all = typeof(SyntaxNode).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SyntaxNode)) && !type.IsAbstract)
            .Except([typeof(ErrorDeclaration), typeof(ErrorExpression)]);

        found.Should().BeEquivalentTo(all);
    }

    [Fact]
    public void Read_WhereAnyNumberTextOrWordIsChanged_SaysSomethingElse()
    {
        var files = ReadingPacks.Files(ReadingPacks.AllWords);
        string[] languages = ["vi", "en"];
        var before = languages.Select(language => ReadingPacks.Body(ReadingPacks.Document(files, language))).ToList();
        var changes = files.Where(file => file.Key.EndsWith(".cfr", StringComparison.Ordinal))
            .SelectMany(file => Changes(Encoding.UTF8.GetString(file.Value))
                .Select(change => (Path: file.Key, change.Text, change.What)))
            .ToList();
        var changed = 0;

        Parallel.For(0, changes.Count, at =>
        {
            var (path, text, what) = changes[at];
            var other = new Dictionary<string, byte[]>(files) { [path] = Plain.GetBytes(text) };
            var source = new InMemoryRuleSource(other);
            for (var language = 0; language < languages.Length; language++)
            {
                var culture = CultureInfo.GetCultureInfo(languages[language]);
                var document = ReadingView.Of(source, culture, ReadingPacks.Day).Document;
                if (document is null || ReadingPacks.Body(document) != before[language])
                {
                    Interlocked.Add(ref changed, document is null ? 0 : 1);
                    return;
                }
            }

            Assert.Fail($"{path}: {what} is not told");
        });

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{changed} of {changes.Count} changes told, the others no longer load"));
        changed.Should().BeGreaterThan(200);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void Read_OfThePetitionPack_HoldsEveryRuleRowNumberAndText(string language)
    {
        var files = ReadingPacks.Files(FolderPack.Petitions);
        var document = ReadingPacks.Document(files, language);
        var body = ReadingPacks.Body(document);
        var nodes = Modules(files).SelectMany(Nodes).ToList();

        var missing = nodes.SelectMany(node => Said(node, new ReadingWords(CultureInfo.GetCultureInfo(language))))
            .Where(text => !body.Contains(text, StringComparison.OrdinalIgnoreCase)).Distinct().ToList();

        missing.Should().BeEmpty();
        document.Blocks.OfType<ReadingTable>().Select(table => table.Rows.Count).Sum().Should().Be(
            nodes.OfType<TableSyntax>().Sum(table => table.Rows.Count)
            + nodes.OfType<FactsSyntax>().Sum(item => item.Fields.Count)
            + nodes.OfType<RecordSyntax>().Sum(item => item.Fields.Count)
            + nodes.OfType<LifecycleSyntax>().Sum(item => item.States.Count));
        document.ToHtml().Should().Contain(document.Head[1]).And.EndWith("</html>\n");
    }

    [Fact]
    public void Read_OfAPackWithErrors_GivesFindingsAndNoView()
    {
        var source = InMemoryRuleSource.OfTexts([("a.cfr", "language en module m define x : number as y")]);

        var result = ReadingView.Of(source, CultureInfo.InvariantCulture, ReadingPacks.Day);

        result.Document.Should().BeNull();
        result.Diagnostics.Should().Contain(finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Html_OfNamesWithSigns_IsEscaped()
    {
        var source = InMemoryRuleSource.OfTexts(
            [("pack.json", """{"name":"<b>","version":"1","language":"1"}"""),
                ("a.cfr", "language en module m law A \"<script>&\" from 2020-01-01")]);

        var page = ReadingView.Of(source, CultureInfo.InvariantCulture, ReadingPacks.Day).Document!.ToHtml();

        page.Should().NotContain("<script>").And.NotContain("<b>").And.Contain("&lt;script&gt;&amp;");
    }

    // One number raised, one text lengthened, one word turned into its opposite at a time.
    private static IEnumerable<(string Text, string What)> Changes(string text)
    {
        foreach (Match match in Changeable().Matches(text))
        {
            var other = match.Value switch
            {
                "and" => "or",
                "or" => "and",
                "yes" => "no",
                "no" => "yes",
                "any" or "none" => "every",
                "at least" => "at most",
                "plus" => "minus",
                ['"', ..] => match.Value[..^1] + "x\"",
                var number => (int.Parse(number, CultureInfo.InvariantCulture) + 1).ToString(
                    new string('0', number.Length), CultureInfo.InvariantCulture),
            };
            yield return (
                text[..match.Index] + other + text[(match.Index + match.Length)..],
                string.Create(CultureInfo.InvariantCulture, $"{match.Value} at {match.Index}"));
        }
    }

    private static IEnumerable<string> Said(SyntaxNode node, ReadingWords words) => node switch
    {
        NumberLiteral number => [words.Number(number.Value)],
        DateLiteral date => [words.Day(date.Value)],
        DurationLiteral duration =>
            [words.Values.Of(new CaseFlow.Rules.Facts.RuleDuration(duration.Count, duration.Unit))],
        TextLiteral { Value.Length: > 0 } text => [text.Value],
        PeriodSyntax period => new[] { period.From, period.End }.OfType<DateOnly>().Select(words.Day),
        DateCell { Value: { } day } => [words.Day(day)],
        NoteCell note => [note.Text],
        PracticeCitationSyntax practice => [practice.Text],
        LawSyntax law => [law.Title, law.Name.Text],
        RuleSyntax rule => [rule.Name.Text.Replace('_', ' ')],
        TableSyntax table => [table.Name.Text.Replace('_', ' ')],
        TriggerSyntax trigger => [trigger.Name.Text],
        GuardSyntax guard => [guard.Name.Text.Replace('_', ' ')],
        DefinitionSyntax definition => [definition.Name.Text.Replace('_', ' ')],
        DecisionSyntax decision => [decision.Name.Text],
        ParameterSyntax parameter => [parameter.Name.Text, parameter.Owner ?? ""],
        ExampleSyntax example => [example.Title],
        CheckSyntax check => [check.Because],
        WordsSyntax list => list.Phrases,
        FieldSyntax field =>
        [
            field.Names.Labels.FirstOrDefault(label => label.Language == words.Language)?.Text
                ?? (field.Names.Aliases.FirstOrDefault(alias => alias.Language == words.Language)?.Name ?? field.Name)
                    .Text.Replace('_', ' '),
            field.Ask ?? "",
        ],
        DatedValueSyntax { From: { } from } => [words.Day(from)],
        _ => [],
    };

    private static IEnumerable<ModuleSyntax> Modules(IReadOnlyDictionary<string, byte[]> files) => files
        .Where(file => file.Key.EndsWith(".cfr", StringComparison.Ordinal))
        .Select(file => ModuleParser.Parse(file.Key, file.Value).Module);

    private static IEnumerable<SyntaxNode> Nodes(SyntaxNode node) => node.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .SelectMany(property => property.GetValue(node) switch
        {
            SyntaxNode child => [child],
            NamesSyntax => [],
            string => [],
            IEnumerable items => items.OfType<SyntaxNode>(),
            _ => Enumerable.Empty<SyntaxNode>(),
        })
        .SelectMany(Nodes)
        .Prepend(node);

    [GeneratedRegex("\"[^\"\\n]*\"|(?<![\\w.])\\d+(?![\\w])|\\bat least\\b|\\b(?:and|or|yes|no|any|none|plus)\\b",
        RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Changeable();
}
