using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>Builds small packs in the intermediate form, without any text.</summary>
internal sealed class PackBuilder
{
    public static readonly SourceSpan Nowhere = new("test.cfr", 0, 0, 1, 1);
    private readonly List<FieldSymbol> _facts = [];
    private readonly List<DefinitionSymbol> _definitions = [];
    private readonly List<BoundDecision> _decisions = [];
    private readonly Dictionary<CalendarSymbol, WorkingCalendar> _calendars = [];
    private readonly FactsSymbol _root = new("petition", Nowhere);

    public FactExpression Fact(string name, RuleType type, Value? assumed = null)
    {
        var fact = new FieldSymbol(name, type, Nowhere) { Root = _root, Slot = _facts.Count, Assumed = assumed };
        _facts.Add(fact);
        _root.Fields = _facts;
        return new FactExpression(fact, Nowhere);
    }

    public CalendarSymbol Calendar(WorkingCalendar calendar)
    {
        _calendars.Add(calendar.Options, calendar);
        return calendar.Options;
    }

    public DefinitionExpression Define(string name, BoundExpression value, LawPeriod? period = null)
    {
        var definition =
            new DefinitionSymbol(name, value.Type, Nowhere) { Value = value, Period = period ?? LawPeriod.Always };
        _definitions.Add(definition);
        return new DefinitionExpression(definition, Nowhere);
    }

    /// <summary>A decision with one output `value`.</summary>
    public DecisionSymbol Decide(
        string name,
        IReadOnlyList<BoundRule> rules,
        BoundExpression? byDate = null,
        BoundExpression? applies = null,
        BoundExpression? otherwise = null,
        IReadOnlyList<BoundTransition>? transitions = null,
        RuleType? type = null,
        HitPolicy policy = HitPolicy.Single,
        bool distinct = false,
        BoundClamp? clamp = null)
    {
        var decision = new DecisionSymbol(name, Nowhere) { Outputs =
            [new OutputSymbol("value", type ?? RuleType.Text, 0, Nowhere)] };
        _decisions.Add(new BoundDecision(
            decision,
            policy,
            byDate ?? new TodayBoundExpression(Nowhere),
            applies,
            rules,
            otherwise is null ? null : new BoundOtherwise([otherwise], [], Nowhere),
            transitions ?? [])
        {
            Distinct = distinct,
            Clamp = clamp,
        });
        return decision;
    }

    public CompiledPack Build() => new(new BoundPack
    {
        Manifest = new PackManifest("test", "1", "1"),
        Hash = "sha256:test",
        Laws = [],
        Enums = [],
        Records = [],
        FactRoots = [_root],
        Calendars = _calendars,
        Parameters = [],
        WordLists = [],
        Checks = [],
        Definitions = _definitions,
        Decisions = _decisions,
        Deadlines = [],
        Lifecycles = [],
        Ladders = [],
        Examples = [],
    });

    public static BoundRule Rule(
        string name,
        BoundExpression? when,
        BoundExpression? value,
        int[]? parents = null,
        bool regardless = false,
        LawPeriod? period = null) => new(
            name,
            parents ?? [],
            regardless,
            [new BoundVersion(period ?? LawPeriod.Always, [], when, value is null, value is null
                ? [] : [value], Nowhere)],
            Nowhere);

    public static ConstantExpression Text(string text) => new(new TextValue(text), RuleType.Text, Nowhere);

    public static ConstantExpression Number(decimal number) => new(new NumberValue(number), RuleType.Number, Nowhere);

    public static ConstantExpression Days(int days, DurationUnit unit = DurationUnit.Day) =>
        new(new DurationValue(new RuleDuration(days, unit)), RuleType.Duration, Nowhere);

    public static ConstantExpression Date(string day) =>
        new(new DateValue(Tests.Calendars.CalendarsOfTests.Day(day)), RuleType.Date, Nowhere);

    public static BoundExpression Compare(BoundExpression left, ComparisonOperator comparison, BoundExpression right) =>
        new ComparisonBoundExpression(comparison, left, right, Nowhere);
}
