using System.Globalization;
using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>No text makes the parser throw, loop or use up the stack: each limit gives one finding.</summary>
public sealed class HostileTextTests
{
    private const string Head = "language en module m\n";

    public static TheoryData<string, string> Nests() => new()
    {
        { "check " + Repeat("(", 10_000) + "x" + Repeat(")", 10_000) + " because \"x\"", "parentheses" },
        { "check " + Repeat("if ", 10_000) + "x because \"x\"", "conditions" },
        { "check " + Repeat("count true (", 10_000) + "x because \"x\"", "counts" },
        { "check " + Repeat("any p in q satisfies (", 10_000) + "x because \"x\"", "quantifiers" },
        { "check " + Repeat("total of ", 10_000) + "x because \"x\"", "totals" },
        { "check " + Repeat("days from ", 10_000) + "x because \"x\"", "spans" },
        { "check 1" + Repeat(" plus 1", 10_000) + " is 1 because \"x\"", "a sum" },
        { "check 1" + Repeat(" * 1", 10_000) + " is 1 because \"x\"", "a product" },
        { "check " + Repeat("(", 90) + "1" + Repeat(Repeat(" plus 1", 90) + ")", 90) + " because \"x\"", "inner sums" },
        { "check " + Repeat("(", 90) + "1" + Repeat(Repeat(" * 1", 2) + " + 1)", 90) + " because \"x\"", "both" },
        { "check a" + Repeat(".a", 10_000) + " because \"x\"", "a path" },
        { "facts f { a : " + Repeat("list of ", 10_000) + "text }", "lists of lists" },
        { "example \"e\" given a is " + Repeat("[", 10_000) + " expect a is b", "given lists" },
        { "example \"e\" given a is " + Repeat("{ b is ", 10_000) + " expect a is b", "given records" },
    };

    [Theory]
    [MemberData(nameof(Nests))]
    public void Parse_NestedTenThousandDeep_GivesOneFinding(string text, string what)
    {
        var result = SmallStack.Run(() => ModuleParser.Parse("a.cfr", Head + text + "\nlaw LKN \"Luật\""));

        result.Diagnostics.Select(finding => finding.Code).Should().Equal([RulesCodes.NestedTooDeep], what);
        result.Module.Declarations.Should().ContainSingle(item => item is LawSyntax);
    }

    [Fact]
    public void Parse_OfAMegabyteIdentifier_GivesOneFinding()
    {
        var name = Repeat("ạ", 1_000_000);

        var text = $"{Head}law {name} \"Luật\"\nenum e {{ `{name}` }}\nwords w = \"{name}\"";

        var result = ModuleParser.Parse("a.cfr", text);

        var codes = result.Diagnostics.Select(finding => finding.Code);
        codes.Should().Equal(Enumerable.Repeat(RulesCodes.TokenTooLong, 3));
        result.Diagnostics.Should().OnlyContain(finding => finding.Message(CultureInfo.InvariantCulture).Length < 200);
    }

    [Fact]
    public void Parse_OfAHundredThousandRules_ReadsThemAll()
    {
        var text = new StringBuilder(Head).Append("decision d gives x : number by date today hit single\n");
        for (var i = 0; i < 100_000; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            text.Append("rule r" + number + " per LKN art 1 from 2012-07-01 when p.a is " + number + " then x is 1\n");
        }

        var result = ModuleParser.Parse("a.cfr", text.Append("end decision").ToString());

        result.Diagnostics.Should().BeEmpty();
        result.Module.Declarations.Should().ContainSingle().Which.Should().BeOfType<DecisionSyntax>()
            .Which.Items.Count.Should().Be(100_000);
    }

    [Fact]
    public void Parse_OfTooManyWords_SaysSoAndNothingElse()
    {
        var result = ModuleParser.Parse("a.cfr", Head + "words w = " + Repeat("\"a\",", ParserLimits.MaxTokens / 2));

        result.Diagnostics.Select(finding => finding.Code).Should().Equal(RulesCodes.TooManyTokens);
    }

    [Fact]
    public void Parse_OfBrokenBytes_GivesOneFindingForTheEncoding()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Head + "law L \"a"), 0xC3, 0x28, 0xFF, 0xED, 0xA0, 0x80, .. "\""u8];

        var result = ModuleParser.Parse("a.cfr", bytes);

        result.Diagnostics.Select(finding => finding.Code).Should().Equal(RulesCodes.NotUtf8);
        result.Diagnostics[0].Arguments.Should().Equal("29");
    }

    [Fact]
    public void Parse_OfLoneSurrogates_NamesThem()
    {
        var result = ModuleParser.Parse("a.cfr", Head + "law \uD800L \"a\uDC00\" # \uDBFF");

        result.Diagnostics.Select(finding => finding.Arguments[0]).Should().Equal("U+D800", "U+DC00", "U+DBFF");
    }

    [Fact]
    public void Parse_OfWhatIsNoCharacter_NamesIt()
    {
        var bytes = Encoding.UTF8.GetBytes(Head + "law L \"a\uFFFE\" law `M\uFFFE` \"b\" # \uFFFF");

        var result = ModuleParser.Parse("a.cfr", bytes);

        result.Diagnostics.Select(finding => finding.Arguments.FirstOrDefault()).Should().Contain(["U+FFFE", "U+FFFF"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("#")]
    [InlineData("\0")]
    [InlineData("\"")]
    [InlineData("`")]
    [InlineData("|")]
    [InlineData("language")]
    [InlineData("language en module")]
    public void Parse_OfAlmostNothing_GivesAFinding(string text) =>
        ModuleParser.Parse("a.cfr", text).Diagnostics.Should().NotBeEmpty();

    private static string Repeat(string piece, int times) =>
        new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
}
