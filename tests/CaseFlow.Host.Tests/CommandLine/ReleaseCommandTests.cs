using System.Text.Json.Nodes;
using CaseFlow.Host.CommandLine;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class ReleaseCommandTests : IDisposable
{
    private const string Sound =
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
        example "none" given p.on is 2021-01-01 and p.a is no expect d.level is 0
        """;

    private readonly DirectoryInfo _pack = Directory.CreateTempSubdirectory("caseflow-pack-");

    public void Dispose() => _pack.Delete(recursive: true);

    private string ReleaseFile => Path.Join(_pack.FullName, "release.json");

    [Fact]
    public async Task Release_OfASoundPack_WritesWhatItIsAndLeavesTheContentAsItWas()
    {
        Write(Sound);

        var first = await RunAsync("--signed-by", "Anh", "--signed-by", "Bình");
        var release = JsonNode.Parse(await File.ReadAllTextAsync(ReleaseFile, TestContext.Current.CancellationToken))!;
        var again = await RunAsync("--signed-by", "Anh", "--signed-by", "Bình", "--dry-run");

        first.ExitCode.Should().Be(ExitCode.Ok);
        release["signedBy"]!.ToJsonString(UserTerminal.JsonOptions).Should().Be("""["Anh","Bình"]""");
        release["date"]!.GetValue<string>().Should().Be("2026-12-01");
        JsonNode.DeepEquals(JsonNode.Parse(again.Output), release).Should().BeTrue();
    }

    [Fact]
    public async Task Release_Rehearsed_WritesNothing()
    {
        Write(Sound);

        var run = await RunAsync("--signed-by", "Anh", "--dry-run");

        run.ExitCode.Should().Be(ExitCode.Ok);
        File.Exists(ReleaseFile).Should().BeFalse();
    }

    [Theory]
    [InlineData("en", "release refused", "Not released: 3 refusal(s)")]
    [InlineData("vi", "không phát hành được", "Chưa phát hành: 3 lý do từ chối")]
    public async Task Release_OfAnUnsoundPack_TellsAllAtOnceAndWritesNothing(
        string language, string refused, string summary)
    {
        Write(Sound.Replace("per L art 1", "per L art 1 unverified", StringComparison.Ordinal)
            .Replace("d.level is 0", "d.level is 5", StringComparison.Ordinal));

        var run = await RunAsync("--signed-by", "Anh", "--lang", language);

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("CF6001").And.Contain("CF6005").And.Contain("CF6006")
            .And.Contain(refused).And.Contain(summary);
        File.Exists(ReleaseFile).Should().BeFalse();
    }

    [Fact]
    public async Task Release_OfAPackWithErrors_RefusesEachAtItsPlace()
    {
        Write("language en\nmodule m\nfacts f { a : boolean }\ndefine d as f.b\ndefine e as f.c\n");

        var run = await RunAsync("--signed-by", "Anh", "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain("m.cfr:4:").And.Contain("m.cfr:5:").And.Contain("CF6003");
    }

    [Fact]
    public async Task Release_WithoutADateThatIsOne_IsWrongUsage()
    {
        Write(Sound);

        var run = await CommandRun.OfAsync("release", _pack.FullName, "--date", "soon", "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().Contain("CF9104");
    }

    private Task<CommandRun> RunAsync(params string[] options) =>
        CommandRun.OfAsync(["release", _pack.FullName, "--date", "2026-12-01", .. options]);

    private void Write(string module)
    {
        File.WriteAllText(Path.Join(_pack.FullName, "pack.json"), """{"name":"p","version":"1","language":"1"}""");
        File.WriteAllText(Path.Join(_pack.FullName, "m.cfr"), module);
    }
}
