using System.Globalization;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>`Delay{timeSpan}`: waits that long; nothing or less is due at once.</summary>
internal sealed class DelayActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Delay";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => Waits.Until(context, Waits.After(context, "timeSpan"));
}

/// <summary>`Timer{interval}`: met on the way, it waits once.</summary>
internal sealed class TimerActivity : Activity
{
    private const string Interval = "interval";

    // What starts an instance more often than that leaves a host no time for others.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public override string Type => "Elsa.Timer";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => Waits.Until(context, Waits.After(context, Interval));

    /// <inheritdoc/>
    public override TriggerStimulus? Trigger(ActivityContext context)
    {
        var dueAt = Waits.After(context, Interval);
        return dueAt - context.Burst.Surroundings.Now < Shortest
            ? throw ActivityContext.Fault(
                WorkflowCodes.TriggersTooOften, Interval, Shortest.ToString("c", CultureInfo.InvariantCulture))
            : new TriggerStimulus(BookmarkKinds.Time, "", dueAt);
    }
}

/// <summary>`StartAt{dateTime}`: waits until a moment; a past one is no wait.</summary>
internal sealed class StartAtActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.StartAt";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var moment = context.Get("dateTime", new WorkflowType(ValueKind.Instant)) as DateTimeOffset?
            ?? throw ActivityContext.Fault(WorkflowCodes.InputMissing, "dateTime");
        if (moment <= context.Burst.Surroundings.Now)
        {
            context.Complete();
        }
        else
        {
            Waits.Until(context, moment);
        }
    }

    /// <inheritdoc/>
    public override TriggerStimulus? Trigger(ActivityContext context)
    {
        var moment = context.Get("dateTime", new WorkflowType(ValueKind.Instant)) as DateTimeOffset?
            ?? throw ActivityContext.Fault(WorkflowCodes.InputMissing, "dateTime");
        return new TriggerStimulus(
            BookmarkKinds.Time, "", moment > context.Burst.Surroundings.Now ? moment.ToUniversalTime() : null);
    }
}

/// <summary>`Event{eventName} → result`: waits for an event of a name; what came with it is its result.</summary>
internal sealed class EventActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.Event";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => context.Wait(
        BookmarkKinds.Event,
        NameOf(context));

    /// <inheritdoc/>
    public override TriggerStimulus? Trigger(ActivityContext context) =>
        new(BookmarkKinds.Event, NameOf(context), null);

    /// <inheritdoc/>
    public override void Triggered(ActivityContext context, object? payload) => Waits.Answered(context, payload);

    private static string NameOf(ActivityContext context) =>
        context.Text("eventName") ?? throw ActivityContext.Fault(WorkflowCodes.InputMissing, "eventName");

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer) =>
        Waits.Answered(context, answer);
}

/// <summary>`RunTask{taskName, payload} → taskId, result`: work that someone outside does and reports.</summary>
internal sealed class RunTaskActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.RunTask";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var name = context.Text("taskName") ?? throw ActivityContext.Fault(WorkflowCodes.InputMissing, "taskName");
        var id = string.Create(CultureInfo.InvariantCulture, $"{context.Burst.State.InstanceId}/{context.Number}");
        context.Set("taskId", id);
        context.Wait(BookmarkKinds.Task, id, payload: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["taskName"] = name,
            ["payload"] = context.Get("payload", WorkflowType.Any),
        });
    }

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer) =>
        Waits.Answered(context, answer);
}

/// <summary>What waiting activities share.</summary>
internal static class Waits
{
    /// <summary>The moment that lies a span after now.</summary>
    public static DateTimeOffset After(ActivityContext context, string input)
    {
        var span = context.Get(input, WorkflowType.TimeSpan) as TimeSpan? ?? DefaultSpan;
        var now = context.Burst.Surroundings.Now;
        return span > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : span < TimeSpan.Zero ? now : now + span;
    }

    public static void Until(ActivityContext context, DateTimeOffset moment) =>
        context.Wait(BookmarkKinds.Time, "", moment.ToUniversalTime());

    public static void Answered(ActivityContext context, object? answer)
    {
        context.Set("result", answer);
        context.Complete();
    }

    // What the designer puts where nothing is given.
    private static TimeSpan DefaultSpan { get; } = TimeSpan.FromMinutes(1);
}
