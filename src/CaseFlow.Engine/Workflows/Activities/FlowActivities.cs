using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>`FlowFork{branches}`: goes on along all of the branches.</summary>
internal sealed class FlowForkActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.FlowFork";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var branches = context.Get("branches", WorkflowType.List) as IReadOnlyList<object?>;
        context.Complete(branches is null ? Outcomes.Done : [.. branches.Select(ValueText.Of)]);
    }
}

/// <summary>`FlowJoin{mode}`: its flowchart waits before it; by itself it does nothing.</summary>
internal sealed class FlowJoinActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.FlowJoin";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => context.Complete();
}

/// <summary>`FlowNode{body}`: runs its body.</summary>
internal sealed class FlowNodeActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.FlowNode";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => context.Schedule(context.Node.Child(LoopWords.Body));
}

/// <summary>When an activity with several ways in goes on.</summary>
internal enum JoinMode
{
    /// <summary>As soon as one way is come by; what is still running on the other ways is cancelled.</summary>
    WaitAny,

    /// <summary>When all ways are come by; where one is not taken, never.</summary>
    WaitAll,

    /// <summary>When all ways are settled and one of them is come by. This is how every activity joins.</summary>
    WaitAllActive,
}

/// <summary>The names of join modes.</summary>
internal static class JoinModes
{
    /// <summary>The mode of a name; where none is given, the other.</summary>
    public static JoinMode Of(string? name, JoinMode otherwise) =>
        string.IsNullOrWhiteSpace(name) ? otherwise
        : Enum.TryParse<JoinMode>(name, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode
        : throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, "mode", nameof(JoinMode));
}
