using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// A case while a command is decided upon: each event that is emitted is folded at once, so that what comes after sees
/// it. Local to one decision; nothing outlives it but the events.
/// </summary>
internal sealed class Draft
{
    private readonly Command _command;
    private readonly List<RecordedEvent> _events = [];
    private CaseState? _state;
    private CaseEvaluation? _evaluation;

    public Draft(CaseState? state, CaseFacts facts, Command command, DateOnly day, Circumstances circumstances)
    {
        _state = state;
        _command = command;
        Facts = facts;
        Day = day;
        Circumstances = circumstances;
    }

    /// <summary>The case as it stands now.</summary>
    public CaseState State => _state ?? throw new InvalidOperationException("The case is not opened yet.");

    /// <summary>What is known now.</summary>
    public CaseFacts Facts { get; private set; }

    /// <summary>The local day on which the command takes effect.</summary>
    public DateOnly Day { get; }

    public Circumstances Circumstances { get; }

    public CasePack Pack => Circumstances.Pack;

    public Principal Principal => _command.Principal;

    /// <summary>The inputs of the trigger being fired.</summary>
    public IReadOnlyDictionary<FieldSymbol, Value> Inputs { get; init; } = new Dictionary<FieldSymbol, Value>();

    /// <summary>Why the command is refused; empty: it is not.</summary>
    public List<Problem> Problems { get; } = [];

    public IReadOnlyList<RecordedEvent> Events => _events;

    /// <summary>The rules over the case as it stands now, on the day of the step.</summary>
    public CaseEvaluation Evaluation => _evaluation ??= Pack.Rules.Evaluate(
        Facts, new EvaluationContext(Day) { Inputs = Inputs, Case = _state is null ? null : Views.Of(_state) });

    /// <summary>Adds what happened.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="effectiveOn">The local day of its effect; null: the day of the step.</param>
    public void Emit(CaseEvent happened, DateOnly? effectiveOn = null)
    {
        var recorded = new RecordedEvent(
            (_state?.Version ?? 0) + 1,
            effectiveOn ?? Day,
            Circumstances.Now.ToUniversalTime(),
            _command.Principal.Id,
            _command.Key,
            Pack.Bound.Hash,
            happened);
        _state = CaseFold.Apply(_state, recorded);
        _events.Add(recorded);
        _evaluation = null;
    }

    /// <summary>Adds facts, told with the command or set by a trigger.</summary>
    public void Record(IEnumerable<KeyValuePair<FieldSymbol, Value>> facts, string? trigger)
    {
        var told = CaseFacts.None.With(facts);
        if (told.Known.Any())
        {
            Facts = Facts.With(told.Known);
            Emit(new FactsRecorded(FactWriter.Write(told), trigger));
        }
    }

    public void Refuse(Problem problem) => Problems.Add(problem);

    public void Refuse(string code, string place, params string[] arguments) =>
        Problems.Add(new Problem(code, place, arguments));

    /// <summary>Refuses for want of what would make a value known.</summary>
    public void RefuseUnknown(string code, string place, UnknownValue unknown, IReadOnlyList<Citation> cites)
    {
        var toTell = Citations.ToTell(unknown);
        Problems.Add(new Problem(code, place, [place, string.Join(", ", toTell)])
        {
            Cites = Citations.Of(cites), LeadsOut = toTell,
        });
    }

    /// <summary>A deadline's statement counted anew with the pack's calendars.</summary>
    public DeadlineStatement Count(BoundDeadline deadline, DeadlineStatement statement) => DeadlineCount.Count(
        statement, Pack.CalendarOf(deadline.Calendar), Pack.OnlyCalendar, Circumstances.Time);

    /// <summary>What the draft comes to.</summary>
    public Decision Conclude() => Problems.Count > 0
        ? new Refused(CommandStatus.Refused, ProblemLists.Distinct(Problems))
        : new Decided(State, Events);
}
