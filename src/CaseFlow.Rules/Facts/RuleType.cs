using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Facts;

/// <summary>The kinds of types.</summary>
public enum TypeKind
{
    /// <summary>A type that could not be told; it fits everywhere, so that one fault is reported once.</summary>
    Error,

    /// <summary>yes or no.</summary>
    Boolean,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>An amount with its currency.</summary>
    Money,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A count of days, working days, months or years.</summary>
    Duration,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A member of an enum.</summary>
    Enum,

    /// <summary>A record.</summary>
    Record,

    /// <summary>A bounded list; its order is irrelevant to every operator.</summary>
    List,

    /// <summary>A bounded set.</summary>
    Set,
}

/// <summary>A type of the rules language.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Optional">True where `missing` is one of the values.</param>
public sealed record RuleType(TypeKind Kind, bool Optional = false)
{
    /// <summary>The bound of a list that declares none.</summary>
    public const int DefaultListBound = 100;

    /// <summary>The enum of an <see cref="TypeKind.Enum"/>.</summary>
    public EnumSymbol? Enum { get; init; }

    /// <summary>The record of a <see cref="TypeKind.Record"/>.</summary>
    public RecordSymbol? Record { get; init; }

    /// <summary>What a list or set holds.</summary>
    public RuleType? Element { get; init; }

    /// <summary>The most elements that a list or set may hold.</summary>
    public int Bound { get; init; } = DefaultListBound;

    /// <summary>yes or no.</summary>
    public static RuleType Boolean { get; } = new(TypeKind.Boolean);

    /// <summary>A decimal number.</summary>
    public static RuleType Number { get; } = new(TypeKind.Number);

    /// <summary>An amount with its currency.</summary>
    public static RuleType Money { get; } = new(TypeKind.Money);

    /// <summary>A calendar day.</summary>
    public static RuleType Date { get; } = new(TypeKind.Date);

    /// <summary>A duration.</summary>
    public static RuleType Duration { get; } = new(TypeKind.Duration);

    /// <summary>Text.</summary>
    public static RuleType Text { get; } = new(TypeKind.Text);

    /// <summary>The type of what could not be bound.</summary>
    public static RuleType Error { get; } = new(TypeKind.Error);

    /// <summary>The same type with or without `missing`.</summary>
    public RuleType AsOptional(bool optional = true) => Optional == optional ? this : this with { Optional = optional };
}
