using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>`Start`: where a flowchart begins.</summary>
internal sealed class StartActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Start";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => context.Complete();
}

/// <summary>`End`: ends its container, whatever else is in it.</summary>
internal sealed class EndActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.End";

    /// <inheritdoc/>
    public override bool IsTerminal => true;

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => context.Complete();
}

/// <summary>`Finish`: ends the workflow.</summary>
internal sealed class FinishActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Finish";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => context.Burst.Finish();
}

/// <summary>`Break`: ends the loop that it stands in, and outside of loops its container.</summary>
internal sealed class BreakActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Break";

    /// <inheritdoc/>
    public override bool IsTerminal => true;

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        for (var owner = context.Owner; owner is not null; owner = owner.Owner)
        {
            owner.IsBreaking = true;
            if (owner.Node.Activity.IsLoop)
            {
                break;
            }
        }

        context.Complete();
    }
}

/// <summary>`Complete{outcomes}`: ends the workflow that it stands in, or the loop, with outcomes.</summary>
internal sealed class CompleteActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Complete";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var outcomes = context.Get("outcomes", WorkflowType.Any) switch
        {
            string one => [one],
            IReadOnlyList<object?> several => [.. several.Select(ValueText.Of)],
            _ => Outcomes.Done,
        };
        var ended = context.Owner;
        while (ended is { Owner: { } owner } && !ended.Node.Activity.IsLoop && !ended.Node.Activity.IsComposite)
        {
            ended = owner;
        }

        if (ended is { Node.Workflow: not null })
        {
            WorkflowActivity.End(ended, outcomes);
        }
        else
        {
            (ended ?? context).Complete(outcomes);
        }
    }
}
