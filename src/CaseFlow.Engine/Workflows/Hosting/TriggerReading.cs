using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// Finds what triggers an activity, without an instance: its inputs are read as they would be at the beginning, when
/// variables have their first values and nothing was given.
/// </summary>
internal sealed class TriggerReading(WorkflowProgram program, WorkflowFeatures features)
{
    /// <summary>What triggers it from a moment on; null: nothing does. With what is wrong with it.</summary>
    public (TriggerStimulus? Stimulus, WorkflowFinding? Problem) Read(ProgramNode node, DateTimeOffset now)
    {
        var state = new WorkflowState { InstanceId = "", VersionId = program.Definition.VersionId };
        var burst = new Burst(program, state, features.At(now));
        try
        {
            var stimulus = node.Activity.Trigger(ContextOf(node, burst));
            return stimulus is { Kind: BookmarkKinds.Time, DueAt: null }
                ? (null, Finding(Severity.Warning, node, WorkflowCodes.NeverTriggers, [node.Definition.Id]))
                : (stimulus, null);
        }
        catch (WorkflowFault fault)
        {
            return (null, Finding(Severity.Error, node, fault.Code, fault.Arguments));
        }
    }

    private static ActivityContext ContextOf(ProgramNode node, Burst burst)
    {
        var owner = node.Parent is { } parent ? ContextOf(parent, burst) : null;
        var context = new ActivityContext { Number = 0, Node = node, Owner = owner, Burst = burst };
        foreach (var variable in node.Variables)
        {
            context.Declare(new LocalVariable(variable.Id, variable.Name, variable.Type) { Value = variable.First });
        }

        return context;
    }

    private static WorkflowFinding Finding(
        Severity severity, ProgramNode node, string code, IReadOnlyList<string> arguments) =>
        new(code, severity, node.Definition.Path, arguments);
}
