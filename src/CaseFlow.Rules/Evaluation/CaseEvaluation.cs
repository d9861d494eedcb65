using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Compilation;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// The evaluation of one case: its facts, the day, and what was computed from them. For one thread at a time; a fault
/// (<see cref="EvaluationFaultException"/>) leaves it usable for other questions.
/// </summary>
public sealed class CaseEvaluation : IReadings
{
    private readonly CaseFacts _facts;
    private readonly ParameterSet _parameters;
    private readonly IEvaluationObserver? _observer;
    private readonly Interpreter _interpreter;
    private readonly TextSearches _searches;
    private readonly Dictionary<(DefinitionSymbol, DateOnly?), Remembered<Value>> _definitions = [];
    private readonly Dictionary<DecisionSymbol, Remembered<DecisionOutcome>> _decisions = [];
    private HashSet<FieldSymbol>? _assumed;
    private Frame? _frame;

    internal CaseEvaluation(CompiledPack pack, CaseFacts facts, EvaluationContext context)
        : this(pack, facts, context, observer: null)
    {
    }

    /// <summary>The case of a frame, to be asked what compiled code leaves open.</summary>
    internal CaseEvaluation(CompiledPack pack, CaseFacts facts, EvaluationContext context, Frame frame)
        : this(pack, facts, context, observer: null) => _frame = frame;

    private CaseEvaluation(
        CompiledPack pack,
        CaseFacts facts,
        EvaluationContext context,
        IEvaluationObserver? observer)
    {
        (Pack, _facts, Context) = (pack, facts, context);
        _parameters = context.Parameters ?? ParameterSet.Declared;
        _observer = observer;
        _interpreter = new Interpreter(this) { Observer = observer };
        _searches = new TextSearches(pack.Phrases);
    }

    // What is settled stays settled when facts are added, so a trial takes it over and computes only what is open.
    private CaseEvaluation(CaseEvaluation tried, CaseFacts facts)
        : this(tried.Pack, facts, tried.Context, observer: null)
    {
        _searches = tried._searches;
        (TriesCompletions, TodayIsKnown) = (false, tried.TodayIsKnown);
        foreach (var (definition, known) in tried._definitions
            .Where(known => known.Value is { Fault: null, Value: not UnknownValue }))
        {
            _definitions.Add(definition, known);
        }

        foreach (var (decision, known) in tried._decisions
            .Where(known => known.Value is { Fault: null, Value.Status: not OutcomeStatus.Undecided }))
        {
            _decisions.Add(decision, known);
        }
    }

    /// <summary>The day of the call, and for guards the inputs and the case.</summary>
    public EvaluationContext Context { get; }

    /// <summary>The pack.</summary>
    internal CompiledPack Pack { get; }

    /// <summary>What is known.</summary>
    internal CaseFacts Facts => _facts;

    /// <summary>The decisions that were made, asked for or read by others, in the order they were finished.</summary>
    internal IReadOnlyList<DecisionSymbol> Decided =>
        [.. _decisions.Where(known => known.Value.Fault is null).Select(known => known.Key)];

    /// <summary>
    /// Whether unknown facts are tried out where bounds do not settle a decision; not inside such a trial.
    /// </summary>
    internal bool TriesCompletions { get; private init; } = true;

    /// <summary>False for an example without any date: then reading `today` is a fault (CF7002).</summary>
    internal bool TodayIsKnown { get; init; } = true;

    /// <summary>The outcome of a decision.</summary>
    /// <exception cref="EvaluationFaultException">The case has no answer: division by zero, past the holiday data,
    /// overflow.</exception>
    public DecisionOutcome Decide(DecisionSymbol decision)
    {
        if (!_decisions.TryGetValue(decision, out var known))
        {
            known = Compiled(decision) ?? Interpreted(decision);
            _decisions.Add(decision, known);
        }

        return Given(known);
    }

    /// <summary>The outcomes of all decisions of the pack, in order.</summary>
    /// <exception cref="EvaluationFaultException">A decision has no answer for the case.</exception>
    public IReadOnlyList<DecisionOutcome> DecideAll() =>
        [.. Pack.Pack.Decisions.Select(decision => Decide(decision.Symbol))];

    /// <summary>Why a decision came out as it did.</summary>
    /// <exception cref="EvaluationFaultException">The case has no answer.</exception>
    public DecisionTrace Explain(DecisionSymbol decision, TraceDepth depth = TraceDepth.Brief) =>
        TraceBuilder.Of(this, decision, depth);

    /// <summary>The value of an expression outside any decision: a guard, an anchor, a cap.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="governingDate">The day whose law counts for definitions; the day of the call where it is not
    /// given.</param>
    /// <exception cref="EvaluationFaultException">The case has no answer.</exception>
    public Value Value(BoundExpression expression, DateOnly? governingDate = null) =>
        Evaluate(expression, new Scope(governingDate ?? Context.Today));

    /// <summary>The value of an expression where a decision reads it.</summary>
    internal Value Evaluate(BoundExpression expression, Scope scope) => _interpreter.Evaluate(expression, scope);

    /// <summary>
    /// Where trials of a decision start from: all that it reads is decided, as far as it can be, so that what trials
    /// come to does not hang on what was asked before. Nobody watches it.
    /// </summary>
    internal CaseEvaluation TrialGround(DecisionSymbol decision)
    {
        var ground = _observer is null
            ? this
            : new CaseEvaluation(this, _facts) { TriesCompletions = TriesCompletions };
        foreach (var read in Pack.DecisionsReadBy(decision))
        {
            ground.TryDecide(read);
        }

        return ground;
    }

    /// <summary>The same case with facts added, for a trial.</summary>
    internal CaseEvaluation Trial(IEnumerable<KeyValuePair<FieldSymbol, Value>> facts) =>
        new(this, _facts.With(facts));

    /// <summary>The same case anew, with everything told as it is read and counted.</summary>
    internal CaseEvaluation Watched(IEvaluationObserver observer) =>
        new(Pack, _facts, Context, observer) { TodayIsKnown = TodayIsKnown };

    /// <inheritdoc/>
    Value IReadings.Fact(FieldSymbol fact) => _facts[fact] switch
    {
        null => ((IReadings)this).Unrecorded(fact, fact.Path),
        UnknownValue => UnknownValue.OfFact(fact.Path),
        var value => value,
    };

    /// <inheritdoc/>
    Value IReadings.Unrecorded(FieldSymbol field, string path)
    {
        if (field.Assumed is not { } assumed)
        {
            return UnknownValue.OfFact(path);
        }

        (_assumed ??= []).Add(field);
        return assumed;
    }

    /// <inheritdoc/>
    Value IReadings.Definition(DefinitionSymbol definition, DateOnly? governingDate)
    {
        if (governingDate is { } day && !definition.Period.Contains(day))
        {
            return UnknownValue.OfBlock(definition.Name);
        }

        if (!_definitions.TryGetValue((definition, governingDate), out var known))
        {
            known = Remember(() => Evaluate(definition.Value, new Scope(governingDate)));
            _definitions.Add((definition, governingDate), known);
            if (known.Fault is null)
            {
                _observer?.DefinitionRead(definition, governingDate, known.Value);
            }
        }

        return Given(known);
    }

    /// <inheritdoc/>
    Value IReadings.Output(DecisionSymbol decision, OutputSymbol output)
    {
        var outcome = Decide(decision);
        return outcome.Status switch
        {
            OutcomeStatus.Decided => outcome[output],
            OutcomeStatus.NotApplicable => MissingValue.Instance,
            OutcomeStatus.Undecided => new UnknownValue(outcome.Missing, outcome.BlockedBy)
            {
                Range = outcome.RangeOf(Pack.PlanOf(decision).Decision.Policy),
            },
            _ => UnknownValue.OfBlock(decision.Name),
        };
    }

    /// <inheritdoc/>
    Value IReadings.Parameter(ParameterSymbol parameter, DateOnly? governingDate)
    {
        var value = _parameters.On(parameter, governingDate);
        _observer?.ParameterRead(parameter, governingDate, value);
        return value;
    }

    /// <inheritdoc/>
    Value IReadings.Input(FieldSymbol input) =>
        Context.Inputs.TryGetValue(input, out var value) ? value
        : input.Type.Optional ? MissingValue.Instance
        : UnknownValue.OfFact(input.Path);

    /// <inheritdoc/>
    Value IReadings.Case(CaseExpression property) => CaseReading.Of(property, Context.Case);

    /// <inheritdoc/>
    Value IReadings.Today() => TodayIsKnown
        ? new DateValue(Context.Today)
        : throw new EvaluationFaultException(RulesCodes.ExampleWithoutToday, []);

    /// <inheritdoc/>
    bool IReadings.Mentions(MentionsBoundExpression mentions, string text) =>
        _searches.Holds(mentions, text, _observer);

    /// <inheritdoc/>
    Value IReadings.Zero(RuleType type) => Pack.ZeroOf(type);

    /// <inheritdoc/>
    WorkingCalendar? IReadings.Calendar(CalendarSymbol? calendar) => Pack.CalendarOf(calendar);

    // What is assumed on the way is not assumed by whoever asked for something else. A fault comes out where it
    // is read.
    private bool TryDecide(DecisionSymbol decision)
    {
        var outer = _assumed;
        _assumed = null;
        try
        {
            Decide(decision);
            return true;
        }
        catch (EvaluationFaultException)
        {
            return false;
        }
        finally
        {
            _assumed = outer;
        }
    }

    // The same outcome by compiled code; null where it is not ready, somebody watches, or it leaves the case to us.
    private Remembered<DecisionOutcome>? Compiled(DecisionSymbol decision)
    {
        if (_observer is not null || !TodayIsKnown || Pack.Code is not { } code)
        {
            return null;
        }

        if (_frame?.Code != code)
        {
            _frame = new Frame(code);
            _frame.Begin(_facts, Context, Pack, this);
        }

        var outer = _assumed;
        try
        {
            return _frame.Decide(code.NumberOf(decision)) is { } outcome
                ? new Remembered<DecisionOutcome>(
                    outcome, outcome.Assumptions.Count == 0 ? null : outcome.Assumptions.ToHashSet(), null)
                : null;
        }
        finally
        {
            _assumed = outer;
        }
    }

    private Remembered<DecisionOutcome> Interpreted(DecisionSymbol decision)
    {
        var known = Remember(() => Settled(decision));
        return known.Fault is null
            ? known with { Value = known.Value with { Assumptions = known.AssumedInOrder } }
            : known;
    }

    private DecisionOutcome Settled(DecisionSymbol decision)
    {
        var plan = Pack.PlanOf(decision);
        var outcome = new DecisionRun(this, plan).Conclude();
        return outcome.Status == OutcomeStatus.Undecided && TriesCompletions
            ? Completions.Settle(this, outcome)
            : outcome;
    }

    // Computes a value with the assumptions that it rests on, so that whoever reads it from memory rests on them too. A
    // fault is remembered as well: where each of two branches may read what faults, and that reads further in the same
    // way, computing it anew would double the work at every step. How deep is too deep hangs on where one began.
    private Remembered<T> Remember<T>(Func<T> compute)
    {
        var outer = _assumed;
        _assumed = null;
        try
        {
            return new Remembered<T>(compute(), _assumed, null);
        }
        catch (EvaluationFaultException fault) when (!fault.IsOfDepth)
        {
            return new Remembered<T>(default!, null, fault);
        }
        finally
        {
            _assumed = outer;
        }
    }

    // What was computed before, to whoever reads it now.
    private T Given<T>(Remembered<T> known)
    {
        if (known.Fault is { } fault)
        {
            throw fault;
        }

        if (known.Assumed is { } assumed)
        {
            (_assumed ??= []).UnionWith(assumed);
        }

        return known.Value;
    }

    private sealed record Remembered<T>(T Value, HashSet<FieldSymbol>? Assumed, EvaluationFaultException? Fault)
    {
        public IReadOnlyList<FieldSymbol> AssumedInOrder =>
            Assumed is null
                ? []
                : [.. Assumed.OrderBy(fact => fact.Slot).ThenBy(fact => fact.Path, StringComparer.Ordinal)];
    }
}
