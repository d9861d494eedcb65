using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>The folder of a pack: manifest, hash, calendar data, many files.</summary>
public sealed class PackFolderTests
{
    private const string Law = "language en\nmodule a\nlaw L \"Law\" from 2020-01-01\n";

    [Fact]
    public void Manifest_OfAPack_IsRead()
    {
        const string manifest = """{ "name": "p", "version": "2", "language": "1", "backdatedDaysAtMost": 9, }""";

        var result = Load(("pack.json", manifest), ("a.cfr", Law));

        result.Pack!.Manifest.Name.Should().Be("p");
        result.Pack.Manifest.Version.Should().Be("2");
        result.Pack.Manifest.BackdatedDaysAtMost.Should().Be(9);
    }

    [Theory]
    [InlineData("{ \"name\": ", RulesCodes.NotJson)]
    [InlineData("[1]", RulesCodes.ManifestSetting)]
    [InlineData("{ \"name\": 3 }", RulesCodes.ManifestSetting)]
    [InlineData("{ \"language\": \"2\" }", RulesCodes.ManifestSetting)]
    [InlineData("{ \"version\": \"\\ud800\" }", RulesCodes.ManifestSetting)]
    [InlineData("{ \"assessments\": [\"\\ud800\"] }", RulesCodes.ManifestSetting)]
    [InlineData("{ \"backdatedDaysAtMost\": -1 }", RulesCodes.ManifestSetting)]
    [InlineData("{ \"agencies\": \"agencies.json\" }", RulesCodes.FileMissing)]
    public void Manifest_ThatCannotBeRead_IsOneFinding(string manifest, string code)
    {
        var result = Load(("pack.json", manifest), ("a.cfr", Law));

        result.Diagnostics.Should().ContainSingle().Which.Code.Should().Be(code);
        result.Pack.Should().BeNull();
    }

    [Fact]
    public void Manifest_WithBytesThatAreNoText_IsOneFinding()
    {
        byte[] manifest = [.. "{ \"name\": \""u8, 0xFF, 0xC3, .. "\" }"u8];

        var result = RulePack.Load(new InMemoryRuleSource(new Dictionary<string, byte[]>
        {
            ["pack.json"] = manifest, ["a.cfr"] = Encoding.UTF8.GetBytes(Law),
        }));

        result.Diagnostics.Should().ContainSingle().Which.Code.Should().Be(RulesCodes.ManifestSetting);
    }

    [Fact]
    public void Register_WithNamesThatAreNoText_IsReadAllTheSame()
    {
        var result = Load(
            ("pack.json", "{ \"\\ud800\": 1, \"agencies\": \"offices.json\" }"),
            ("offices.json", "{ \"agencies\": [{ \"id\": \"\\ud800\", \"roles\": { \"\\udfff\": 1 } }] }"),
            ("a.cfr", Law));

        result.Diagnostics.Should().BeEmpty();
    }

    [Fact]
    public void Files_ListedTwice_AreReadOnce() =>
        RulePack.Load(new ListedTwice()).Diagnostics.Should().BeEmpty();

    [Fact]
    public void Pack_WithoutAModule_IsRefused() =>
        Load(("pack.json", "{}")).Diagnostics.Should().ContainSingle().Which.Code.Should().Be(RulesCodes.NoModules);

    [Fact]
    public void Hash_OfTheSameFiles_IsTheSameAndChangesWithAnyOfThem()
    {
        var hash = Load(("a.cfr", Law), ("vn.csv", "x")).Pack!.Hash;

        hash.Should().MatchRegex("^sha256:[0-9a-f]{64}$");
        Load(("vn.csv", "y"), ("a.cfr", Law)).Pack!.Hash.Should().Be(hash, "calendars have versions of their own");
        Load(("a.cfr", Law + " ")).Pack!.Hash.Should().NotBe(hash);
        Load(("b.cfr", Law)).Pack!.Hash.Should().NotBe(hash);
        Load(("a.cfr", Law), ("pack.json", "{}")).Pack!.Hash.Should().NotBe(hash);
    }

    [Fact]
    public void Calendar_WhoseDataIsNotThere_IsRefusedAndNeverGuessed()
    {
        var calendar = Law + "calendar c per L art 1 weekend sunday holidays from data \"days\"\n";

        Load(("a.cfr", calendar)).Diagnostics.Should().ContainSingle().Which.Code.Should().Be(RulesCodes.FileMissing);
        Load(("a.cfr", calendar), ("days.csv", "date,name,kind,certainty\n2026-01-01,New Year,holiday,V\n"))
            .Pack!.Calendars.Values.Single().Last.Should().Be(new DateOnly(2026, 12, 31));
    }

    [Fact]
    public void BadFiles_OfAPack_DoNotHideEachOthersFindings()
    {
        var result = Load(
            ("a.cfr", Law + "decision ((\n"),
            ("sub/b.cfr", "language en\nmodule b\nimport a\nenum e { x, x }\n"),
            ("z.cfr", "language en\nmodule z\nimport a\ndefine d : boolean per L art 1 as unknown_name\n"));

        result.Diagnostics.Select(finding => finding.Span.File).Distinct()
            .Should().Equal("a.cfr", "sub/b.cfr", "z.cfr");
    }

    [Fact]
    public void Name_ThatAnUnreadDeclarationMayDeclare_CausesNoSecondFinding()
    {
        var result = Load(("a.cfr", Law + "define busy boolean as yes\ndefine d : boolean per L art 1 as busy\n"));

        result.Diagnostics.Should().ContainSingle().Which.Code.Should().StartWith("CF02");
    }

    [Fact]
    public void Import_OfAnImport_IsNotSeen()
    {
        var result = Load(
            ("a.cfr", Law),
            ("b.cfr", "language en\nmodule b\nimport a\n"),
            ("c.cfr", "language en\nmodule c\nimport b\ndefine d : boolean per L art 1 as yes\n"));

        var finding = result.Diagnostics.Should().ContainSingle().Which;
        finding.Code.Should().Be(RulesCodes.NotImported);
        finding.Arguments.Should().Equal("L", "a");
    }

    [Fact]
    public void Imports_InACircleOfThree_NameEveryEdge()
    {
        var result = Load(
            ("a.cfr", "language en\nmodule a\nimport b\n"),
            ("b.cfr", "language en\nmodule b\nimport c\n"),
            ("c.cfr", "language en\nmodule c\nimport a\n"));

        var finding = result.Diagnostics.Should().ContainSingle().Which;
        finding.Code.Should().Be(RulesCodes.ImportCycle);
        finding.Related.Select(place => place.Span.File).Append(finding.Span.File)
            .Should().BeEquivalentTo(["a.cfr", "b.cfr", "c.cfr"]);
    }

    private static LoadResult Load(params (string Path, string Text)[] files) => RulePack.Load(
        new InMemoryRuleSource(files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text))));

    private sealed class ListedTwice : IRuleSource
    {
        public IReadOnlyList<string> Files => ["a.cfr", "a.cfr"];

        public ReadOnlyMemory<byte>? Read(string path) =>
            path == "a.cfr" ? Encoding.UTF8.GetBytes(Law) : (ReadOnlyMemory<byte>?)null;
    }
}
