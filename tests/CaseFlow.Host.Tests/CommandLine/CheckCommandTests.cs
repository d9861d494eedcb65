using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class CheckCommandTests : IDisposable
{
    private readonly DirectoryInfo _pack = Directory.CreateTempSubdirectory("caseflow-pack-");

    public void Dispose() => _pack.Delete(recursive: true);

    [Fact]
    public async Task Check_PackWithErrors_PrintsEachWithItsPlaceAndHelpAndExitsWithOne()
    {
        Write("language en\nmodule m\nfacts f { a : boolean }\ndefine d as f.b\ndefine e as f.c\n");

        var run = await CommandRun.OfAsync("check", _pack.FullName, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Findings);
        var file = Path.Join(_pack.FullName, "m.cfr");
        run.Output.Should()
            .Contain($"{file}:4:")
            .And.Contain($"{file}:5:")
            .And.Contain(": error CF")
            .And.Contain("  hint: ");
        run.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task Check_PackWithErrorsAsJson_PrintsOneObjectALine()
    {
        Write("language en\nmodule m\nfacts f { a : boolean }\ndefine d as f.b\n");

        var run = await CommandRun.OfAsync("check", _pack.FullName, "--json");

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().NotBeEmpty()
            .And.OnlyContain(line => System.Text.Json.Nodes.JsonNode.Parse(line)!["line"]!.GetValue<int>() == 4);
    }

    [Fact]
    public async Task Check_FolderOfMoreFilesThanAPackMayHold_IsRefusedAndNotReadInPart()
    {
        Write("language en\nmodule m\n");
        for (var file = 0; file < PackFolder.FilesMax; file++)
        {
            await File.WriteAllTextAsync(
                Path.Join(_pack.FullName, FormattableString.Invariant($"{file}.txt")), "",
                TestContext.Current.CancellationToken);
        }

        var run = await CommandRun.OfAsync("check", _pack.FullName, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(HostCodes.PackUnreadable).And.Contain("2,000");
    }

    [Fact]
    public async Task Check_SamplePack_HasNoErrors()
    {
        var run = await CommandRun.OfAsync(
            "check",
            CaseFlow.Tests.Shared.Repository.PathOf("tests/CaseFlow.Host.Tests/Register/pack"),
            "--lang",
            "en"
        );

        run.Output.Should().NotContain(": error ");
        run.ExitCode.Should().Be(ExitCode.Ok);
    }

    private void Write(string module)
    {
        File.WriteAllText(Path.Join(_pack.FullName, "pack.json"), """{"name":"p","version":"1","language":"1"}""");
        File.WriteAllText(Path.Join(_pack.FullName, "m.cfr"), module);
    }
}
