using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>
/// A cut of all values that an expression may have into regions in which no cell of a column tells one value from
/// another: the members of an enum, or the constants of the cells and the gaps between them.
/// </summary>
internal abstract class Regions
{
    /// <summary>The region of what nobody has told.</summary>
    public const int Untold = 0;

    /// <summary>The region of what is known to be absent.</summary>
    public const int Missing = 1;

    /// <summary>The first region of values.</summary>
    public const int First = 2;

    /// <summary>Said of a value that is in none: money of another currency, a number known to lie in a range.</summary>
    public const int None = -1;

    /// <summary>How many regions there are.</summary>
    public abstract int Count { get; }

    /// <summary>A value of a region, or null where there is none.</summary>
    public Value? SampleOf(int region) => region switch
    {
        Untold => Truths.Untold,
        Missing => MissingValue.Instance,
        _ => KnownSampleOf(region - First),
    };

    /// <summary>The region that a value lies in.</summary>
    public int Find(Value value) => value switch
    {
        UnknownValue unknown => unknown.Range is null ? Untold : None,
        MissingValue => Missing,
        _ => FindKnown(value) is var place and >= 0 ? place + First : None,
    };

    /// <summary>The regions that some constants cut a type into; null where they cannot be told apart so.</summary>
    public static Regions? Of(RuleType type, IEnumerable<Value> constants)
    {
        var known = constants.Where(constant => constant is not MissingValue).ToList();
        return type.Kind switch
        {
            TypeKind.Boolean => new ChoiceRegions([BooleanValue.No, BooleanValue.Yes]),
            TypeKind.Enum when type.Enum is { } members =>
                new ChoiceRegions([.. members.Members.Select(member => new EnumValue(member))]),
            TypeKind.Text => TextRegions.Of(known),
            TypeKind.Number => NumberRegions.Of(known),
            _ when known.Count == 0 => new OneRegion(),
            TypeKind.Date or TypeKind.Money or TypeKind.Duration => CountedRegions.Of(known),
            _ => null,
        };
    }

    /// <summary>The place of a value among the known ones, or negative.</summary>
    protected abstract int FindKnown(Value value);

    /// <summary>A value at a place, or null.</summary>
    protected abstract Value? KnownSampleOf(int place);
}
