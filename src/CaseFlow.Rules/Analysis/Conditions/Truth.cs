using CaseFlow.Rules.Analysis.Regions;

namespace CaseFlow.Rules.Analysis.Conditions;

/// <summary>
/// For which cases a condition holds and for which it does not; what is in neither is unknown even where all facts are
/// known, because something upstream has no answer.
/// </summary>
/// <param name="Yes">The cases for which it holds.</param>
/// <param name="No">The cases for which it does not.</param>
internal readonly record struct Truth(int Yes, int No)
{
    /// <summary>Holds always.</summary>
    public static Truth Always { get; } = new(RegionSpace.Always, RegionSpace.Never);

    /// <summary>Holds never.</summary>
    public static Truth Never { get; } = new(RegionSpace.Never, RegionSpace.Always);

    /// <summary>Never known.</summary>
    public static Truth Unknown { get; } = new(RegionSpace.Never, RegionSpace.Never);

    /// <summary>The opposite.</summary>
    public Truth Opposite => new(No, Yes);
}

/// <summary>Three-valued logic on sets of cases.</summary>
internal static class TruthLogic
{
    /// <summary>Known wherever it is asked.</summary>
    public static Truth Known(this RegionSpace space, int yes) => new(yes, space.Not(yes));

    /// <summary>Both hold.</summary>
    public static Truth Both(this RegionSpace space, Truth left, Truth right)
    {
        var yes = space.And(left.Yes, right.Yes);
        var no = space.Or(left.No, right.No);
        return new Truth(yes, no);
    }

    /// <summary>Either holds.</summary>
    public static Truth Either(this RegionSpace space, Truth left, Truth right) =>
        space.Both(left.Opposite, right.Opposite).Opposite;

    /// <summary>The one where a set of cases says so, the other elsewhere.</summary>
    public static Truth Choice(this RegionSpace space, Truth condition, Truth then, Truth otherwise) => new(
        Chosen(space, condition, then.Yes, otherwise.Yes), Chosen(space, condition, then.No, otherwise.No));

    // Where the condition is unknown and both branches agree, the answer is known all the same.
    private static int Chosen(RegionSpace space, Truth condition, int then, int otherwise) => space.Any(
        [space.And(condition.Yes, then), space.And(condition.No, otherwise), space.And(then, otherwise)]);
}
