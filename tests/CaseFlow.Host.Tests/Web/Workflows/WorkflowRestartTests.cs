using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Host.Tests.Web.Workflows;

/// <summary>The real program is killed while a workflow waits, started again, and the workflow goes on.</summary>
public sealed class WorkflowRestartTests : IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Delay_HostKilledWhileItWaits_GoesOnAfterTheNextStart()
    {
        string id;
        using (var killed = Serve())
        {
            using var client = await ClientAsync(killed);
            id = await StartAsync(client);
            await killed.KillAsync();
        }

        using var second = Serve();
        using var api = await ClientAsync(second);
        await Eventually.HoldsAsync(
            async () => (await GetAsync(api, $"instances/{id}"))["instance"]!["status"]!.GetValue<string>()
                == "finished",
            "the workflow goes on");

        FlowDesk.Printed(await GetAsync(api, $"instances/{id}/journal")).Should().Equal("before", "after");
        (await StartAsync(api)).Should().Be(id, "the key was used before the host died");
    }

    private static async Task<string> StartAsync(HttpClient client)
    {
        var definition = await File.ReadAllTextAsync(Repository.PathOf("tests/CaseFlow.Host.Tests/Flows/timer.json"));
        using var published = await client.PostAsync(
            new Uri(FlowDesk.Api + "/definitions", UriKind.Relative),
            new StringContent(definition, System.Text.Encoding.UTF8, "application/json"));
        published.EnsureSuccessStatusCode();
        using var request = new HttpRequestMessage(HttpMethod.Post, FlowDesk.Api + "/instances")
        {
            Content = JsonContent.Create(new { definition = "timer" }),
        };
        request.Headers.Add("Idempotency-Key", "k1");
        using var started = await client.SendAsync(request);
        started.EnsureSuccessStatusCode();
        return (await started.Content.ReadFromJsonAsync<JsonObject>())!["instanceId"]!.GetValue<string>();
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path) =>
        (await client.GetFromJsonAsync<JsonNode>(new Uri($"{FlowDesk.Api}/{path}", UriKind.Relative)))!;

    private static async Task<HttpClient> ClientAsync(HostProcess host)
    {
        await host.SaysAsync("CaseFlow listens on");
        var url = host.Output[(host.Output.LastIndexOf(' ') + 1)..].Trim();
        return new HttpClient { BaseAddress = new Uri(url) };
    }

    private HostProcess Serve() => HostProcess.Start(
        "serve", "--pack", "tests/CaseFlow.Host.Tests/Desk", "--data", _data.Path, "--lang", "en",
        "--urls", "http://127.0.0.1:0");
}
