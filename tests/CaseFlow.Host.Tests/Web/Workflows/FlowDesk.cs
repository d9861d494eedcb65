using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Host.Tests.Web.Workflows;

/// <summary>What tests of the routes of workflows do again and again.</summary>
internal static class FlowDesk
{
    public const string Api = "/api/v1/workflows";

    /// <summary>Publishes one of the definitions beside the tests.</summary>
    public static async Task<HttpAnswer> PublishAsync(this RunningHost host, string name) =>
        await host.PostAsync(
            Api + "/definitions",
            await File.ReadAllTextAsync(Repository.PathOf($"tests/CaseFlow.Host.Tests/Flows/{name}.json")),
            key: null);

    /// <summary>Publishes and starts; gives the instance.</summary>
    public static async Task<string> StartAsync(this RunningHost host, string name, string key = "s1")
    {
        (await host.PublishAsync(name)).Status.Should().Be(200);
        var started = await host.PostAsync(
            Api + "/instances", new JsonObject { ["definition"] = name }.ToJsonString(), key);
        started.Status.Should().Be(201, started.Text);
        return started.Json["instanceId"]!.GetValue<string>();
    }

    /// <summary>An instance.</summary>
    public static async Task<JsonNode> InstanceAsync(this RunningHost host, string id)
    {
        var answer = await host.GetAsync($"{Api}/instances/{id}");
        answer.Status.Should().Be(200, answer.Text);
        return answer.Json;
    }

    /// <summary>What an instance is doing.</summary>
    public static async Task<string> StatusAsync(this RunningHost host, string id) =>
        (await host.InstanceAsync(id))["instance"]!["status"]!.GetValue<string>();

    /// <summary>What it printed.</summary>
    public static async Task<IReadOnlyList<string>> PrintedAsync(this RunningHost host, string id) =>
        Printed((await host.GetAsync($"{Api}/instances/{id}/journal?limit=200")).Json);

    /// <summary>What a page of a journal says was printed.</summary>
    public static IReadOnlyList<string> Printed(JsonNode journal) =>
    [
        .. journal["items"]!.AsArray()
            .Where(line => line!["what"]!.GetValue<string>() == "printed")
            .Select(line => line!["detail"]!.GetValue<string>()),
    ];
}
