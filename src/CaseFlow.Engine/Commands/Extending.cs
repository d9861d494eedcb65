using System.Globalization;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>Extends deadlines within the cap that the law sets, read on the day of the step.</summary>
internal static class Extending
{
    /// <summary>Extends a deadline, or adds every reason why the law does not allow it.</summary>
    public static void Extend(Draft draft, BoundExtendsEffect effect)
    {
        var deadline = effect.Deadline;
        if (draft.State.OpenClock(deadline.Name) is not { } clock)
        {
            Closing.Untouched(draft, deadline, DeadlineEffectName.Extends);
            return;
        }

        if (Length(draft, deadline, draft.Evaluation.Value(effect.By)) is not { } by
            || CapOf(draft, deadline) is not { } cap)
        {
            return;
        }

        var used = clock.Statement.Terms.Count(term => term.Kind == StatedTermKind.Extension);
        var refusals = Refusals(deadline, used, by, cap).ToList();
        draft.Problems.AddRange(refusals);
        if (refusals.Count == 0)
        {
            var extension = new StatedTerm(by, StatedTermKind.Extension, draft.Day, [], Citations.Of(deadline.Cites));
            var statement = clock.Statement with { Terms = [.. clock.Statement.Terms, extension] };
            draft.Emit(new DeadlineExtended(
                deadline.Name, clock.Started, by, used + 1, cap.Times, draft.Count(deadline, statement)));
        }
    }

    private static IEnumerable<Problem> Refusals(BoundDeadline deadline, int used, RuleDuration by, Cap cap)
    {
        if (cap.Times <= 0)
        {
            yield return Wrong(EngineCodes.ExtensionNotAllowed, deadline);
            yield break;
        }

        if (used >= cap.Times)
        {
            yield return Wrong(
                EngineCodes.TooManyExtensions, deadline, cap.Times.ToString(CultureInfo.InvariantCulture));
        }

        if (by.Unit != cap.By.Unit)
        {
            yield return Wrong(EngineCodes.ExtensionUnitDiffers, deadline, by.ToString(), cap.By.ToString());
        }
        else if (by.Count > cap.By.Count)
        {
            yield return Wrong(EngineCodes.ExtensionTooLong, deadline, by.ToString(), cap.By.ToString());
        }
    }

    // A deadline without a cap is never extended; a cap whose decision sets no number allows none.
    private static Cap? CapOf(Draft draft, BoundDeadline deadline)
    {
        if (deadline.Cap is not { } cap)
        {
            return Cap.None;
        }

        var times = draft.Evaluation.Value(cap.Times);
        if (times is UnknownValue unknown)
        {
            draft.RefuseUnknown(EngineCodes.ValueUnknown, deadline.Name, unknown, deadline.Cites);
            return null;
        }

        var allowed = times is NumberValue number ? (int)decimal.Clamp(number.Value, 0, int.MaxValue) : 0;
        if (allowed == 0)
        {
            return Cap.None;
        }

        return Length(draft, deadline, draft.Evaluation.Value(cap.By)) is { } by ? new Cap(allowed, by) : null;
    }

    private static RuleDuration? Length(Draft draft, BoundDeadline deadline, Value value)
    {
        switch (value)
        {
            case DurationValue length:
                return length.Value;
            case UnknownValue unknown:
                draft.RefuseUnknown(EngineCodes.ValueUnknown, deadline.Name, unknown, deadline.Cites);
                return null;
            default:
                draft.Refuse(Wrong(EngineCodes.ExtensionNotAllowed, deadline));
                return null;
        }
    }

    private static Problem Wrong(string code, BoundDeadline deadline, params string[] others) =>
        new(code, deadline.Name, [deadline.Name, .. others]) { Cites = Citations.Of(deadline.Cites) };

    private sealed record Cap(int Times, RuleDuration By)
    {
        public static Cap None { get; } = new(0, default);
    }
}
