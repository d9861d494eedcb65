using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// A value of the rules language. Three things are kept apart: <see cref="UnknownValue"/> (nobody has told us),
/// <see cref="MissingValue"/> (known to be absent) and a known value, of which `no` is one.
/// </summary>
public abstract record Value;

/// <summary>Not known: which facts would tell, and which decisions or definitions stand in the way.</summary>
/// <param name="Facts">Paths of facts to ask for, in the order they were read; no duplicates.</param>
/// <param name="BlockedBy">Decisions in gap or conflict, or definitions out of force, that the value hangs on.</param>
public sealed record UnknownValue(IReadOnlyList<string> Facts, IReadOnlyList<string> BlockedBy) : Value
{
    /// <summary>
    /// For a number that is not known: the numbers it may still be; null where nothing is known of it.
    /// </summary>
    public NumberRange? Range { get; init; }

    /// <summary>Unknown for want of one fact.</summary>
    public static UnknownValue OfFact(string path) => new([path], []);

    /// <summary>Unknown because something upstream has no answer.</summary>
    public static UnknownValue OfBlock(string name) => new([], [name]);

    /// <summary>What hangs on both.</summary>
    public UnknownValue With(UnknownValue other) =>
        new([.. Facts.Union(other.Facts)], [.. BlockedBy.Union(other.BlockedBy)]);

    /// <inheritdoc/>
    public bool Equals(UnknownValue? other) =>
        other is not null && Facts.SequenceEqual(other.Facts) && BlockedBy.SequenceEqual(other.BlockedBy);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Facts.Count, BlockedBy.Count);
}

/// <summary>
/// Numbers, or amounts of one currency as they are written, from <paramref name="Low"/> to <paramref name="High"/>,
/// both inclusive.
/// </summary>
public readonly record struct NumberRange(decimal Low, decimal High)
{
    /// <summary>The currency of amounts; null for numbers.</summary>
    public string? Currency { get; init; }
}

/// <summary>Known to be absent.</summary>
public sealed record MissingValue : Value
{
    private MissingValue()
    {
    }

    /// <summary>The one such value.</summary>
    public static MissingValue Instance { get; } = new();
}

/// <summary>yes or no.</summary>
public sealed record BooleanValue(bool Value) : Value
{
    /// <summary>yes.</summary>
    public static BooleanValue Yes { get; } = new(true);

    /// <summary>no.</summary>
    public static BooleanValue No { get; } = new(false);

    /// <summary>One of the two.</summary>
    public static BooleanValue Of(bool value) => value ? Yes : No;
}

/// <summary>A number.</summary>
public sealed record NumberValue(decimal Value) : Value;

/// <summary>Money in minor units (VND has none: 250000 VND is 250000).</summary>
public sealed record MoneyValue(long Minor, string Currency) : Value;

/// <summary>A calendar day. Its certainty follows it but is no part of equality.</summary>
/// <param name="Value">The day.</param>
/// <param name="Certainty">How sure the holiday data is that the day was computed from.</param>
public sealed record DateValue(DateOnly Value, DayCertainty Certainty = DayCertainty.Verified) : Value
{
    /// <inheritdoc/>
    public bool Equals(DateValue? other) => other is not null && Value == other.Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();
}

/// <summary>A duration.</summary>
public sealed record DurationValue(RuleDuration Value) : Value;

/// <summary>A member of an enum.</summary>
public sealed record EnumValue(EnumMemberSymbol Member) : Value;

/// <summary>Text, NFC.</summary>
public sealed record TextValue(string Value) : Value;

/// <summary>A list; its length may be known while its elements are not (`count of p is 12`).</summary>
public sealed record ListValue(IReadOnlyList<Value> Items) : Value
{
    /// <summary>The elements of a list or set; in a set equal ones stand once.</summary>
    internal static ListValue Of(IEnumerable<Value> items, RuleType type) =>
        new([.. type.Kind == TypeKind.Set ? items.Distinct() : items]);

    /// <inheritdoc/>
    public bool Equals(ListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}

/// <summary>A record; fields left out are unknown.</summary>
public sealed record RecordValue(RecordSymbol Record, IReadOnlyDictionary<FieldSymbol, Value> Fields) : Value
{
    /// <inheritdoc/>
    public bool Equals(RecordValue? other) =>
        other is not null && Record == other.Record && Fields.Count == other.Fields.Count
        && Fields.All(field => other.Fields.TryGetValue(field.Key, out var value) && field.Value == value);

    // Equal records may have been told their fields in another order.
    /// <inheritdoc/>
    public override int GetHashCode() =>
        Fields.Aggregate(Record.GetHashCode(), (hash, field) => hash ^ HashCode.Combine(field.Key, field.Value));
}
