using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Host.Tests.Web;

/// <summary>What is left of an activation when the host starts again.</summary>
public sealed class PackRestartTests : IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Restart_AfterAnActivation_HasTheNewPackAndOldCasesKeepTheirs()
    {
        string first, now, old;
        await using (var host = await PackDesk.StartAsync(_data))
        {
            old = await host.OpenOfAsync(7);
            first = await host.CurrentAsync();
            (await host.PostPackAsync(PackDesk.Crowd("activate", 20, first), "k1")).Status.Should().Be(200);
            now = await host.CurrentAsync();
        }

        await using var again = await PackDesk.StartAsync(_data);

        (await again.CurrentAsync()).Should().Be(now).And.NotBe(first);
        (await again.StandsAsync(old)).Should().Be((first, true));
        (await again.StandsAsync(await again.OpenOfAsync(7))).Should().Be((now, false));
        var fired = await again.PostAsync($"/api/v1/cases/{old}/triggers/answer", "{}", "fire");
        fired.Status.Should().Be(200, "the pack that the case pins is archived: " + fired.Text);
    }

    [Fact]
    public async Task Activation_ThatTakesOpenCasesAlong_MovesWhatThePreviewShowed()
    {
        await using var host = await PackDesk.StartAsync(_data);
        var calm = await host.OpenOfAsync(3);
        var moved = await host.OpenOfAsync(7);
        var first = await host.CurrentAsync();
        var shown = await host.PostPackAsync(PackDesk.Crowd("preview", 20, first, "repin"));
        await host.PostPackAsync(PackDesk.Crowd("activate", 20, first, "repin"), "k1");
        var now = await host.CurrentAsync();

        await Eventually.HoldsAsync(
            async () => (await host.GetAsync("/api/v1/packs")).Json["pinned"]!.AsArray()
                .All(pin => pin!["isCurrent"]!.GetValue<bool>()),
            "all open cases have gone over");

        (await host.StandsAsync(calm)).Should().Be((now, false));
        (await host.StandsAsync(moved)).Should().Be((now, false));
        shown.Json["whatIf"]!["moves"]!.AsArray().Select(move => move!["case"]!.GetValue<string>())
            .Should().Equal(moved);
        (await TypesAsync(host, moved)).Should().EndWith(["CaseRepinned", "CaseAssessed"]);
        (await TypesAsync(host, calm)).Should().EndWith(["CaseRepinned"]);
    }

    [Fact]
    public async Task Kill_RightAfterTheAnswer_LosesNothingOfTheActivation()
    {
        string first;
        using (var host = HostProcess.Start(Serve()))
        {
            using var client = await ClientAsync(host);
            first = await CurrentAsync(client);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/packs")
            {
                Content = JsonContent.Create(PackDesk.Crowd("activate", 20, first)),
            };
            request.Headers.Add("Idempotency-Key", "k1");
            using var answer = await client.SendAsync(request);
            answer.EnsureSuccessStatusCode();
            await host.KillAsync();
        }

        using var again = HostProcess.Start(Serve());
        using var second = await ClientAsync(again);

        var packs = JsonNode.Parse(await second.GetStringAsync("/api/v1/packs"))!;
        packs["current"]!["hash"]!.GetValue<string>().Should().NotBe(first);
        packs["activation"]!["parameters"]![0]!["after"]!.GetValue<int>().Should().Be(20);
        again.Output.Should().Contain("activated by local");
        again.Terminate();
        (await again.EndAsync()).Should().Be(ExitCode.Ok, again.Errors);
    }

    private string[] Serve() =>
    [
        "serve", "--pack", Repository.PathOf(PackDesk.Pack), "--data", _data.Path, "--urls", "http://127.0.0.1:0",
        "--lang", "en",
    ];

    private static async Task<HttpClient> ClientAsync(HostProcess host)
    {
        await host.SaysAsync("CaseFlow listens on");
        return new HttpClient { BaseAddress = new Uri(host.Output[(host.Output.LastIndexOf(' ') + 1)..].Trim()) };
    }

    private static async Task<string> CurrentAsync(HttpClient client) =>
        JsonNode.Parse(await client.GetStringAsync("/api/v1/packs"))!["current"]!["hash"]!.GetValue<string>();

    private static async Task<IEnumerable<string>> TypesAsync(RunningHost host, string id) =>
        (await host.GetAsync($"/api/v1/cases/{id}/history")).Json.AsArray()
            .Select(happened => happened!["type"]!.GetValue<string>());
}
