using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Programs;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>
/// One instance of a workflow in memory: begun, resumed and ended by its caller, who also tells the time. It belongs to
/// one thread.
/// </summary>
public sealed class WorkflowRun
{
    private readonly WorkflowProgram _program;
    private readonly WorkflowFeatures _features;
    private readonly List<string> _lines = [];

    private WorkflowRun(WorkflowProgram program, WorkflowFeatures features, WorkflowState state) =>
        (_program, _features, State) = (program, features, state);

    /// <summary>The instance.</summary>
    public WorkflowState State { get; internal set; }

    /// <summary>What it runs.</summary>
    internal WorkflowProgram Program => _program;

    /// <summary>What it has printed so far.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>
    /// Begins an instance of a lone definition; null where it cannot be run, with what keeps it from that.
    /// </summary>
    /// <param name="definition">The definition.</param>
    /// <param name="features">What it may use.</param>
    /// <param name="instanceId">The instance's id.</param>
    /// <param name="input">What the starter gives.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="findings">Everything found about the definition.</param>
    public static WorkflowRun? Start(
        WorkflowDefinition definition,
        WorkflowFeatures features,
        string instanceId,
        IReadOnlyDictionary<string, object?> input,
        DateTimeOffset now,
        out IReadOnlyList<WorkflowFinding> findings) =>
        Start(definition, features, IWorkflowLibrary.Empty, instanceId, input, now, out findings);

    /// <summary>
    /// Begins an instance; null where the definition cannot be run, with what keeps it from that.
    /// </summary>
    /// <param name="definition">The definition.</param>
    /// <param name="features">What it may use.</param>
    /// <param name="library">The workflows that it may use as activities.</param>
    /// <param name="instanceId">The instance's id.</param>
    /// <param name="input">What the starter gives.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="findings">Everything found about the definition.</param>
    public static WorkflowRun? Start(
        WorkflowDefinition definition,
        WorkflowFeatures features,
        IWorkflowLibrary library,
        string instanceId,
        IReadOnlyDictionary<string, object?> input,
        DateTimeOffset now,
        out IReadOnlyList<WorkflowFinding> findings)
    {
        var building = ProgramBuilder.Build(definition, features, library);
        findings = building.Findings;
        if (building.Program is not { } program)
        {
            return null;
        }

        return Start(program, features, instanceId, input, now);
    }

    /// <summary>Begins an instance of a program that was made before.</summary>
    internal static WorkflowRun Start(
        WorkflowProgram program,
        WorkflowFeatures features,
        string instanceId,
        IReadOnlyDictionary<string, object?> input,
        DateTimeOffset now)
    {
        var state = new WorkflowState
        {
            InstanceId = instanceId,
            VersionId = program.Definition.VersionId,
            Pins = program.Pins,
            Input = input,
        };
        var run = new WorkflowRun(program, features, state);
        run.Carry(now, burst => burst.Start());
        return run;
    }

    /// <summary>Goes on where it waited; false where that bookmark is burnt or the instance has ended.</summary>
    public bool Resume(int bookmark, object? answer, DateTimeOffset now)
    {
        var resumed = false;
        Carry(now, burst => resumed = burst.Resume(bookmark, answer));
        return resumed;
    }

    /// <summary>Ends it; what it waited for is void.</summary>
    public void Cancel(DateTimeOffset now) => Carry(now, burst => burst.Cancel());

    private void Carry(DateTimeOffset now, Action<Burst> act)
    {
        var burst = new Burst(_program, State, _features.At(now));
        act(burst);
        _lines.AddRange(burst.Lines);
    }
}
