using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>
/// Tells when so many working days are over. The pack's calendar and the agency's zone are the host's to know, so a
/// burst stays pure: it asks, and waits for the moment that it is told.
/// </summary>
internal sealed class WorkingDayWork(CaseLookup cases, AgencyTime time) : ICaseWork
{
    private const string Task = "CaseFlow.HumanTask";

    /// <inheritdoc/>
    public IReadOnlyList<string> Types { get; } = ["CaseFlow.DelayWorkingDays", Task];

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        if (request.Payload.Text(CasePayload.Deadline) is { } deadline)
        {
            return LastDayOf(await cases.FindAsync(request.Case, cancellationToken), deadline);
        }

        var pack = await cases.PackAsync(request.Case, cancellationToken);
        var last = WorkingDayCount.After(
            time.DayOf(request.At),
            request.Payload.Whole(CasePayload.Days) ?? 0,
            pack,
            request.Payload.Text(CasePayload.Calendar));
        return new WorkAnswer.Done(request.Type == Task
            ? CasePayload.Of((CasePayload.DueOn, CaseValues.Day(last)))
            : CasePayload.Of((CasePayload.Until, CasePayload.Moment(time.At(last, TimeOfDay(request))))));
    }

    // A deadline that does not run sets no day.
    private static WorkAnswer.Done LastDayOf(CaseAtHand found, string deadline)
    {
        var name = found.Pack.FindDeadline(deadline)?.Name
            ?? throw ActivityContext.Fault(WorkflowCodes.NotInPack, CasePayload.Deadline, deadline);
        return new WorkAnswer.Done(CasePayload.Of(
            (CasePayload.DueOn, found.State.OpenClock(name)?.Statement.LastDay is { } day
                ? CaseValues.Day(day)
                : null)));
    }

    // Without a time of day, the one at which it was asked: a working day is then as long as a day.
    private TimeOnly TimeOfDay(CaseRequest request) =>
        request.Payload.Text(CasePayload.TimeOfDay) is { } text
            ? TimeOnly.Parse(text, CultureInfo.InvariantCulture)
            : time.TimeOf(request.At);
}

/// <summary>Counts working days by a calendar of a pack.</summary>
internal static class WorkingDayCount
{
    /// <summary>The last of so many working days after a day; the day itself is not counted.</summary>
    /// <exception cref="PastHorizonException">It lies past the holiday data.</exception>
    /// <exception cref="WorkflowFault">There is no such calendar.</exception>
    public static DateOnly After(DateOnly day, long days, CasePack pack, string? calendarName)
    {
        var term = new RuleDuration((int)Math.Max(0, days), DurationUnit.WorkingDay);
        return TermCount.Forward(day, [term], [], CalendarOf(pack, calendarName)).RawEnd;
    }

    private static WorkingCalendar CalendarOf(CasePack pack, string? name) =>
        (name is null
            ? pack.OnlyCalendar
            : pack.Bound.Calendars.FirstOrDefault(calendar => calendar.Key.Name == name).Value)
        ?? throw ActivityContext.Fault(WorkflowCodes.NoSuchCalendar, name ?? "");
}
