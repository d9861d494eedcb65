using CaseFlow.Engine.Tests.Workflows.Hosting;
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

/// <summary>An embedder's activity works between two commits, under a key, by an object of the provider.</summary>
public sealed class WorkflowActivityTests
{
    private readonly Ledger _ledger = new();
    private readonly WorkflowDesk _desk = new();
    private readonly WorkflowEngine _engine;
    private readonly WorkflowSweep _sweep;

    public WorkflowActivityTests()
    {
        var registration = new EmbeddedRegistration(NoteActivity.Declaration, typeof(NoteActivity));
        var features = new WorkflowFeatures(
            new JintScriptEngine(new StillTime()), activities: [NoteActivity.Declaration]);
        _engine = new WorkflowEngine(_desk.Store, _desk.Store, features, _desk.Clock);
        _sweep = new WorkflowSweep(
            _engine, _desk.Store, _desk.Store, [new EmbeddedWorkHandler([registration], new Scopes(_ledger))],
            _desk.Clock, new WorkflowSweepOptions());
    }

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
        _ledger.Disposed.Should().Be(1);
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
        var definition = new WorkflowBuilder("w").Build(Draw.Activity("Test.Note"));

        var published = await _engine.PublishAsync(DefinitionWriter.Write(definition), "w", default);

        published.Findings.Select(found => found.Code).Should().Equal(WorkflowCodes.RequiredInput);
    }

    [Fact]
    public void Add_AnActivity_RegistersItsClassAndOneHandler()
    {
        var services = new ServiceCollection().AddWorkflowActivity<NoteActivity>().AddWorkflowActivity<OtherActivity>();

        services.Where(service => service.ServiceType == typeof(IWorkHandler)).Should().ContainSingle();
        services.Where(service => service.ServiceType == typeof(EmbeddedRegistration)).Should().HaveCount(2);
        services.Should().Contain(service =>
            service.ServiceType == typeof(OtherActivity) && service.Lifetime == ServiceLifetime.Transient);
    }

    private async Task<InstanceView> RunAsync(WorkflowDefinition definition)
    {
        await _engine.PublishAsync(DefinitionWriter.Write(definition), "w", default);
        var started = await _engine.StartAsync(new StartWorkflow("key", "w"), default);
        await _sweep.RunDueAsync(default);
        var (view, _) = await new WorkflowReader(_engine, _desk.Store).FindAsync(started.InstanceId!, default);
        return view!;
    }

    /// <summary>Makes activities, as a service provider does.</summary>
    private sealed class Scopes(Ledger ledger) : IServiceScopeFactory, IServiceScope, IServiceProvider
    {
        public IServiceProvider ServiceProvider => this;

        public IServiceScope CreateScope() => this;

        public object? GetService(Type serviceType) =>
            serviceType == typeof(NoteActivity) ? new NoteActivity(ledger) : null;

        public void Dispose() => ledger.Disposed++;
    }

    private sealed class OtherActivity : IWorkflowActivity
    {
        public static WorkflowActivityType Declaration { get; } = new("Test.Other");

        public ValueTask<WorkflowActivityAnswer> ExecuteAsync(
            WorkflowActivityCall call, CancellationToken cancellationToken) =>
            ValueTask.FromResult(WorkflowActivityAnswer.Done());
    }

    private sealed class Ledger
    {
        public List<(string Key, string Text, int Attempt)> Notes { get; } = [];

        public int Disposed { get; set; }
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
