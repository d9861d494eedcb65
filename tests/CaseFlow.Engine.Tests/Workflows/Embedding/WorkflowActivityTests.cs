using CaseFlow.Engine.Tests.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Building;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Embedding;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Scripting;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Engine.Tests.Workflows.Embedding;

/// <summary>An embedder's activity works between two commits, under a key, by an object of the service provider.</summary>
public sealed class WorkflowActivityTests
{
    private readonly Ledger _ledger = new();

    [Fact]
    public async Task Run_AnActivityOfTheEmbedder_GivesItsOutputsAndOutcome()
    {
        var number = new WorkflowVariable<long>("Number");
        var note = Draw.Activity("Test.Note").With("text", WorkflowExpression.JavaScript("'a' + 'b'"))
            .Into("number", number);
        var definition = new WorkflowBuilder("w").Declare(number).Build(Draw.Flowchart(flow => flow
            .StartAt(note)
            .Connect(note, "Kept", Draw.SetOutput("Number", number))
            .Connect(note, Draw.WriteLine("not this way"))));

        var view = await RunAsync(definition);

        view.Instance.Status.Should().Be(WorkflowSubStatus.Finished);
        view.Output["Number"].Should().Be(1L);
        _ledger.Notes.Should().ContainSingle().Which.Should().Be((view.Instance.Id + "/1", "ab", 1));
    }

    [Fact]
    public async Task Run_AnActivityThatRefuses_IsAnIncidentAtOnce()
    {
        var definition = new WorkflowBuilder("w").Build(Draw.Activity("Test.Note").With("text", "refuse"));

        var view = await RunAsync(definition);

        view.Instance.Status.Should().Be(WorkflowSubStatus.Faulted);
        view.Incidents.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Code = WorkflowCodes.ActivityRefused, Arguments = new[] { "Test.Note", "no" } });
    }

    [Fact]
    public async Task Publish_WithoutARequiredInput_IsRefused()
    {
        await using var services = Services();
        var definition = new WorkflowBuilder("w").Build(Draw.Activity("Test.Note"));

        var published = await services.GetRequiredService<WorkflowEngine>()
            .PublishAsync(DefinitionWriter.Write(definition), "w", default);

        published.Findings.Select(found => found.Code).Should().Equal(WorkflowCodes.RequiredInput);
    }

    private async Task<InstanceView> RunAsync(WorkflowDefinition definition)
    {
        await using var services = Services();
        var engine = services.GetRequiredService<WorkflowEngine>();
        await engine.PublishAsync(DefinitionWriter.Write(definition), "w", default);
        var started = await engine.StartAsync(new StartWorkflow("key", "w"), default);
        await services.GetRequiredService<WorkflowSweep>().RunDueAsync(default);
        var (view, _) = await services.GetRequiredService<WorkflowReader>().FindAsync(started.InstanceId!, default);
        return view!;
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddSingleton(_ledger)
        .AddSingleton<CaseFlow.Engine.Workflows.Scripting.IScriptEngine>(new JintScriptEngine(new StillTime()))
        .AddCaseFlowInMemory()
        .AddCaseFlowWorkflows()
        .AddWorkflowActivity<NoteActivity>()
        .BuildServiceProvider();

    private sealed class Ledger
    {
        public List<(string Key, string Text, int Attempt)> Notes { get; } = [];
    }

    private sealed class NoteActivity(Ledger ledger) : IWorkflowActivity
    {
        public static WorkflowActivityType Declaration { get; } = new("Test.Note")
        {
            Inputs = [new WorkflowActivityInput("text", "String", IsRequired: true)],
            Outputs = ["number"],
            Outcomes = ["Kept"],
        };

        public ValueTask<WorkflowActivityAnswer> ExecuteAsync(
            WorkflowActivityCall call, CancellationToken cancellationToken)
        {
            var text = (string)call.Inputs["text"]!;
            if (text == "refuse")
            {
                return ValueTask.FromResult(WorkflowActivityAnswer.Refused("no"));
            }

            ledger.Notes.Add((call.EffectKey, text, call.Attempt));
            return ValueTask.FromResult(WorkflowActivityAnswer.Giving(
                new Dictionary<string, object?> { ["number"] = ledger.Notes.Count }, "Kept"));
        }
    }
}
