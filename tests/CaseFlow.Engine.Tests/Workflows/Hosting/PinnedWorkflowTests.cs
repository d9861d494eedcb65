using System.Text;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>Instances keep the versions of the workflows that they use as activities.</summary>
public sealed class PinnedWorkflowTests
{
    private readonly WorkflowDesk _desk = new();

    [Fact]
    public async Task Publish_AnotherVersionOfAWorkflowThatIsUsed_ReachesNewInstancesOnly()
    {
        var host = _desk.Host();
        await host.PublishAsync(Greeter(WorkflowDesk.Event("Go"), WorkflowDesk.Line("old")));
        await host.PublishAsync(WorkflowDesk.Sequence(
            "parent", """{"id": "greet", "type": "Greeter"}""", WorkflowDesk.Line("end")));
        var old = await host.StartAsync("parent", "old");

        await host.PublishAsync(Greeter(
            WorkflowDesk.Line("first"), WorkflowDesk.Event("Go"), WorkflowDesk.Line("new")));
        var young = await host.StartAsync("parent", "young");
        await _desk.Host().Engine.DeliverAsync(new DeliverEvent("e", "Go"), default);

        (await _desk.LinesAsync(old)).Should().Equal("old", "end");
        (await _desk.LinesAsync(young)).Should().Equal("first", "new", "end");
    }

    private static byte[] Greeter(params string[] activities)
    {
        var json = Encoding.UTF8.GetString(WorkflowDesk.Sequence("Greeter", activities));
        return Encoding.UTF8.GetBytes(json.Replace(
            "\"root\": {", "\"options\": {\"usableAsActivity\": true}, \"root\": {", StringComparison.Ordinal));
    }
}
