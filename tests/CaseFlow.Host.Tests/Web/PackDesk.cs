using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Host.Tests.Web;

/// <summary>What a rule author and a clerk do at the tuned desk, over HTTP.</summary>
internal static class PackDesk
{
    public const string Pack = "tests/CaseFlow.Host.Tests/Tuned";

    private static int keys;

    public static Task<RunningHost> StartAsync(DataFolder? data = null, bool runsWorker = true) =>
        RunningHost.StartAsync(Pack, runsWorker: runsWorker, data: data);

    /// <summary>The desk's files, with other words put in.</summary>
    public static JsonObject Files(string old = "", string now = "")
    {
        var files = new JsonObject();
        foreach (var path in Directory.GetFiles(Repository.PathOf(Pack)))
        {
            var text = File.ReadAllText(path);
            files[Path.GetFileName(path)] = old.Length == 0 || path.EndsWith(".json", StringComparison.Ordinal)
                ? text
                : text.Replace(old, now, StringComparison.Ordinal);
        }

        return files;
    }

    public static JsonObject Crowd(string mode, int crowd, string? expected = null, string open = "keep") => new()
    {
        ["mode"] = mode,
        ["parameters"] = new JsonObject { ["crowd"] = crowd },
        ["expectedCurrent"] = expected,
        ["openCases"] = open,
        ["note"] = "fewer false alarms",
    };

    public static Task<HttpAnswer> PostPackAsync(
        this RunningHost host, JsonObject body, string? key = null, string query = "",
        params (string Name, string Value)[] headers) =>
        host.PostAsync("/api/v1/packs" + query, body.ToJsonString(), key, headers);

    public static async Task<string> CurrentAsync(this RunningHost host) =>
        (await host.GetAsync("/api/v1/packs")).Json["current"]!["hash"]!.GetValue<string>();

    /// <summary>A request of so many people; gives its id.</summary>
    public static async Task<string> OpenOfAsync(this RunningHost host, int people)
    {
        var facts = new JsonObject
        {
            ["request"] = new JsonObject
            {
                ["kind"] = "request", ["received_on"] = "2024-03-04", ["people"] = people,
            },
        };
        var key = "open-" + Interlocked.Increment(ref keys).ToString(CultureInfo.InvariantCulture);
        var answer = await host.PostAsync(
            "/api/v1/cases", new JsonObject { ["facts"] = facts }.ToJsonString(), key);
        answer.Status.Should().Be(201, answer.Text);
        return answer.Json["caseId"]!.GetValue<string>();
    }

    /// <summary>The pack that a case pins, and whether it is urgent.</summary>
    public static async Task<(string Pack, bool IsUrgent)> StandsAsync(this RunningHost host, string id)
    {
        var found = (await host.GetAsync("/api/v1/cases/" + id)).Json;
        return (
            found["packHash"]!.GetValue<string>(),
            found["assessments"]![0]!["outputs"]!["urgent"]!.GetValue<bool>());
    }
}
