using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>
/// What a citizen sees of a petition: where it stands and until when; never who petitions or what about.
/// </summary>
/// <param name="Code">The citizen's own code.</param>
/// <param name="Kind">What kind of petition it is, in words.</param>
/// <param name="State">Where it stands, in words.</param>
/// <param name="IsOpen">False once it is over.</param>
/// <param name="OpenedOn">The day on which it was received.</param>
/// <param name="Deadlines">Its deadlines, those that run first.</param>
internal sealed record TrackView(
    string Code, string Kind, string State, bool IsOpen, DateOnly OpenedOn, IReadOnlyList<TrackedDeadline> Deadlines);

/// <summary>A deadline as a citizen reads it.</summary>
/// <param name="Name">What is due, in words.</param>
/// <param name="LastDay">The last day, inclusive; null while it stands still.</param>
/// <param name="Status">running, suspended, late, met, metLate, voided or ended.</param>
/// <param name="Words">The same as one sentence.</param>
internal sealed record TrackedDeadline(string Name, DateOnly? LastDay, string Status, string Words)
{
    /// <summary>A deadline in words.</summary>
    public static TrackedDeadline Of(DeadlineClock clock, string label, CultureInfo culture)
    {
        var lastDay = clock.Statement.LastDay;
        var status = StatusOf(clock.Status, clock.BreachedAt, clock.InTime);
        return new TrackedDeadline(label, lastDay, status, Sentence(status, lastDay, culture));
    }

    /// <summary>How a deadline stands, as one sentence.</summary>
    public static string Sentence(DeadlineReading deadline, CultureInfo culture) => Sentence(
        StatusOf(deadline.Status, deadline.BreachedAt, deadline.InTime), deadline.Statement.LastDay, culture);

    /// <summary>A day as people write it: 15/07/2026 in Vietnamese, 15 July 2026 in English.</summary>
    public static string DayInWords(DateOnly day, CultureInfo culture) =>
        day.ToString(HostMessages.Text("track.day", culture), culture);

    private static string Sentence(string status, DateOnly? lastDay, CultureInfo culture) =>
        HostMessages.Text("track." + status, culture, lastDay is { } day ? DayInWords(day, culture) : "");

    private static string StatusOf(ClockStatus status, DateTimeOffset? breachedAt, bool? inTime) => status switch
    {
        ClockStatus.Running when breachedAt is not null => "late",
        ClockStatus.Running => "running",
        ClockStatus.Suspended => "suspended",
        ClockStatus.Met => inTime == false ? "metLate" : "met",
        ClockStatus.Voided => "voided",
        _ => "ended",
    };
}
