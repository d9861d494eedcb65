using System.Net;
using System.Net.Sockets;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Web;
using CaseFlow.Storage;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class ServeCommandTests : IDisposable
{
    private const string Desk = "tests/CaseFlow.Host.Tests/Desk";

    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Serve_AskedToTerminate_EndsCleanlyAndLeavesNoNote()
    {
        using var host = HostProcess.Start(Serve("--urls", "http://127.0.0.1:0"));
        await host.SaysAsync("CaseFlow listens on");

        host.Terminate();

        (await host.EndAsync()).Should().Be(ExitCode.Ok, host.Errors);
        host.Errors.Should().NotContain("   at ");
        File.Exists(Path.Join(_data.Path, "running.json")).Should().BeFalse();
    }

    [Fact]
    public async Task AnyCommandOnTheDatabase_WhileAnotherHostHoldsIt_SaysSoAndNamesThatHost()
    {
        using var host = HostProcess.Start(Serve("--urls", "http://127.0.0.1:0"));
        await host.SaysAsync("CaseFlow listens on");
        var url = host.Output[(host.Output.LastIndexOf(' ') + 1)..].Trim();

        foreach (var args in new[]
        {
            Serve("--urls", "http://127.0.0.1:0"),
            ["demo", "--no-serve", "--data", _data.Path, "--lang", "en"],
        })
        {
            var (exitCode, _, errors) = await HostProcess.RunAsync(args);

            exitCode.Should().Be(ExitCode.Environment);
            errors
                .Should()
                .StartWith(StorageCodes.HeldByAnotherProcess + ": ")
                .And.Contain(url)
                .And.NotContain("   at ");
        }
    }

    [Fact]
    public async Task Serve_PortTaken_SaysSoAndEndsWithFour()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (exitCode, _, errors) = await HostProcess.RunAsync(Serve("--urls", "http://127.0.0.1:" + port));

        exitCode.Should().Be(ExitCode.Environment);
        errors
            .Should()
            .StartWith(HostCodes.PortTaken + ": ")
            .And.Contain(port)
            .And.Contain("help: ")
            .And.NotContain("   at ");
    }

    [Theory]
    [InlineData("/proc/caseflow")]
    [InlineData("/dev/null/data")]
    public async Task Serve_FolderThatCannotBeWritten_SaysSoAndEndsWithFour(string folder)
    {
        var run = await CommandRun.OfAsync("serve", "--pack", Pack, "--data", folder, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Environment);
        run.Errors.Should().StartWith("CF900").And.Contain("help: ").And.NotContain("   at ");
    }

    [Theory]
    [InlineData(HostCodes.KeyRequired, "--urls", "http://0.0.0.0:5080")]
    [InlineData(HostCodes.BadAddress, "--urls", "ftp://127.0.0.1")]
    [InlineData(HostCodes.BadSetting, "--set", "SweepSeconds=0")]
    [InlineData(HostCodes.BadSetting, "--set", "SweepSeconds=soon")]
    [InlineData(HostCodes.BadSetting, "--set", "nothing")]
    [InlineData(HostCodes.BadSetting, "--set", "Webhook:Url=http://example.org")]
    public async Task Serve_SettingThatCannotBeUsed_RefusesToStart(string code, params string[] options)
    {
        var run = await CommandRun.OfAsync(["serve", "--pack", Pack, "--data", _data.Path, "--lang", "en", .. options]);

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(code + ": ");
        Directory.EnumerateFileSystemEntries(_data.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task Serve_PackWithErrors_RefusesToStartAndSaysHowToSeeThem()
    {
        using var pack = new DataFolder();
        await File.WriteAllTextAsync(
            Path.Join(pack.Path, "pack.json"),
            """{"name":"p","version":"1","language":"1"}"""
        );
        await File.WriteAllTextAsync(Path.Join(pack.Path, "m.cfr"), "language en\nmodule m\ndefine d as f.b\n");

        var run = await CommandRun.OfAsync("serve", "--pack", pack.Path, "--data", _data.Path, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(HostCodes.PackRefused).And.Contain("caseflow check");
    }

    [Fact]
    public async Task Serve_HashKey_PrintsAKeyAndItsHash()
    {
        var run = await CommandRun.OfAsync("serve", "--hash-key", "--json");

        var printed = System.Text.Json.Nodes.JsonNode.Parse(run.Output)!;
        printed["setting"]!["hash"]!.GetValue<string>().Should().Be(ApiKeys.HashOf(printed["key"]!.GetValue<string>()));
    }

    private static string Pack => CaseFlow.Tests.Shared.Repository.PathOf(Desk);

    private string[] Serve(params string[] more) =>
        ["serve", "--pack", Desk, "--data", _data.Path, "--lang", "en", .. more];
}
