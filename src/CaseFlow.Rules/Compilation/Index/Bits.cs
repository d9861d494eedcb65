namespace CaseFlow.Rules.Compilation.Index;

/// <summary>Sets of rules, a bit each, in words of 64.</summary>
internal static class Bits
{
    private const int WordBits = 64;
    private const int WordShift = 6;

    /// <summary>How many words hold so many bits; at least one.</summary>
    public static int Words(int bits) => Math.Max(1, (bits + WordBits - 1) / WordBits);

    /// <summary>Whether a bit is set.</summary>
    public static bool Has(ReadOnlySpan<ulong> set, int bit) =>
        (set[bit >> WordShift] >> (bit & (WordBits - 1)) & 1) == 1;

    /// <summary>Sets a bit or clears it.</summary>
    public static void Put(Span<ulong> set, int bit, bool isSet)
    {
        var mask = 1UL << (bit & (WordBits - 1));
        ref var word = ref set[bit >> WordShift];
        word = isSet ? word | mask : word & ~mask;
    }

    /// <summary>Whether two sets have a bit in common.</summary>
    public static bool Meet(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < one.Length; word++)
        {
            if ((one[word] & other[word]) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Keeps only the bits that another set has too.</summary>
    public static void Keep(Span<ulong> set, ReadOnlySpan<ulong> other)
    {
        for (var word = 0; word < set.Length; word++)
        {
            set[word] &= other[word];
        }
    }

    /// <summary>The places of the bits that are set, rising.</summary>
    public static List<int> Places(ReadOnlySpan<ulong> set)
    {
        var places = new List<int>();
        for (var word = 0; word < set.Length; word++)
        {
            for (var rest = set[word]; rest != 0; rest &= rest - 1)
            {
                places.Add(word * WordBits + System.Numerics.BitOperations.TrailingZeroCount(rest));
            }
        }

        return places;
    }
}
