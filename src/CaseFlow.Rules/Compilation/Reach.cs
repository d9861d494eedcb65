namespace CaseFlow.Rules.Compilation;

/// <summary>What may come of evaluating an expression, with all that it reads.</summary>
/// <param name="Traits">What it may do besides giving a value.</param>
/// <param name="Depth">How many evaluations of the interpreter may stand within one another.</param>
/// <param name="Days">Governing dates from which it may give another value, in no order.</param>
internal sealed record Reach(Traits Traits, int Depth, IReadOnlyList<DateOnly> Days)
{
    /// <summary>Of what reads nothing.</summary>
    public static Reach Nothing { get; } = new(Traits.None, 0, []);

    /// <summary>Of what cannot be followed: deeper than anything that is evaluated.</summary>
    public static Reach TooDeep { get; } = new(Traits.None, int.MaxValue / 2, []);

    /// <summary>Whether all of some traits are absent.</summary>
    public bool IsFreeOf(Traits traits) => (Traits & traits) == Traits.None;

    /// <summary>Of what does both.</summary>
    public Reach With(Reach other) => new(
        Traits | other.Traits,
        Math.Max(Depth, other.Depth),
        other.Days.Count == 0 ? Days : [.. Days.Union(other.Days)]);
}
