using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// An outcome that is the same for all cases but for the governing date and the assumptions: built once for each of
/// the days lately asked for, and handed out again.
/// </summary>
internal sealed class AnswerKeeper(DecisionOutcome answer)
{
    // A power of two. Decisions by today's law ask for one day; those by the day of an event for a few at a time.
    private const int Days = 8;

    private readonly Kept?[] _kept = new Kept?[Days];

    /// <summary>The outcome for the case of a frame.</summary>
    public DecisionOutcome Give(FoundDay day, Frame frame)
    {
        var place = day.Day is { } known ? known.DayNumber & (Days - 1) : 0;
        var kept = Volatile.Read(ref _kept[place]);
        if (kept is not null && kept.Assumed == frame.Assumed && kept.Outcome.GoverningDate == day.Day
            && ReferenceEquals(kept.Outcome.Transition, day.Transition))
        {
            return kept.Outcome;
        }

        kept = new Kept(With(answer, day, frame), frame.Assumed);
        Volatile.Write(ref _kept[place], kept);
        return kept.Outcome;
    }

    /// <summary>An outcome with what only the case tells.</summary>
    public static DecisionOutcome With(DecisionOutcome answer, FoundDay day, Frame frame) => answer with
    {
        GoverningDate = day.Day,
        Transition = day.Transition,
        Assumptions = frame.Code.FieldsOf(frame.Assumed),
    };

    private sealed record Kept(DecisionOutcome Outcome, ulong Assumed);
}
