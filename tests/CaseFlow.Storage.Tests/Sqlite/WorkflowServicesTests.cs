using CaseFlow.Engine;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>What an embedder registers to run workflows.</summary>
public sealed class WorkflowServicesTests : IDisposable
{
    private static readonly byte[] Definition = """
        {"definitionId": "a", "name": "A", "root": {"id": "root", "type": "Elsa.Sequence", "activities": [
          {"id": "nap", "type": "Elsa.Delay",
           "timeSpan": {"typeName": "TimeSpan", "expression": {"type": "Literal", "value": "00:00:00"}}},
          {"id": "event", "type": "Elsa.Event", "name": "Decision",
           "eventName": {"typeName": "String", "expression": {"type": "Literal", "value": "Go"}}}]}}
        """u8.ToArray();

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AddCaseFlowWorkflows_OnEitherStore_RunsAWorkflowAndShowsWhereItWaits(bool onSqlite)
    {
        var services = new ServiceCollection()
            .AddCaseFlow()
            .AddCaseFlowWorkflows();
        _ = onSqlite ? services.AddCaseFlowSqlite(_folder.Options) : services.AddCaseFlowInMemory();
        await using var provider = services.BuildServiceProvider();
        var engine = provider.GetRequiredService<WorkflowEngine>();
        (await engine.PublishAsync(Definition, "a", default)).Findings.Should().BeEmpty();

        var started = await engine.StartAsync(new StartWorkflow("key", "a"), default);
        (await provider.GetRequiredService<WorkflowSweep>().RunDueAsync(default)).Should().Be(1);

        var reader = provider.GetRequiredService<WorkflowReader>();
        var (view, _) = await reader.FindAsync(started.InstanceId, default);
        view!.Waits.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { NodeId = "root:event", Type = "Elsa.Event", Name = "Decision", Kind = "event", Key = "Go" });
        (view.DefinitionName, view.Instance.Status).Should().Be(("A", WorkflowSubStatus.Suspended));
        (await reader.FindAsync("nothing", default)).Problem!.Status.Should().Be(WorkflowCommandStatus.NotFound);
    }

    public void Dispose() => _folder.Dispose();
}
