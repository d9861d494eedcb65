using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>`Sequence{activities}`: one after the other.</summary>
internal sealed class SequenceActivity : Activity
{
    private const string Port = "activities";

    /// <inheritdoc/>
    public override string Type => "Elsa.Sequence";

    /// <inheritdoc/>
    public override bool DeclaresVariables => true;

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => Next(context, 0);

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes)
    {
        if (context.IsBreaking || child is { Node.Activity.IsTerminal: true })
        {
            context.Complete();
        }
        else
        {
            Next(context, ((CountMemory)context.Memory!).Value + 1);
        }
    }

    private static void Next(ActivityContext context, long place)
    {
        var children = context.Node.Children(Port);
        if (place >= children.Count)
        {
            context.Complete();
            return;
        }

        context.Memory = new CountMemory(place);
        context.Schedule(children[(int)place]);
    }
}

/// <summary>`Parallel{activities}`: all at once, until all have completed.</summary>
internal sealed class ParallelActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Parallel";

    /// <inheritdoc/>
    public override bool DeclaresVariables => true;

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) =>
        Branches.Schedule(context, context.Node.Children("activities"));

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes) => Branches.Count(context);
}

/// <summary>`Fork{branches, joinMode}`: all at once, until all have completed or, with `WaitAny`, the first.</summary>
internal sealed class ForkActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Fork";

    /// <inheritdoc/>
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [ActivityInput.OneOf("joinMode", JoinModes.IsKnown, JoinModes.Names)];

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) =>
        Branches.Schedule(context, context.Node.Children("branches"));

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes)
    {
        if (context.IsBreaking || JoinModes.Of(context.Text("joinMode"), JoinMode.WaitAll) == JoinMode.WaitAny)
        {
            context.Complete();
        }
        else
        {
            Branches.Count(context);
        }
    }
}

/// <summary>Branches that run beside each other: how many are still open.</summary>
internal static class Branches
{
    public static void Schedule(ActivityContext context, IReadOnlyList<ProgramNode> branches)
    {
        if (branches.Count == 0)
        {
            context.Complete();
            return;
        }

        context.Memory = new CountMemory(branches.Count);
        foreach (var branch in branches)
        {
            context.Schedule(branch);
        }
    }

    public static void Count(ActivityContext context)
    {
        var open = ((CountMemory)context.Memory!).Value - 1;
        context.Memory = new CountMemory(open);
        if (open == 0)
        {
            context.Complete();
        }
    }
}
