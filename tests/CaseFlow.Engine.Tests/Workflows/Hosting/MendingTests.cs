using System.Text;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>What incidents stop, and how operators bring it on again.</summary>
public sealed class MendingTests
{
    // The variable is empty at first, so the loop cannot read its items; the other branch can give it a value.
    private const string Mendable = """
        {"definitionId": "m", "options": {"incidentStrategyType": "STRATEGY"},
         "variables": [{"id": "v", "name": "V", "typeName": "Object"}],
         "root": {"id": "all", "type": "Elsa.Parallel", "activities": [
           {"id": "seq", "type": "Elsa.Sequence", "activities": [
              {"id": "loop", "type": "Elsa.ForEach",
               "items": {"typeName": "Object", "expression": {"type": "Variable", "value": {"id": "v"}}},
               "body": {"id": "line", "type": "Elsa.WriteLine", "text": {"typeName": "Object",
                  "expression": {"type": "Variable", "value": {"id": "CurrentValue"}}}}},
              {"id": "after", "type": "Elsa.WriteLine", "text": {"typeName": "String",
                  "expression": {"type": "Literal", "value": "after"}}}]},
           {"id": "mend", "type": "Elsa.Event", "eventName": {"typeName": "String",
                  "expression": {"type": "Literal", "value": "Mend"}},
            "result": {"typeName": "Object", "memoryReference": {"id": "v"}}}]}}
        """;

    private readonly WorkflowDesk _desk = new();
    private readonly WorkflowHost _host;

    public MendingTests() => _host = _desk.Host();

    [Fact]
    public async Task Retry_WhatCouldNotGoOn_DoesTheSameStepAgain()
    {
        var id = await BegunAsync("ContinueWithIncidentsStrategy");
        (await _desk.Store.FindAsync(id, default))!.Status.Should().Be(WorkflowSubStatus.Suspended);

        await _host.Engine.DeliverAsync(new DeliverEvent("e", "Mend") { Payload = Items }, default);
        var mended = await _host.Engine.RetryAsync(id, 1, "op", default);

        mended.SubStatus.Should().Be(WorkflowSubStatus.Finished);
        (await _desk.LinesAsync(id)).Should().Equal("1", "2", "after");
    }

    [Fact]
    public async Task Skip_WhatCouldNotGoOn_GoesOnBehindIt()
    {
        var id = await BegunAsync("FaultStrategy");

        var mended = await _host.Engine.SkipAsync(id, 1, null, "op", default);

        mended.SubStatus.Should().Be(WorkflowSubStatus.Suspended);
        (await _desk.LinesAsync(id)).Should().Equal("after");
    }

    [Fact]
    public async Task Deliver_ToAnInstanceThatAnIncidentEnded_WaitsForNothingUntilItIsMended()
    {
        var id = await BegunAsync("FaultStrategy");
        (await _desk.Store.FindAsync(id, default))!.Status.Should().Be(WorkflowSubStatus.Faulted);

        (await _host.Engine.DeliverAsync(new DeliverEvent("e", "Mend"), default)).Resumed.Should().BeEmpty();
        await _host.Engine.RetryAsync(id, 1, "op", default);
        (await _desk.Store.FindAsync(id, default))!.Status.Should().Be(WorkflowSubStatus.Faulted, "it failed again");
        await _host.Engine.SkipAsync(id, 2, null, "op", default);

        (await _host.Engine.DeliverAsync(new DeliverEvent("f", "Mend"), default)).Resumed.Should().Equal(id);
        (await _desk.Store.FindAsync(id, default))!.Status.Should().Be(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Retry_AnIncidentThatIsNotThere_ChangesNothing()
    {
        var id = await BegunAsync("FaultStrategy");

        (await _host.Engine.RetryAsync(id, 7, "op", default)).Status.Should().Be(WorkflowCommandStatus.NotWaiting);
        (await _host.Engine.SkipAsync(id, 0, null, "op", default)).Status.Should().Be(WorkflowCommandStatus.NotWaiting);
    }

    private static object Items => new List<object?> { 1L, 2L };

    private async Task<string> BegunAsync(string strategy)
    {
        await _host.PublishAsync(Encoding.UTF8.GetBytes(
            Mendable.Replace("STRATEGY", strategy, StringComparison.Ordinal)));
        var id = await _host.StartAsync("m");
        (await _desk.Store.ListIncidentsAsync(id, 10, default)).Should().ContainSingle();
        return id;
    }
}
