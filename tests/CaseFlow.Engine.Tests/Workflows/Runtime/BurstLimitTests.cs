using System.Text;
using CaseFlow.Engine.Tests.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Tests.Workflows.Runtime;

/// <summary>An instance that goes round for ever is stopped, by count and by the clock.</summary>
public sealed class BurstLimitTests
{
    private const string Endless = """
        { "definitionId": "endless", "root": { "id": "w", "type": "Elsa.While",
          "condition": { "typeName": "Boolean", "expression": { "type": "Literal", "value": true } },
          "body": { "id": "l", "type": "Elsa.WriteLine" } } }
        """;

    [Fact]
    public void Start_OfMoreActivitiesThanMayRun_IsAnIncident()
    {
        var features = new WorkflowFeatures { Limits = BurstLimits.Default with { Steps = 100 } };

        Ended(features, clock: null).Should().Be((WorkflowCodes.NeverWaits, "100"));
    }

    [Fact]
    public void Start_OfABurstThatTakesTooLong_IsAnIncident()
    {
        var features = new WorkflowFeatures { Limits = BurstLimits.Default with { Time = TimeSpan.FromSeconds(5) } };

        Ended(features, new RunningClock()).Should().Be((WorkflowCodes.RunsTooLong, "00:00:05"));
    }

    private static (string Code, string Argument) Ended(WorkflowFeatures features, TimeProvider? clock)
    {
        var definition = DefinitionReader.Read(Encoding.UTF8.GetBytes(Endless), "endless").Definition!;
        var program = ProgramBuilder.Build(definition, features, IWorkflowLibrary.Empty).Program!;
        var state = new WorkflowState { InstanceId = "instance", VersionId = definition.VersionId };
        new Burst(program, state, features.At(WorkflowDesk.Start), clock).Start();

        state.SubStatus.Should().Be(WorkflowSubStatus.Faulted);
        return (state.Incidents[0].Code, state.Incidents[0].Arguments[0]);
    }

    // A second goes by whenever somebody looks.
    private sealed class RunningClock : TimeProvider
    {
        private long _looks;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _looks++;
    }
}
