using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Expressions;
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

/// <summary>`FlowJoin{mode}`: its flowchart waits before it.</summary>
internal sealed class FlowJoinActivity : Activity
{
    /// <summary>Its one input.</summary>
    public const string ModeInput = "mode";

    /// <inheritdoc/>
    public override string Type => "Elsa.FlowJoin";

    /// <summary>Whether its mode is only known, or found to be none, when it is come by.</summary>
    public static bool HasOpenMode(ActivityDefinition drawn) =>
        drawn.Inputs.TryGetValue(ModeInput, out var binding) && binding.Expression is { } mode
        && !(mode is { Type: ExpressionLanguages.Literal, Value: var literal }
            && JoinModes.IsKnown(literal is { } value ? ValueText.Of(ValueJson.Read(value)) : null));

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        FlowchartActivity.JoinBegins(context);
        context.Complete();
    }
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
    /// <summary>The names.</summary>
    public const string Names = "WaitAll | WaitAny | WaitAllActive";

    /// <summary>The mode of a name; none: another. Old exports number the first two.</summary>
    public static JoinMode Of(string? name, JoinMode otherwise) => string.IsNullOrEmpty(name) ? otherwise
        : Find(name) ?? throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, "mode", Names);

    /// <summary>Whether a name is one of them, or none is given.</summary>
    public static bool IsKnown(string? name) => string.IsNullOrEmpty(name) || Find(name) is not null;

    private static JoinMode? Find(string name) => name.ToUpperInvariant() switch
    {
        "WAITALL" or "0" => JoinMode.WaitAll,
        "WAITANY" or "1" => JoinMode.WaitAny,
        "WAITALLACTIVE" => JoinMode.WaitAllActive,
        _ => null,
    };
}
