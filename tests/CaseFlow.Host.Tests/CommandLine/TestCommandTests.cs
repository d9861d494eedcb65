using System.Text.Json.Nodes;
using CaseFlow.Host.CommandLine;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class TestCommandTests : IDisposable
{
    private readonly DirectoryInfo _pack = Directory.CreateTempSubdirectory("caseflow-pack-");

    public TestCommandTests()
    {
        File.WriteAllText(Path.Join(_pack.FullName, "pack.json"), """{"name":"p","version":"1","language":"1"}""");
        File.WriteAllText(
            Path.Join(_pack.FullName, "m.cfr"),
            """
            language en
            module m
            law L "Law" from 2012-07-01
            facts p { on : date  a : boolean }
            decision d gives level : number by date p.on hit single
              rule one per L art 1 when p.a then level is 1
              otherwise level is 0 per L art 2
            end decision
            example "one" given p.on is 2021-01-01 and p.a is yes expect d.level is 1
            """);
    }

    private void WriteOutlined()
    {
        File.WriteAllText(
            Path.Join(_pack.FullName, "m.cfr"),
            """
            language en
            module m
            law L "Law" from 2012-07-01 outline from data "laws/l"
            facts p { on : date }
            decision d gives level : number by date p.on hit single
              rule one per L art 1 then level is 1
            end decision
            """);
        Directory.CreateDirectory(Path.Join(_pack.FullName, "laws"));
        File.WriteAllText(
            Path.Join(_pack.FullName, "laws", "l.csv"),
            """
            section,article,clause,point,from,before,title,rule,because
            ,1,,,,,Terms,,
            ,2,,,,,Fees,,
            ,3,,,,,Scope,none,scope
            ,4,,,,,Costs,later,who pays
            """);
    }

    public void Dispose() => _pack.Delete(recursive: true);

    [Theory]
    [InlineData("en", "not shown: clause otherwise of d: in no example the case", "Coverage: 50 % (1 of 2)")]
    [InlineData("vi", "chưa có ví dụ: mệnh đề otherwise của d", "Độ bao phủ: 50 % (1 trên 2)")]
    public async Task Test_WithCoverage_ListsWhatNoExampleShowsAndEndsWithTheCount(
        string language, string left, string share)
    {
        var run = await CommandRun.OfAsync("test", _pack.FullName, "--coverage", "--lang", language);

        run.ExitCode.Should().Be(ExitCode.Ok);
        run.Output.Should().Contain("m.cfr:7:").And.Contain(left).And.Contain(share);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].TrimEnd().Should().Be("1 passed, 0 failed");
    }

    [Theory]
    [InlineData("en", """
        L: 1 of 4 cited, 1 need no rule, 1 not encoded yet, 1 cited by nothing
          cited by nothing: art 2
          not encoded yet: art 4: who pays
          no rule needed: art 3: scope
        """)]
    [InlineData("vi", """
        L: 1 trên 4 được viện dẫn, 1 không cần quy tắc, 1 chưa có quy tắc, 1 chưa ai viện dẫn
          chưa ai viện dẫn: art 2
          chưa có quy tắc: art 4: who pays
          không cần quy tắc: art 3: scope
        """)]
    public async Task Test_WithCoverageOfAnOutlinedLaw_TellsWhatOfItIsCited(string language, string expected)
    {
        WriteOutlined();

        var run = await CommandRun.OfAsync("test", _pack.FullName, "--coverage", "--lang", language);

        run.ExitCode.Should().Be(ExitCode.Ok);
        run.Output.ReplaceLineEndings("\n").Should().Contain(expected.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Test_WithCoverageAsJson_ListsThePartsWithoutRule()
    {
        WriteOutlined();

        var run = await CommandRun.OfAsync("test", _pack.FullName, "--coverage", "--json");

        var laws = JsonNode.Parse(run.Output)!["summary"]!["coverage"]!["laws"]!.AsArray();
        var law = laws.Should().ContainSingle().Subject!;
        law.ToJsonString().Should().Be(
            """
            {"law":"L","title":"Law","outline":"laws/l.csv","total":4,"cited":1,"needsNoRule":1,"notYet":1,"uncited":1,
            "withoutRule":[{"state":"uncited","because":null,"places":["art 2"]},
            {"state":"notYet","because":"who pays","places":["art 4"]},
            {"state":"needsNoRule","because":"scope","places":["art 3"]}]}
            """.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("en", "no example shows that `p.a` of one of d does not hold and that it matters", "Conditions: 50 %")]
    [InlineData("vi", "chưa ví dụ nào cho thấy `p.a` của one trong d không đúng", "Điều kiện: 50 %")]
    public async Task Test_WithConditions_GivesAnExampleForTheSideThatIsLeft(
        string language, string left, string share)
    {
        var run = await CommandRun.OfAsync("test", _pack.FullName, "--conditions", "--lang", language);

        run.ExitCode.Should().Be(ExitCode.Ok);
        run.Output.Should().Contain("m.cfr:6:29: " + left).And.Contain(share + " (1 ").And.Contain("p.a is no");
    }

    [Theory]
    [InlineData("50", ExitCode.Ok)]
    [InlineData("51", ExitCode.Findings)]
    [InlineData("101", ExitCode.Usage)]
    [InlineData("-1", ExitCode.Usage)]
    public async Task Test_WithAMinimum_EndsByWhetherItIsReached(string minimum, int exitCode)
    {
        var run = await CommandRun.OfAsync("test", _pack.FullName, "--minimum=" + minimum, "--lang", "en");

        run.ExitCode.Should().Be(exitCode);
    }

    [Fact]
    public async Task Test_AsJson_EndsWithASummary()
    {
        var run = await CommandRun.OfAsync("test", _pack.FullName, "--coverage", "--conditions", "--json");

        var summary = JsonNode.Parse(run.Output.TrimEnd().Split('\n')[^1])!["summary"]!;
        summary["passed"]!.GetValue<int>().Should().Be(1);
        summary["coverage"]!["percent"]!.GetValue<decimal>().Should().Be(50);
        summary["coverage"]!["uncovered"]![0]!["state"]!.GetValue<string>().Should().Be("neverLive");
        summary["coverage"]!["uncovered"]![0]!["line"]!.GetValue<int>().Should().Be(7);
        summary["conditions"]!["total"]!.GetValue<int>().Should().Be(2);
        summary["conditions"]!["needed"]![0]!["holds"]!.GetValue<bool>().Should().BeFalse();
    }
}
