using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>Counts that are only known to lie between two numbers; the small ones are shared.</summary>
internal static class Counts
{
    private const int Shared = 64;
    private static readonly UnknownValue?[] Known = new UnknownValue?[Shared * Shared];

    /// <summary>A count from <paramref name="low"/> to <paramref name="high"/>, both inclusive.</summary>
    public static UnknownValue Between(int low, int high)
    {
        if (low < 0 || high >= Shared)
        {
            return Make(low, high);
        }

        ref var known = ref Known[low * Shared + high];
        return known ??= Make(low, high);
    }

    private static UnknownValue Make(int low, int high) =>
        Truths.Untold with { Range = new NumberRange(low, high) };
}
