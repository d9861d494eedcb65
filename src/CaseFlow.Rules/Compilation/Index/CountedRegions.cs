using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>
/// Dates, or money of one currency, or durations of one unit, cut at some constants. Values of another currency or unit
/// are in no region: to compare them is a fault that the interpreter tells.
/// </summary>
internal sealed class CountedRegions : Regions
{
    private readonly long[] _cuts;
    private readonly Value _like;

    private CountedRegions(long[] cuts, Value like) => (_cuts, _like) = (cuts, like);

    /// <inheritdoc/>
    public override int Count => First + _cuts.Length * 2 + 1;

    /// <summary>The regions of some constants; null where they are none, or not of one currency or unit.</summary>
    public static CountedRegions? Of(List<Value> constants) =>
        constants.Count > 0 && constants.TrueForAll(constant => KeyOf(constant, constants[0]) is not null)
            ? new CountedRegions(
                [.. constants.Select(constant => KeyOf(constant, constants[0])!.Value).Distinct().Order()],
                constants[0])
            : null;

    /// <inheritdoc/>
    protected override int FindKnown(Value value)
    {
        if (KeyOf(value, _like) is not { } key)
        {
            return None;
        }

        var place = Array.BinarySearch(_cuts, key);
        return place >= 0 ? place * 2 + 1 : ~place * 2;
    }

    /// <inheritdoc/>
    protected override Value? KnownSampleOf(int place)
    {
        var (least, most) = LimitsOf(_like);
        if (place % 2 == 1)
        {
            return WithKey(_cuts[place / 2]);
        }

        var above = place / 2 == 0 ? least - 1 : _cuts[place / 2 - 1];
        var below = place / 2 == _cuts.Length ? most + 1 : _cuts[place / 2];
        return place / 2 == 0
            ? (below > above + 1 ? WithKey(below - 1) : null)
            : (above < below - 1 ? WithKey(above + 1) : null);
    }

    // Money has no limits of its own; one unit is left at either end so that sums stay within.
    private static (long Least, long Most) LimitsOf(Value like) => like switch
    {
        DateValue => (0, DateOnly.MaxValue.DayNumber),
        DurationValue => (int.MinValue, int.MaxValue),
        _ => (long.MinValue + 1, long.MaxValue - 1),
    };

    private static long? KeyOf(Value value, Value like) => (value, like) switch
    {
        (DateValue date, DateValue) => date.Value.DayNumber,
        (MoneyValue money, MoneyValue other) when money.Currency == other.Currency => money.Minor,
        (DurationValue length, DurationValue other) when length.Value.Unit == other.Value.Unit => length.Value.Count,
        _ => null,
    };

    private Value WithKey(long key) => _like switch
    {
        DateValue => new DateValue(DateOnly.FromDayNumber((int)key)),
        MoneyValue money => money with { Minor = key },
        DurationValue length => new DurationValue(length.Value with { Count = (int)key }),
        _ => throw new InvalidOperationException("Only what is counted has a key."),
    };
}
