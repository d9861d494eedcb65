using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>The decisions of a pack as compiled code. Means the same for ever; safe to share between threads.</summary>
internal sealed class PackCode
{
    /// <summary>The bits of the word that notes which assumptions were taken.</summary>
    private const int MostAssumptions = 64;

    // Frames kept for more threads than machines have processors to run them.
    private const int Spares = 64;

    private readonly Dictionary<Symbol, int> _numbers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FieldSymbol, int> _assumptions = [];
    private readonly FieldSymbol[] _assumed;
    private readonly CompiledPack _compiled;
    private readonly ConditionalWeakTable<ParameterSet, ParameterBlock> _blocks = [];
    private readonly List<CodeUnit> _units = [];
    private readonly ConcurrentBag<Frame> _spares = [];
    private Frame? _spare;
    private ParameterBlock _block;
    private DateValue _day = new(DateOnly.MinValue);

    private PackCode(CompiledPack compiled, ReachFinder reaches)
    {
        (Pack, _compiled) = (compiled.Pack, compiled);
        var pack = Pack;
        _assumed = [.. AssumedFields(pack)];
        Number(_assumed, _assumptions);
        Number(pack.Definitions, _numbers);
        Number([.. pack.Decisions.Select(decision => decision.Symbol)], _numbers);
        Number(pack.Parameters, _numbers);
        Reaches = reaches;
        Definitions = [.. pack.Definitions.Select(Of)];
        Decisions = new DecisionCode[pack.Decisions.Count];
        for (var number = 0; number < Decisions.Length; number++)
        {
            Decisions[number] = new DecisionCode(this, compiled.PlanOf(pack.Decisions[number].Symbol), SliceCount);
            SliceCount += Decisions[number].Slices.Length;
        }

        _block = Declared = new ParameterBlock(this, ParameterSet.Declared);
    }

    /// <summary>
    /// Lays the code of a pack out; it is compiled when first run, or by <see cref="Prepare"/>. Null where the runtime
    /// makes no code, or where decisions may read one another so deeply that the interpreter refuses some cases.
    /// </summary>
    public static PackCode? Of(CompiledPack compiled)
    {
        var pack = compiled.Pack;
        var reaches = new ReachFinder(pack);
        var isTooDeep = pack.Decisions.Any(decision => reaches.Of(decision.Symbol).Depth > EvaluationLimits.Depth);
        return RuntimeFeature.IsDynamicCodeSupported && !isTooDeep ? new PackCode(compiled, reaches) : null;
    }

    /// <summary>The pack.</summary>
    public BoundPack Pack { get; }

    /// <summary>What expressions may do.</summary>
    public ReachFinder Reaches { get; }

    /// <summary>The definitions, by number.</summary>
    public DefinitionCode[] Definitions { get; }

    /// <summary>The decisions, by number.</summary>
    public DecisionCode[] Decisions { get; }

    /// <summary>How many slices of time the decisions have together.</summary>
    public int SliceCount { get; }

    /// <summary>Whether every assumption of the pack has its bit.</summary>
    public bool HasRoomForAssumptions => _assumed.Length <= MostAssumptions;

    /// <summary>The parameters as the pack declares them.</summary>
    public ParameterBlock Declared { get; }

    /// <summary>Compiles everything now, down to machine code.</summary>
    public void Prepare()
    {
        var frame = new Frame(this);
        foreach (var unit in _units)
        {
            unit.Prepare(frame);
        }

        foreach (var slice in Decisions.SelectMany(decision => decision.Slices))
        {
            Declared.StateOf(slice);
        }
    }

    /// <summary>A frame for one case; give it back after.</summary>
    public Frame Rent() => Interlocked.Exchange(ref _spare, null)
        ?? (_spares.TryTake(out var frame) ? frame : new Frame(this));

    /// <summary>Takes a frame back.</summary>
    public void Return(Frame frame)
    {
        frame.End();
        if (Interlocked.CompareExchange(ref _spare, frame, null) is not null && _spares.Count < Spares)
        {
            _spares.Add(frame);
        }
    }

    /// <summary>A new unit of code.</summary>
    public CodeUnit NewUnit()
    {
        var unit = new CodeUnit(this);
        _units.Add(unit);
        return unit;
    }

    /// <summary>The number of a definition, decision or parameter.</summary>
    public int NumberOf(Symbol symbol) => _numbers[symbol];

    /// <summary>The number of a field's assumption; negative where it has none.</summary>
    public int AssumptionOf(FieldSymbol field) => _assumptions.GetValueOrDefault(field, -1);

    /// <summary>The fields whose bits are set, in the order in which outcomes name them.</summary>
    public IReadOnlyList<FieldSymbol> FieldsOf(ulong assumed) => assumed == 0
        ? []
        : [.. _assumed.Where((_, number) => number < MostAssumptions && (assumed >> number & 1) == 1)
            .OrderBy(fact => fact.Slot)
            .ThenBy(fact => fact.Path, StringComparer.Ordinal)];

    /// <summary>The data of a calendar; null for none.</summary>
    public WorkingCalendar? CalendarOf(CalendarSymbol? calendar) => calendar is null ? null : Pack.Calendars[calendar];

    /// <summary>What a total of nothing is.</summary>
    public Value ZeroOf(RuleType type) => _compiled.ZeroOf(type);

    /// <summary>The values of a set of parameters.</summary>
    public ParameterBlock BlockOf(ParameterSet? set)
    {
        if (set is null || ReferenceEquals(set, ParameterSet.Declared))
        {
            return Declared;
        }

        var block = _block;
        if (!ReferenceEquals(block.Set, set))
        {
            block = _blocks.GetValue(set, other => new ParameterBlock(this, other));
            _block = block;
        }

        return block;
    }

    /// <summary>A day as a value; the last one asked for is kept, as it is mostly today.</summary>
    public DateValue DayValueOf(DateOnly day)
    {
        var known = _day;
        return known.Value == day ? known : _day = new DateValue(day);
    }

    private DefinitionCode Of(DefinitionSymbol definition)
    {
        var reach = Reaches.Of(definition);
        return new DefinitionCode(
            definition, [.. reach.Days.Order()], ValueReader.Of(definition.Value, this, UnitForDefinitions()));
    }

    private CodeUnit UnitForDefinitions() =>
        _units.Count > 0 && _units[^1].Size < CodeUnit.MostExpressions ? _units[^1] : NewUnit();

    private static IEnumerable<FieldSymbol> AssumedFields(BoundPack pack) => pack.FactRoots
        .SelectMany(root => root.Fields)
        .Concat(pack.Records.SelectMany(record => record.Fields))
        .Where(field => field.Assumed is not null);

    private static void Number<T>(IReadOnlyList<T> symbols, Dictionary<T, int> numbers)
        where T : notnull
    {
        for (var number = 0; number < symbols.Count; number++)
        {
            numbers.Add(symbols[number], number);
        }
    }

    private static void Number<T>(IReadOnlyList<T> symbols, Dictionary<Symbol, int> numbers)
        where T : Symbol
    {
        for (var number = 0; number < symbols.Count; number++)
        {
            numbers.Add(symbols[number], number);
        }
    }
}
