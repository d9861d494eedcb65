using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>The day whose law counts, as compiled code finds it.</summary>
/// <param name="Day">The day; null where it is missing or not known.</param>
/// <param name="Transition">The transitional clause that set it, or null.</param>
/// <param name="IsMissing">Whether it is known to be missing.</param>
internal readonly record struct FoundDay(DateOnly? Day, string? Transition, bool IsMissing)
{
    /// <summary>Whether nobody has told what the day hangs on.</summary>
    public bool IsOpen => Day is null && !IsMissing;
}

/// <summary>Finds the governing date of a decision.</summary>
internal sealed class DayCode
{
    private readonly CodeUnit _unit;
    private readonly ValueReader _byDate;
    private readonly bool _isReadTwice;
    private readonly Clause[] _clauses;

    /// <summary>Lays out the `by date` and the transitional clauses of a decision.</summary>
    public DayCode(BoundDecision decision, PackCode code, CodeUnit unit)
    {
        _unit = unit;
        _byDate = ValueReader.Of(decision.GoverningDate, code, unit);
        _isReadTwice = !code.Reaches.Of(decision.GoverningDate).IsFreeOf(Traits.HangsOnDay);
        _clauses =
        [
            .. decision.Transitions.Select(clause => new Clause(
                clause.Name, unit.AddCondition(clause.When), ValueReader.Of(clause.LawDate, code, unit))),
        ];
    }

    /// <summary>The day; the frame gives up where clauses leave it open.</summary>
    public FoundDay Find(Frame frame)
    {
        var found = _byDate.Read(frame);
        if (_isReadTwice && found is DateValue first)
        {
            // What is read here must be in force on the day that it yields.
            frame.BeOn(Of(first, null));
            found = _byDate.Read(frame);
        }

        return _clauses.Length == 0 ? Of(found, null) : ByClause(frame, found);
    }

    private FoundDay ByClause(Frame frame, Value byDate)
    {
        frame.BeOn(Of(byDate, null));
        FoundDay? chosen = null;
        foreach (var clause in _clauses)
        {
            var when = _unit.Truth(frame, clause.When);
            if (when == Truths.No)
            {
                continue;
            }

            var next = when == Truths.Yes ? Of(clause.LawDate.Read(frame), clause.Name) : default;
            if (next is { Day: null, IsMissing: false } || (chosen is { } other && other.Day != next.Day))
            {
                frame.GiveUp();
                return default;
            }

            chosen ??= next;
        }

        return chosen ?? Of(byDate, null);
    }

    private static FoundDay Of(Value value, string? transition) =>
        new((value as DateValue)?.Value, transition, value is not (DateValue or UnknownValue));

    private sealed record Clause(string Name, int When, ValueReader LawDate);
}
