using System.Globalization;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>What the rules of a random pack speak about: facts of every type, parameters, calendars.</summary>
internal sealed class Vocabulary
{
    public static readonly string[] Texts = ["a", "b", "đất đai", "dat dai", "c"];
    private static readonly LawSymbol Law = new("LAW", "A law", LawPeriod.Always, Nowhere);
    private readonly Random _random;
    private readonly FactsSymbol _root = new("petition", Nowhere);
    private readonly List<FieldSymbol> _facts = [];

    public Vocabulary(Random random)
    {
        _random = random;
        Enum = EnumOf("kind", "k0", "k1", "k2", "k3");
        Record = new RecordSymbol("person", Nowhere);
        Record.Fields =
        [
            new FieldSymbol("signed", RuleType.Boolean, Nowhere) { Assumed = Maybe(BooleanValue.Yes) },
            new FieldSymbol("share", RuleType.Number, Nowhere),
            new FieldSymbol("since", RuleType.Date.AsOptional(), Nowhere),
            new FieldSymbol("kind", EnumType, Nowhere),
            new FieldSymbol("paid", MoneyType, Nowhere),
        ];
        DeclareFacts();
        _root.Fields = _facts;
        Parameters = [.. Enumerable.Range(0, 4).Select(Parameter)];
        Calendars = [Weekly(), Bounded()];
    }

    public EnumSymbol Enum { get; }

    public RecordSymbol Record { get; }

    public FactsSymbol Root => _root;

    public IReadOnlyList<FieldSymbol> Facts => _facts;

    public IReadOnlyList<ParameterSymbol> Parameters { get; }

    public IReadOnlyList<WorkingCalendar> Calendars { get; }

    public static RuleType MoneyType { get; } = new(TypeKind.Money);

    /// <summary>The type of a kind as this vocabulary has it.</summary>
    public RuleType TypeOf(TypeKind kind) => kind switch
    {
        TypeKind.Boolean => RuleType.Boolean,
        TypeKind.Number => RuleType.Number,
        TypeKind.Money => MoneyType,
        TypeKind.Date => RuleType.Date,
        TypeKind.Duration => RuleType.Duration,
        TypeKind.Enum => EnumType,
        TypeKind.List => ListType,
        _ => RuleType.Text,
    };

    public RuleType EnumType => new(TypeKind.Enum) { Enum = Enum };

    public RuleType ListType => new(TypeKind.List)
    {
        Element = new RuleType(TypeKind.Record) { Record = Record }, Bound = 3,
    };

    /// <summary>A known value of a type, out of few, so that values meet.</summary>
    public Value ValueOf(RuleType type) => type.Kind switch
    {
        TypeKind.Boolean => BooleanValue.Of(_random.Next(2) == 0),
        TypeKind.Number => new NumberValue(_random.Next(5) == 0 ? _random.Next(-3, 9) / 2m : _random.Next(-1, 6)),
        TypeKind.Money => new MoneyValue(_random.Next(0, 5) * 100, _random.Next(80) == 0 ? "USD" : "VND"),
        TypeKind.Date => new DateValue(Day()),
        TypeKind.Duration => new DurationValue(new RuleDuration(_random.Next(0, 9), Unit(60))),
        TypeKind.Text => new TextValue(Texts[_random.Next(Texts.Length)]),
        TypeKind.Enum => new EnumValue(Enum.Members[_random.Next(Enum.Members.Count)]),
        TypeKind.Record => RecordOf(),
        TypeKind.Set => new ListValue([.. Elements(type.Element!).Distinct()]),
        _ => new ListValue([.. Elements(type.Element!)]),
    };

    /// <summary>A day out of few, most of them within the holiday data.</summary>
    public DateOnly Day() => _random.Next(20) == 0
        ? new DateOnly(2031, 1, 31)
        : new DateOnly(2019 + _random.Next(8), 1 + 3 * _random.Next(4), 1).AddDays(_random.Next(4) == 0 ? 29 : 0);

    /// <summary>Mostly days, so that units meet.</summary>
    public DurationUnit Unit(int percentDays) =>
        _random.Next(100) < percentDays ? DurationUnit.Day : (DurationUnit)_random.Next(4);

    public Citation Cite() => new(
        Law,
        [new CitationPart(CitationPartKind.Article, _random.Next(9).ToString(CultureInfo.InvariantCulture))],
        null,
        false,
        Nowhere);

    public LawPeriod Period() => _random.Next(3) > 0
        ? LawPeriod.Always
        : new LawPeriod(
            _random.Next(2) == 0 ? DateOnly.MinValue : new DateOnly(2018 + _random.Next(5), 1, 1),
            _random.Next(2) == 0 ? null : new DateOnly(2023 + _random.Next(4), 7, 1));

    private IEnumerable<Value> Elements(RuleType type) => Enumerable.Range(0, _random.Next(4))
        .Select(_ => _random.Next(12) == 0 ? new UnknownValue([], []) : ValueOf(type));

    private RecordValue RecordOf() => new(
        Record,
        Record.Fields.Where(_ => _random.Next(5) > 0).ToDictionary(
            field => field,
            field => field.Type.Optional && _random.Next(3) == 0 ? MissingValue.Instance : ValueOf(field.Type)));

    private void DeclareFacts()
    {
        foreach (var type in new[] { RuleType.Boolean, RuleType.Number, RuleType.Date, EnumType })
        {
            Declare(type);
            Declare(type);
            Declare(type.AsOptional());
            Declare(type, Maybe(ValueOf(type)));
        }

        foreach (var type in new[] { MoneyType, RuleType.Duration, RuleType.Text, ListType })
        {
            Declare(type);
            Declare(type.AsOptional());
        }

        Declare(new RuleType(TypeKind.Record) { Record = Record });
        Declare(new RuleType(TypeKind.Set) { Element = EnumType, Bound = 4 });
        Declare(new RuleType(TypeKind.List) { Element = RuleType.Number, Bound = 3 });
        Declare(new RuleType(TypeKind.List) { Element = MoneyType, Bound = 3 });
    }

    private void Declare(RuleType type, Value? assumed = null) => _facts.Add(
        new FieldSymbol("f" + _facts.Count.ToString(CultureInfo.InvariantCulture), type, Nowhere)
        {
            Root = _root, Slot = _facts.Count, Assumed = assumed,
        });

    private Value? Maybe(Value value) => _random.Next(3) == 0 ? value : null;

    /// <summary>Values of some parameters in place of those that the pack declares.</summary>
    public ParameterSet Changed() => ParameterSet.Declared.Changing(Parameters.Where(_ => _random.Next(2) == 0)
        .Select(parameter => KeyValuePair.Create(parameter, ValueOfParameter(parameter.Type))).ToList());

    private Value ValueOfParameter(RuleType type) => type.Kind == TypeKind.Duration
        ? new DurationValue(new RuleDuration(_random.Next(9), DurationUnit.Day))
        : ValueOf(type);

    private ParameterSymbol Parameter(int number)
    {
        var type = number % 3 == 2 ? RuleType.Duration : RuleType.Number;
        DatedParameterValue Of(DateOnly? from) => new(from, ValueOfParameter(type), []);
        return new ParameterSymbol("p" + number.ToString(CultureInfo.InvariantCulture), type, Nowhere)
        {
            Values = _random.Next(2) == 0
                ? [Of(null)]
                : [Of(new DateOnly(2018 + _random.Next(4), 1, 1)), Of(new DateOnly(2023, 7, 1))],
            Lowest = new NumberValue(-9),
            Highest = new NumberValue(9),
        };
    }

    private static EnumSymbol EnumOf(string name, params string[] members)
    {
        var symbol = new EnumSymbol(name, Nowhere);
        symbol.Members = [.. members.Select((member, place) => new EnumMemberSymbol(member, place, symbol, Nowhere))];
        return symbol;
    }

    private static WorkingCalendar Weekly() => new(new CalendarSymbol("weekly", Nowhere)
    {
        Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday], MonthsClamp = false, CountsFromNextDay = false,
    });

    private static WorkingCalendar Bounded() => new(
        new CalendarSymbol("bounded", Nowhere) { Weekend = [DayOfWeek.Sunday] },
        [
            new CalendarEntry(new DateOnly(2019, 1, 1), "new year", CalendarEntryKind.Holiday, DayCertainty.Verified),
            new CalendarEntry(new DateOnly(2024, 4, 30), "day", CalendarEntryKind.Holiday, DayCertainty.Estimate),
            new CalendarEntry(new DateOnly(2026, 9, 2), "day", CalendarEntryKind.Holiday, DayCertainty.Verified),
        ]);
}
