using System.Globalization;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities.Cases;

/// <summary>
/// `DelayWorkingDays{days, timeOfDay, calendar, caseId} → until`: waits until the same time of day, or until
/// `timeOfDay`, on the last of so many working days after today, by the agency's clock and the pack's calendar. The
/// host is asked for the moment, then time resumes it; none or less is no wait.
/// </summary>
internal sealed class DelayWorkingDaysActivity() : CaseActivity("DelayWorkingDays", CasePayload.Until)
{
    /// <inheritdoc/>
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new(CasePayload.Days, WorkflowType.Whole) { Judge = WorkingDays.Judged },
        ActivityInput.OneOf(CasePayload.TimeOfDay, IsTimeOfDay, "HH:mm"),
    ];

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        if (WorkingDays.Optional(context, CasePayload.Days) is null or <= 0)
        {
            context.Complete();
        }
        else
        {
            base.Execute(context);
        }
    }

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        if (CasePayload.Read(answer)?.Instant(CasePayload.Until) is { } until)
        {
            context.Set(CasePayload.Until, until);
            Waits.Until(context, until);
        }
        else
        {
            context.Complete();
        }
    }

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Case, CaseOrNone(context)),
        (CasePayload.Days, WorkingDays.Optional(context, CasePayload.Days)),
        (CasePayload.TimeOfDay, TimeOfDay(context)),
        (CasePayload.Calendar, context.Text(CasePayload.Calendar)),
        (CasePayload.At, Now(context)));

    private static string? TimeOfDay(ActivityContext context)
    {
        var text = context.Text(CasePayload.TimeOfDay);
        return text is null || IsTimeOfDay(text)
                ? text
                : throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, CasePayload.TimeOfDay, "HH:mm");
    }

    private static bool IsTimeOfDay(string text) =>
        TimeOnly.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <summary>Numbers of working days, and days, as inputs.</summary>
internal static class WorkingDays
{
    // Longer than any calendar's data: what is meant is a mistake, not a term.
    private const long Most = 10_000;

    /// <summary>How many; null: the input is unset.</summary>
    public static long? Optional(ActivityContext context, string input)
    {
        var days = context.Get(input, WorkflowType.Whole) as long?;
        return days is null or (>= -Most and <= Most)
            ? days
            : throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, input, "0..10000");
    }

    /// <summary>What is wrong with a number of days that stands in a definition; null: nothing.</summary>
    public static InputProblem? Judged(object days) => days is >= -Most and <= Most
        ? null
        : new InputProblem(WorkflowCodes.ValueDoesNotFit, CasePayload.Days, "0..10000");

    /// <summary>Whether a text is a day of the calendar.</summary>
    public static bool IsDay(string text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
