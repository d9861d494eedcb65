namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>What an activity is told.</summary>
internal enum StepKind
{
    /// <summary>To begin.</summary>
    Execute,

    /// <summary>A child has completed.</summary>
    ChildCompleted,

    /// <summary>A child was cancelled.</summary>
    ChildCancelled,

    /// <summary>What it waited for has come.</summary>
    Resume,

    /// <summary>An instance that it waits for was ended by incidents, and may be mended.</summary>
    Told,
}

/// <summary>
/// One thing that an activity is told. Where it fails on it, the step is kept with the run, and a retry takes it again.
/// </summary>
internal readonly record struct ActivityStep(StepKind Kind)
{
    /// <summary>The child that it is about.</summary>
    public ActivityContext? Child { get; init; }

    /// <summary>The outcomes that the child ended with.</summary>
    public IReadOnlyList<string>? Outcomes { get; init; }

    /// <summary>What it waited for.</summary>
    public Bookmark? Bookmark { get; init; }

    /// <summary>What came with that.</summary>
    public object? Answer { get; init; }

    /// <summary>Has the activity take it.</summary>
    public void Take(ActivityContext context)
    {
        var activity = context.Node.Activity;
        switch (Kind)
        {
            case StepKind.Execute when context.Burst.TakeTrigger(context.Node):
                activity.Triggered(context, context.Burst.Trigger!.Payload);
                break;
            case StepKind.Execute:
                activity.Execute(context);
                break;
            case StepKind.ChildCompleted:
                activity.ChildCompleted(context, Child, Outcomes ?? Runtime.Outcomes.Done);
                break;
            case StepKind.ChildCancelled:
                activity.ChildCancelled(context, Child!);
                break;
            case StepKind.Told:
                activity.Told(context, Answer);
                break;
            default:
                activity.Resume(context, Bookmark!, Answer);
                break;
        }
    }
}
