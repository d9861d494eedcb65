using System.Collections.Concurrent;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Compilation;
using CaseFlow.Rules.Coverage;
using CaseFlow.Rules.Coverage.Conditions;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// A pack ready to decide. It answers at once through the interpreter; after some cases it makes compiled code in the
/// background, which gives the very same outcomes and then decides. Who asks for a reason always gets it from the
/// interpreter. Immutable in what it means; safe to share between threads.
/// </summary>
public sealed class CompiledPack
{
    // Fewer cases never earn back what making the code takes.
    private const int CasesBeforeCode = 64;

    private readonly Lazy<PackCode?> _laidOut;
    private readonly Dictionary<DecisionSymbol, DecisionPlan> _plans;
    private readonly ILookup<string, DecisionSymbol> _named;
    private readonly Dictionary<string, FieldSymbol> _facts;
    private PackCode? _code;
    private Task? _preparing;
    private int _cases;
    private readonly Lazy<MoneyValue> _noMoney;
    private readonly Lazy<ReadingWork> _work;
    private readonly ConcurrentDictionary<DecisionSymbol, AlikeValues> _alike = new();

    /// <summary>Prepares the decisions of a pack without errors.</summary>
    public CompiledPack(BoundPack pack)
    {
        Pack = pack;
        Phrases = new PackPhrases(pack);
        _noMoney = new Lazy<MoneyValue>(() => new MoneyValue(0, PackCurrency.Of(pack)));
        _work = new Lazy<ReadingWork>(() => new ReadingWork(pack));
        _named = pack.Decisions.Select(decision => decision.Symbol)
            .ToLookup(decision => decision.Name, StringComparer.Ordinal);
        _plans = pack.Decisions.ToDictionary(decision => decision.Symbol, decision => new DecisionPlan(decision));
        _laidOut = new Lazy<PackCode?>(() => PackCode.Of(this));
        _facts = pack.FactRoots.SelectMany(root => root.Fields).ToDictionary(fact => fact.Path, StringComparer.Ordinal);
        Declared = new DeclaredOrder(_facts);
    }

    /// <summary>The pack.</summary>
    public BoundPack Pack { get; }

    /// <summary>
    /// Begins to evaluate one case. What it computes is kept, so ask one evaluation for all that one case needs.
    /// </summary>
    /// <param name="facts">What is known.</param>
    /// <param name="context">The day of the call, and for guards the inputs and the case.</param>
    public CaseEvaluation Evaluate(CaseFacts facts, EvaluationContext context)
    {
        if (_code is null && !StaysInterpreted && Interlocked.Increment(ref _cases) == CasesBeforeCode)
        {
            _preparing = Task.Run(Prepare);
        }

        return new(this, facts, context);
    }

    /// <summary>
    /// Compiles all decisions and definitions now, some 100 ms for 500 rules; from then on they are decided by compiled
    /// code, those evaluations that have begun included. After some dozens of cases a pack does so by itself, on a
    /// thread of the pool; who wants it before the first case calls this. Where the runtime makes no code, nothing
    /// changes.
    /// </summary>
    public void Prepare()
    {
        if (_laidOut.Value is { } code)
        {
            code.Prepare();
            Volatile.Write(ref _code, code);
        }
    }

    /// <summary>A decision to be made for many cases, without an allocation where it is decided; null for no such
    /// name.</summary>
    public Decider? Decision(string name) => DecisionNamed(name) is { } decision ? new Decider(this, decision) : null;

    /// <summary>The decision of that name, or null.</summary>
    public DecisionSymbol? DecisionNamed(string name) => _named[name].FirstOrDefault();

    /// <summary>Runs the pack's own examples, in order.</summary>
    public TestReport Test() => new([.. Pack.Examples.Select(example => ExampleRun.Of(this, example))]);

    /// <summary>What of the pack its examples show to work.</summary>
    public CoverageReport Coverage() => ExampleCoverage.Of(this);

    /// <summary>
    /// Which parts of conditions its examples show to matter, and for the others a case that would show it. It looks at
    /// all cases of the pack, and so takes as long as the analysis, and longer where many examples are needed.
    /// </summary>
    /// <param name="budget">How much it may look at.</param>
    public ConditionReport ConditionCoverage(AnalysisBudget budget) =>
        CaseFlow.Rules.Coverage.Conditions.ConditionCoverage.Of(this, budget);

    /// <summary>
    /// True where it makes no code by itself: for an oracle that compiled code is compared with, and where all it is
    /// asked for comes once.
    /// </summary>
    internal bool StaysInterpreted { get; init; }

    /// <summary>Ends once code that was begun in the background is ready; at once where none was begun.</summary>
    internal Task PreparingAsync => Volatile.Read(ref _preparing) ?? Task.CompletedTask;

    /// <summary>The compiled code; null until it is ready.</summary>
    internal PackCode? Code => Volatile.Read(ref _code);

    /// <summary>The phrases that its rules look for in texts.</summary>
    internal PackPhrases Phrases { get; }

    /// <summary>What a total of nothing is, of numbers or of money.</summary>
    internal Value ZeroOf(RuleType type) => type.Kind == TypeKind.Money ? _noMoney.Value : new NumberValue(0);

    /// <summary>How many rules deciding may look at.</summary>
    internal int RulesReadBy(DecisionSymbol decision) => _work.Value.RulesReadBy(decision);

    /// <summary>The decisions that a decision reads, directly and through others.</summary>
    internal IReadOnlyList<DecisionSymbol> DecisionsReadBy(DecisionSymbol decision) =>
        _work.Value.DecisionsReadBy(decision);

    /// <summary>Which values of facts a decision cannot tell apart.</summary>
    internal AlikeValues AlikeValuesFor(DecisionSymbol decision) => _alike.GetOrAdd(
        decision, asked => new AlikeValues(this, _work.Value.ExpressionsReadBy(asked)));

    /// <summary>How a decision is computed.</summary>
    internal DecisionPlan PlanOf(DecisionSymbol decision) => _plans[decision];

    /// <summary>The fact of a path, or null where the path leads into a list or record, or is none of a fact.</summary>
    internal FieldSymbol? FactOf(string path) => _facts.GetValueOrDefault(path);

    /// <summary>How facts are declared: the order in which they are asked for, all else alike.</summary>
    internal DeclaredOrder Declared { get; }

    /// <summary>The data of a calendar; null for none.</summary>
    internal WorkingCalendar? CalendarOf(CalendarSymbol? calendar) =>
        calendar is null ? null : Pack.Calendars[calendar];
}
