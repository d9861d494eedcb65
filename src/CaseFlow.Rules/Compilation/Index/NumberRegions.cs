using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>Numbers cut at some constants: below the first, each of them, and between two of them.</summary>
internal sealed class NumberRegions : Regions
{
    private readonly decimal[] _cuts;
    private readonly decimal?[] _between;

    private NumberRegions(decimal[] cuts, decimal?[] between) => (_cuts, _between) = (cuts, between);

    /// <inheritdoc/>
    public override int Count => First + _cuts.Length * 2 + 1;

    /// <summary>The regions of some constants; null where two lie too close for a number to be named between.</summary>
    public static NumberRegions? Of(List<Value> constants)
    {
        if (!constants.TrueForAll(constant => constant is NumberValue))
        {
            return null;
        }

        decimal[] cuts = [.. constants.Select(constant => ((NumberValue)constant).Value).Distinct().Order()];
        var between = Enumerable.Range(0, cuts.Length + 1).Select(place => Between(cuts, place)).ToArray();
        return Array.TrueForAll(between, number => number is not null) ? new NumberRegions(cuts, between) : null;
    }

    /// <inheritdoc/>
    protected override int FindKnown(Value value)
    {
        if (value is not NumberValue number)
        {
            return None;
        }

        var place = Array.BinarySearch(_cuts, number.Value);
        return place >= 0 ? place * 2 + 1 : ~place * 2;
    }

    /// <inheritdoc/>
    protected override Value? KnownSampleOf(int place) =>
        new NumberValue(place % 2 == 1 ? _cuts[place / 2] : _between[place / 2]!.Value);

    private static decimal? Between(decimal[] cuts, int place)
    {
        if (cuts.Length == 0)
        {
            return 0;
        }

        if (place == 0)
        {
            return cuts[0] > decimal.MinValue + 1 ? cuts[0] - 1 : null;
        }

        if (place == cuts.Length)
        {
            return cuts[^1] < decimal.MaxValue - 1 ? cuts[^1] + 1 : null;
        }

        var middle = cuts[place - 1] / 2 + cuts[place] / 2;
        return cuts[place - 1] < middle && middle < cuts[place] ? middle : null;
    }
}
