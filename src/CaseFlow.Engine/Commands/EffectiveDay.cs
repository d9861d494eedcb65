using System.Globalization;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Commands;

/// <summary>On which local day a command takes effect, and whether that day is allowed.</summary>
internal static class EffectiveDay
{
    /// <summary>The day that the command names, else that of its instant, else today.</summary>
    public static DateOnly Of(Command command, Circumstances circumstances) =>
        command.EffectiveOn
        ?? (command is FireTrigger { At: { } at } ? circumstances.Time.DayOf(at) : circumstances.Today);

    /// <summary>
    /// Every reason why the day is not allowed: ahead; further back than the pack's limit; before the opening; before
    /// the last change of state. All days are inclusive.
    /// </summary>
    public static IEnumerable<Problem> Check(Command command, CaseState? state, Circumstances circumstances)
    {
        var day = Of(command, circumstances);
        var today = circumstances.Today;
        if (day > today)
        {
            yield return Wrong(EngineCodes.EffectiveInFuture, day, Text(today));
        }

        var daysBack = circumstances.Pack.Bound.Manifest.BackdatedDaysAtMost;
        var earliest = today.AddDays(-Math.Min(daysBack, today.DayNumber));
        if (day < earliest)
        {
            var allowed = daysBack.ToString(CultureInfo.InvariantCulture);
            yield return Wrong(EngineCodes.EffectiveTooFarBack, day, allowed, Text(earliest));
        }

        if (state is not null && day < state.OpenedOn)
        {
            yield return Wrong(EngineCodes.EffectiveBeforeOpening, day, Text(state.OpenedOn));
        }
        else if (state is not null && day < state.StateSince)
        {
            yield return Wrong(EngineCodes.EffectiveBeforeState, day, Text(state.StateSince));
        }

        if (command is FireTrigger { At: { } at } && (at > circumstances.Now || circumstances.Time.DayOf(at) != day))
        {
            yield return new Problem(
                EngineCodes.InstantOutsideDay, "at", [at.ToString("O", CultureInfo.InvariantCulture), Text(day)]);
        }
    }

    /// <summary>A day as problems quote it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Problem Wrong(string code, DateOnly day, params string[] others) =>
        new(code, "on", [Text(day), .. others]);
}
