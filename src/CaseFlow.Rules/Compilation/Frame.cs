using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// The evaluation of one case by compiled code: what it reads, and what was computed so far. For one thread at a time;
/// may be used again for another case.
/// </summary>
internal sealed partial class Frame(PackCode code)
{
    private readonly Decided[] _decisions = new Decided[code.Decisions.Length];
    private readonly Defined[] _definitions = new Defined[code.Definitions.Length];
    private CaseFacts _facts = CaseFacts.None;
    private EvaluationContext? _context;
    private CompiledPack? _pack;
    private CaseEvaluation? _interpreted;
    private TextSearches? _searches;

    /// <summary>The code.</summary>
    public PackCode Code => code;

    /// <summary>The values of the parameters.</summary>
    public ParameterBlock Parameters { get; private set; } = code.Declared;

    /// <summary>The governing date of the decision at hand; null while it is being found, or where there is none.
    /// </summary>
    public DateOnly? Day { get; private set; }

    /// <summary>Whether the governing date was looked for and is not known: then what hangs on it is not either.
    /// </summary>
    public bool IsDayOpen { get; private set; }

    /// <summary>
    /// True once something was met that compiled code leaves to the interpreter; then nothing computed since counts.
    /// </summary>
    public bool GivesUp { get; private set; }

    /// <summary>The assumptions taken since the decision or definition at hand began, a bit each.</summary>
    public ulong Assumed { get; private set; }

    /// <summary>Begins a case, in a frame that is new or whose last case has ended.</summary>
    /// <param name="facts">Its facts.</param>
    /// <param name="context">The day of the call and the rest.</param>
    /// <param name="pack">The pack.</param>
    /// <param name="interpreted">Decides what is left to the interpreter; null: made when needed.</param>
    public void Begin(
        CaseFacts facts, EvaluationContext context, CompiledPack pack, CaseEvaluation? interpreted = null)
    {
        (_facts, _context, _pack, _interpreted, _searches) = (facts, context, pack, interpreted, null);
        (Day, IsDayOpen, GivesUp, Assumed) = (null, false, false, 0);
        Parameters = code.BlockOf(context.Parameters);
    }

    /// <summary>What is read from now on counts on that day.</summary>
    public void BeOn(FoundDay day) => (Day, IsDayOpen) = (day.Day, day.IsOpen);

    /// <summary>The outcome of a decision that is left to the interpreter.</summary>
    public DecisionOutcome Interpret(DecisionSymbol decision) =>
        (_interpreted ??= new CaseEvaluation(_pack!, _facts, _context!, this)).Decide(decision);

    /// <summary>Lets the case go with all that was computed of it, so that a pool does not keep it alive.</summary>
    public void End()
    {
        (_facts, _context, _pack, _interpreted, _searches) = (CaseFacts.None, null, null, null, null);
        Parameters = code.Declared;
        Array.Clear(_decisions);
        Array.Clear(_definitions);
    }

    /// <summary>The value of a fact without an assumption.</summary>
    public Value Fact(FieldSymbol fact) => _facts[fact] ?? Truths.Untold;

    /// <summary>The value of a fact, or what is assumed of it where nobody has told.</summary>
    public Value FactOrAssumed(FieldSymbol fact, int assumption) =>
        _facts[fact] ?? Assume(fact, assumption);

    /// <summary>A field of a record.</summary>
    /// <param name="target">The record.</param>
    /// <param name="field">The field.</param>
    /// <param name="assumption">The number of its assumption; negative where it has none.</param>
    public Value Field(Value target, FieldSymbol field, int assumption)
    {
        if (target is RecordValue record)
        {
            var value = record.Fields.GetValueOrDefault(field);
            return value is not null and not UnknownValue ? value
                : assumption >= 0 ? Assume(field, assumption)
                : Truths.Untold;
        }

        // Whether an untold record hides an assumption hangs on why it is untold, and that is not known here.
        return target is MissingValue ? target : assumption >= 0 ? GiveUp() : Truths.Untold;
    }

    /// <summary>The day of the call.</summary>
    public Value Today() => code.DayValueOf(_context!.Today);

    /// <summary>A property of the case.</summary>
    public Value Case(CaseExpression property) => CaseReading.Of(property, _context!.Case);

    /// <summary>Whether a text mentions what it should; a missing one does not.</summary>
    public byte Mentions(MentionsBoundExpression mentions, Value text) => text switch
    {
        TextValue known => Truths.Of(Searches.Holds(mentions, known.Value, null)),
        UnknownValue => Truths.Open,
        _ => Truths.No,
    };

    /// <summary>What a total of nothing is.</summary>
    public Value Zero(RuleType type) => _pack!.ZeroOf(type);

    /// <summary>A parameter on the governing date.</summary>
    public Value Parameter(int slot, ParameterSymbol parameter) =>
        IsDayOpen && parameter.Values is not [{ From: null }]
            ? Truths.Untold
            : Parameters.On(slot, parameter, Day) ?? GiveUp();

    /// <summary>A calendar's data.</summary>
    public WorkingCalendar? Calendar(CalendarSymbol? calendar) => code.CalendarOf(calendar);

    /// <summary>Leaves the decision at hand to the interpreter.</summary>
    public Value GiveUp()
    {
        GivesUp = true;
        return Truths.Untold;
    }

    private TextSearches Searches => _searches ??= new TextSearches(_pack!.Phrases);

    private Value Assume(FieldSymbol field, int assumption)
    {
        Assumed |= 1UL << assumption;
        return field.Assumed!;
    }

    private record struct Decided(DecisionOutcome? Outcome, ulong Assumed, bool IsLeft);

    private record struct Defined(Value? Value, int Age, ulong Assumed);
}
