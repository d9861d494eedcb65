using System.Globalization;
using System.Resources;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Deadlines;

/// <summary>
/// Says how the date of a deadline came about, day by day, in Vietnamese or English. The words stand in
/// `DeadlineMessages.resx`; days that rest on estimated or unconfirmed holiday data are marked.
/// </summary>
public static class StatementText
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Engine.Deadlines.DeadlineMessages", typeof(StatementText).Assembly);

    /// <summary>The statement as lines to read from top to bottom.</summary>
    /// <param name="statement">What to tell.</param>
    /// <param name="culture">Its language: vi or en.</param>
    /// <param name="labelOf">What people call a fact or a definition; null: its name.</param>
    public static IReadOnlyList<string> Lines(
        DeadlineStatement statement, CultureInfo culture, Func<string, string>? labelOf = null) =>
    [
        .. Beginning(statement, culture, labelOf ?? (name => name)),
        .. statement.Terms.Select(term => TermOf(term, culture)),
        .. statement.Suspensions.Select(suspension => SuspensionOf(suspension, culture)),
        .. statement.Steps.Select(step => StepOf(step, statement, culture)),
        .. End(statement, culture),
    ];

    /// <summary>A length of time as people read it.</summary>
    public static string Duration(RuleDuration length, CultureInfo culture) =>
        ExplanationSentence.Of(length, culture);

    /// <summary>A day as people write it: 31/12/2026 in Vietnamese, 2026-12-31 in English.</summary>
    public static string Day(DateOnly day, CultureInfo culture) =>
        day.ToString(Word(culture, "DateFormat"), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Beginning(
        DeadlineStatement statement, CultureInfo culture, Func<string, string> labelOf)
    {
        if (statement.TakenOverDueAt is { } dueAt)
        {
            yield return Say(
                culture, "TakenOver", dueAt.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        }
        else if (statement.Anchor is { } anchor)
        {
            var key = statement.CountedBack ? "AnchorBack" : "Anchor";
            yield return Say(culture, key, Day(anchor, culture), labelOf(statement.AnchorName ?? ""))
                + Mark(statement.AnchorCertainty, culture);
        }
    }

    private static IEnumerable<string> End(DeadlineStatement statement, CultureInfo culture)
    {
        if (statement is { LastDay: { } lastDay } && statement.FirstDayAfter() is { } after)
        {
            var key = statement.IsWaitingPeriod ? "LastDayWaiting" : "LastDay";
            yield return Say(culture, key, Day(lastDay, culture), Day(after, culture))
                + Mark(statement.Certainty, culture);
        }

        if (statement.LastWorkingDay is { } working)
        {
            yield return Say(culture, "LastWorkingDay", Day(working, culture));
        }

        if (statement.Cites.Count > 0)
        {
            yield return Say(culture, "Cites", CitationText.In(statement.Cites, culture));
        }
    }

    private static string TermOf(StatedTerm term, CultureInfo culture)
    {
        var length = Duration(term.Length, culture);
        var cites = CitationText.In(term.Cites, culture);
        return term.Kind == StatedTermKind.Term
            ? Say(culture, "Term", length, string.Join(", ", term.Rules), cites)
            : Say(culture, "Extension", length, Day(term.DecidedOn, culture), cites);
    }

    private static string SuspensionOf(StatedSuspension suspension, CultureInfo culture) =>
        suspension.Resumed is { } resumed
            ? Say(culture, "Suspension", Day(suspension.From, culture), Day(resumed, culture), suspension.RecordedAs)
            : Say(culture, "SuspendedStill", Day(suspension.From, culture), suspension.RecordedAs);

    private static string StepOf(TermStep step, DeadlineStatement statement, CultureInfo culture)
    {
        var text = step.Kind switch
        {
            TermStepKind.TermBegins => Say(
                culture, "TermBegins", Day(step.From, culture), step.Term is { } term ? Duration(term, culture) : ""),
            TermStepKind.Rolled => Say(culture, "Rolled", Day(step.From, culture), Day(step.Through, culture)),
            _ => Say(
                culture,
                KeyOf(step, statement),
                Span(step, culture),
                step.Count.ToString(CultureInfo.InvariantCulture),
                step.Name ?? ""),
        };
        return text + Mark(step.Certainty, culture);
    }

    // The count may be complete on a rest day: that day was counted, and yet the last day cannot stay there.
    private static string KeyOf(TermStep step, DeadlineStatement statement) =>
        step.Kind is TermStepKind.WeekendSkipped or TermStepKind.HolidaySkipped
        && statement.RawEnd <= step.From && statement.Terms.All(term => term.Length.Unit != DurationUnit.WorkingDay)
            ? step.Kind + ".AtEnd"
            : step.Kind.ToString();

    private static string Span(TermStep step, CultureInfo culture) => step.From == step.Through
        ? Say(culture, "OneDay", Day(step.From, culture))
        : Say(culture, "Days", Day(step.From, culture), Day(step.Through, culture));

    private static string Mark(DayCertainty certainty, CultureInfo culture) =>
        certainty == DayCertainty.Verified ? "" : " " + Word(culture, certainty.ToString());

    private static string Word(CultureInfo culture, string key) => Texts.GetString(key, culture) ?? key;

    private static string Say(CultureInfo culture, string key, params string[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Word(culture, key), [.. arguments]);
}
