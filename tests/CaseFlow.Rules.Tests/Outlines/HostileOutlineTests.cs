using System.Globalization;
using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Outlines;

/// <summary>Whatever an outline's file holds, loading answers, in little time and with few findings.</summary>
public sealed class HostileOutlineTests(ITestOutputHelper output)
{
    private const int Runs = 400;
    private const int FindingsMost = 110;
    private const string Header = "section,article,clause,point,from,before,title,rule,because\n";

    private const string Module = """
        language en
        module test
        law L "Law" from 2012-07-01 outline from data "l"
        facts p { on : date }
        decision d gives level : number by date p.on hit single
          rule one per L art 1 then level is 1
        end decision
        """;

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("\"")]
    [InlineData("\n\n\n")]
    [InlineData(Header)]
    [InlineData(Header + ",1,,,,,\"open")]
    [InlineData(Header + ",1,,,,,a\"b,,\n")]
    [InlineData(Header + ",1,,,0001-01-01,0001-01-01,,,\n")]
    [InlineData(Header + ",1,,,9999-12-31,,,,\n,1,1,,9999-12-31,,,,\n")]
    [InlineData(Header + ",1,,,,0001-01-02,,,\n")]
    [InlineData("article,article,article\n1,1,1\n")]
    public void Load_OfAnyText_Answers(string text) => Findings(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Load_OfAnOutlineFromASpreadsheet_ReadsIt()
    {
        var text = "\uFEFF" + (Header + ",1,,,,,\"Scope,\nand \"\"words\"\"\",none,nothing to decide\n")
            .ReplaceLineEndings("\r\n");

        var law = Load(Encoding.UTF8.GetBytes(text)).Pack!.Laws.Should().ContainSingle().Subject;

        law.Outline!.Items.Should().ContainSingle().Which.Title.Should().Be("Scope, and \"words\"");
    }

    [Fact]
    public void Load_OfSemicolonsForCommas_ReadsThemToo()
    {
        var text = (Header + ";1;;;;;Scope, words;none;as written\n").Replace(
            Header, Header.Replace(',', ';'), StringComparison.Ordinal);

        Load(Encoding.UTF8.GetBytes(text)).Pack!.Laws[0].Outline!.Items[0].Title.Should().Be("Scope, words");
    }

    [Fact]
    public void Load_OfACellOfAMegabyte_QuotesLittleOfIt()
    {
        var cell = new string('x', 1_000_000);

        var found = Findings(Encoding.UTF8.GetBytes(Header + "," + cell + ",,,,,,,\n,1,,,,,,,\n"));

        found.Should().ContainSingle().Which.Code.Should().Be(RulesCodes.TokenTooLong);
        found[0].Message(TextPack.English).Length.Should().BeLessThan(200);
    }

    [Fact]
    public void Load_OfMoreRowsThanALawHas_SaysSoOnce()
    {
        var text = new StringBuilder(Header);
        for (var article = 1; article <= 20_001; article++)
        {
            text.Append(CultureInfo.InvariantCulture, $",{article},,,,,,,\n");
        }

        Findings(Encoding.UTF8.GetBytes(text.ToString()))
            .Should().ContainSingle().Which.Code.Should().Be(RulesCodes.OutlineTooLong);
    }

    [Fact]
    public void Load_OfAFileThatIsNoOutline_StopsTellingAfterAHundred()
    {
        var text = Header + new StringBuilder().Insert(0, "Article 1,of something\n", 5_000);

        Findings(Encoding.UTF8.GetBytes(text)).Should().HaveCount(101)
            .And.Contain(finding => finding.Code == RulesCodes.TooManyFindings);
    }

    [Fact]
    public void Load_OfRandomBytesInAnOutline_AlwaysAnswers()
    {
        var seed = int.Parse(
            Environment.GetEnvironmentVariable("CASEFLOW_SEED") ?? "20261121", CultureInfo.InvariantCulture);
        output.WriteLine(seed.ToString(CultureInfo.InvariantCulture));
        var random = new Random(seed);
        var good = Encoding.UTF8.GetBytes(Header
            + ",1,,,2012-07-01,2020-01-01,\"Scope, words\",none,\"đề cương\"\n,1,2,đ,,,,later,why\n;;,\r\n");
        byte[] telling = [(byte)',', (byte)'"', (byte)'\n', 0, 0xFF, 0xC3, (byte)'-', (byte)'9', (byte)';'];
        for (var run = 0; run < Runs; run++)
        {
            var bytes = good.ToArray();
            for (var change = random.Next(1, 12); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0
                    ? telling[random.Next(telling.Length)]
                    : (byte)random.Next(256);
            }

            var act = () => Findings(bytes);
            act.Should().NotThrow("seed {0}, run {1}", seed, run);
        }
    }

    private static IReadOnlyList<Diagnostic> Findings(byte[] outline)
    {
        var found = Load(outline).Diagnostics;
        found.Should().HaveCountLessThan(FindingsMost);
        found.Select(finding => finding.Message(TextPack.Vietnamese)).Should().NotContainNulls();
        return found;
    }

    private static LoadResult Load(byte[] outline) => RulePack.Load(new InMemoryRuleSource(
        new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["pack.json"] = Encoding.UTF8.GetBytes("""{"name":"test"}"""),
            ["main.cfr"] = Encoding.UTF8.GetBytes(Module),
            ["l.csv"] = outline,
        }));
}
