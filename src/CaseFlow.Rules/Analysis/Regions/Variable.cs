using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Regions;

/// <summary>What a variable stands for.</summary>
internal enum VariableKind
{
    /// <summary>
    /// Something that is told: a fact, a field of one, an input, the day of the call, a part of the case.
    /// </summary>
    Told,

    /// <summary>
    /// Something computed that the analysis does not see into: what it may come to is not known, so that a finding
    /// which hangs on it has to be tried out.
    /// </summary>
    Free,

    /// <summary>
    /// How two things that are told stand to each other: less (0), equal (1), more (2). Free as well.
    /// </summary>
    Order,
}

/// <summary>One line of values, on which conditions are stretches.</summary>
/// <param name="level">Its place among the variables of a space.</param>
/// <param name="kind">What it stands for.</param>
/// <param name="type">The type of its values.</param>
/// <param name="expression">What is read.</param>
/// <param name="other">For an order: what it is compared with.</param>
internal sealed class Variable(
    int level, VariableKind kind, RuleType type, BoundExpression expression, BoundExpression? other = null)
{
    // Counts of days, months and so on lie on separate stretches of one line.
    private const decimal UnitStretch = 1L << 40;

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly SortedSet<DurationUnit> _units = [];
    private string? _currency;

    /// <summary>Its place among the variables of a space.</summary>
    public int Level { get; } = level;

    /// <summary>What it stands for.</summary>
    public VariableKind Kind { get; } = kind;

    /// <summary>The type of its values.</summary>
    public RuleType Type { get; } = type;

    /// <summary>What is read.</summary>
    public BoundExpression Expression { get; } = expression;

    /// <summary>For an order: what it is compared with.</summary>
    public BoundExpression? Other { get; } = other;

    /// <summary>Only whole numbers: counts.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The lowest value; null for none.</summary>
    public decimal? Lowest { get; init; }

    /// <summary>The highest value; null for none.</summary>
    public decimal? Highest { get; init; }

    /// <summary>True where the line has values between any two others.</summary>
    public bool IsDense => Type.Kind == TypeKind.Number && !IsWhole && Kind != VariableKind.Order;

    /// <summary>Whether missing is one of the values.</summary>
    public bool IsOptional => Type.Optional && Kind != VariableKind.Order;

    /// <summary>The units that durations on this line are compared with.</summary>
    public IReadOnlyCollection<DurationUnit> Units => _units;

    /// <summary>Where a value lies, or null where it lies on no such line (another currency).</summary>
    public decimal? PositionOf(Value value) => value switch
    {
        BooleanValue boolean => boolean.Value ? 1 : 0,
        NumberValue number => number.Value,
        MoneyValue money => (_currency ??= money.Currency) == money.Currency ? money.Minor : null,
        DateValue date => date.Value.DayNumber,
        DurationValue duration => PositionOf(duration.Value),
        EnumValue member => member.Member.Ordinal,
        TextValue text => _texts.TryGetValue(text.Value, out var known) ? known : Remember(text.Value),
        _ => null,
    };

    /// <summary>The value at a position.</summary>
    public Value ValueAt(decimal position) => Type.Kind switch
    {
        TypeKind.Boolean => BooleanValue.Of(position >= 1),
        TypeKind.Money => new MoneyValue((long)position, _currency ?? MoneyUnits.Dong),
        TypeKind.Date => new DateValue(DateOnly.FromDayNumber((int)position)),
        TypeKind.Duration => new DurationValue(DurationAt(position)),
        TypeKind.Enum => new EnumValue(Type.Enum!.Members[(int)position]),
        TypeKind.Text => new TextValue(_texts.FirstOrDefault(text => text.Value == position).Key ?? "…"),
        _ => new NumberValue(position),
    };

    /// <summary>The stretch on which durations of a unit lie.</summary>
    public static (Cut From, Cut To) StretchOf(DurationUnit unit)
    {
        var middle = ((int)unit + 1) * UnitStretch;
        return (Cut.Before(middle - (UnitStretch / 2)), Cut.Before(middle + (UnitStretch / 2)));
    }

    /// <summary>The place of no days, no months and so on, in the unit of a position.</summary>
    public static decimal NoneOfUnit(decimal position) =>
        decimal.Floor((position + (UnitStretch / 2)) / UnitStretch) * UnitStretch;

    private static RuleDuration DurationAt(decimal position)
    {
        var none = NoneOfUnit(position);
        return new RuleDuration((int)(position - none), (DurationUnit)((int)(none / UnitStretch) - 1));
    }

    private decimal PositionOf(RuleDuration duration)
    {
        _units.Add(duration.Unit);
        return (((int)duration.Unit + 1) * UnitStretch) + duration.Count;
    }

    // Position 0 is every text that no condition names.
    private int Remember(string text)
    {
        _texts.Add(text, _texts.Count + 1);
        return _texts.Count;
    }
}
