using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Tests.Web.Workflows;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Host.Tests.Worker;

/// <summary>The workflows of a pack are published when the host starts with it.</summary>
public sealed class PackWorkflowTests : IDisposable
{
    private const string Definitions = FlowDesk.Api + "/definitions";

    private readonly DataFolder _pack = new();

    private readonly DataFolder _data = new();

    public PackWorkflowTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("tests/CaseFlow.Host.Tests/Desk")))
        {
            File.Copy(file, Path.Join(_pack.Path, Path.GetFileName(file)));
        }

        var workflows = Directory.CreateDirectory(Path.Join(_pack.Path, "workflows"));
        File.WriteAllText(Path.Join(workflows.FullName, "timer.json"), Timer());
        File.WriteAllText(Path.Join(workflows.FullName, "broken.json"), "{");
    }

    public void Dispose()
    {
        _pack.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Start_WithAPackThatHasWorkflows_PublishesWhatIsNewAndLeavesWhatIsNewerAlone()
    {
        await using (var host = await StartAsync())
        {
            await Eventually.HoldsAsync(async () => await VersionsAsync(host) == 1, "the pack's workflow is published");
            var newer = await host.PostAsync(
                Definitions, Timer().Replace("before", "earlier", StringComparison.Ordinal), key: null);
            newer.Json["version"]!.GetValue<int>().Should().Be(2);
        }

        await File.WriteAllTextAsync(
            Path.Join(_pack.Path, "workflows", "wait.json"),
            await File.ReadAllTextAsync(Repository.PathOf("tests/CaseFlow.Host.Tests/Flows/wait.json")));
        await using var again = await StartAsync();
        await Eventually.HoldsAsync(async () => await VersionsAsync(again) == 3, "the new workflow is published");

        (await again.GetAsync(Definitions + "/timer")).Text.Should().Contain("earlier");
    }

    private static string Timer() =>
        File.ReadAllText(Repository.PathOf("tests/CaseFlow.Host.Tests/Flows/timer.json"));

    private static async Task<int> VersionsAsync(RunningHost host) =>
        (await host.GetAsync(Definitions)).Json.AsArray().Count;

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(
        Path.GetRelativePath(Repository.Root, _pack.Path).Replace(Path.DirectorySeparatorChar, '/'), data: _data);
}
