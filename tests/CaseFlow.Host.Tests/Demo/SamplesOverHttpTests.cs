using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Packs;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Web;
using CaseFlow.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Host.Tests.Demo;

public sealed partial class SamplesOverHttpTests
{
    private const string Pack = "packs/vietnam-petitions";

    [Fact]
    public async Task Samples_SentOverHttp_GiveTheHistoriesOfTheDemo()
    {
        var samples = DemoSamples.Read(
            LoadedPack.Load(Repository.PathOf(Pack)),
            new UserTerminal(TextWriter.Null, TextWriter.Null, CallerLanguage.English, Json: false));
        var steps = DemoPlan.StepsOf(samples.Petitions, AgencyTime.Vietnam, days: null);
        await using var played = await HostAsync(samples);
        await using var served = await HostAsync(samples);

        var run = await new DemoPlayer(played.Services, played.Clock, CallerLanguage.English)
            .PlayAsync(samples.Petitions, steps, _ => { }, default);
        var sent = await SendAllAsync(served, steps);
        await PassAsync(served, run.Until);

        run.Refused.Should().BeEmpty();
        foreach (var (petition, caseId) in run.Cases)
        {
            var expected = await HistoryAsync(played, caseId.ToString());
            var actual = await HistoryAsync(served, sent[petition.Id]);
            actual.Should().Equal(expected, petition.Id);
        }
    }

    private static Task<RunningHost> HostAsync(DemoSamples samples) =>
        RunningHost.StartAsync(Pack, AgencyTime.Vietnam.StartOf(samples.Span().First), runsWorker: false);

    private static async Task<Dictionary<string, string>> SendAllAsync(RunningHost host, IReadOnlyList<DemoStep> steps)
    {
        var cases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            await PassAsync(host, step.At);
            var petition = step.Petition;
            var answer = step.Number == 0
                ? await host.PostAsync(
                    "/api/v1/cases", Opening(petition, cases), $"demo/{petition.Id}/open",
                    (CallerIdentity.OfficerHeader, "demo"))
                : await FireAsync(host, cases[petition.Id], petition, step.Number);
            answer.Status.Should().BeOneOf([200, 201], answer.Text);
            cases[petition.Id] = answer.Json["caseId"]!.GetValue<string>();
        }

        return cases;
    }

    private static Task<HttpAnswer> FireAsync(RunningHost host, string caseId, SamplePetition petition, int number)
    {
        var step = petition.Steps[number - 1];
        var officer = step.Principal ?? new Principal("demo", []);
        var body = new JsonObject { ["facts"] = step.Facts?.DeepClone(), ["inputs"] = step.Inputs?.DeepClone() };
        return host.PostAsync(
            $"/api/v1/cases/{caseId}/triggers/{Uri.EscapeDataString(step.Trigger)}",
            body.ToJsonString(),
            string.Create(CultureInfo.InvariantCulture, $"demo/{petition.Id}/{number}"),
            (CallerIdentity.OfficerHeader, officer.Id),
            (CallerIdentity.RolesHeader, string.Join(',', officer.Roles)));
    }

    private static string Opening(SamplePetition petition, Dictionary<string, string> cases) => new JsonObject
    {
        ["facts"] = petition.Facts.DeepClone(),
        ["agency"] = petition.Agency,
        ["parent"] = petition.Parent is { } parent ? cases[parent] : null,
        ["petitioners"] = JsonSerializer.SerializeToNode(petition.Petitioners, JsonSerializerOptions.Web),
    }.ToJsonString();

    // What falls due comes first, as in a playback.
    private static async Task PassAsync(RunningHost host, DateTimeOffset instant)
    {
        var timers = host.Services.GetRequiredService<ITimerQueue>();
        var sweep = host.Services.GetRequiredService<Sweep>();
        while (await timers.NextDueAsync(default) is { } due && due <= instant)
        {
            host.Clock.JumpTo(due);
            await sweep.RunOnceAsync(default);
        }

        host.Clock.JumpTo(instant);
    }

    private static async Task<List<string>> HistoryAsync(RunningHost host, string caseId)
    {
        var history = (await host.GetAsync($"/api/v1/cases/{caseId}/history")).Json.AsArray();
        return [.. history.Select(happened => Comparable(happened!.AsObject()))];
    }

    // Ids, codes and references are random, and a timer's key names its case and its fence; all else must be the same.
    private static string Comparable(JsonObject happened)
    {
        var data = happened["data"]!.AsObject();
        data.Remove("tracking");
        data["petitioners"] = data["petitioners"]?.AsArray().Count;
        if (happened["commandKey"]!.GetValue<string>().StartsWith("timer/", StringComparison.Ordinal))
        {
            happened["commandKey"] = "timer";
        }

        return Ids().Replace(happened.ToJsonString(), "id");
    }

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
