using System.Globalization;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Outlines;

/// <summary>Places of one kind that lie in one place: clauses 3 and 5 to 7 of article 12.</summary>
/// <param name="Parent">What they lie in.</param>
/// <param name="Kind">Their kind.</param>
/// <param name="References">`3, 5-7`.</param>
internal readonly record struct ReferenceGroup(LawReference Parent, CitationPartKind Kind, string References)
{
    /// <summary>`art 12 cl 3, 5-7`.</summary>
    public override string ToString() =>
        (Parent.IsWhole ? "" : Parent + " ") + LawReference.Text(Kind, References);
}

/// <summary>Places of a law in few words: `art 1-6, 9, art 12 cl 3, 5-7`.</summary>
internal static class ReferenceList
{
    // Three in a row are worth a dash; two are read as quickly with a comma.
    private const int LeastOfARange = 3;

    /// <summary>Places in the order given; `-` for none.</summary>
    /// <param name="places">The places.</param>
    /// <param name="most">So many stretches are told; of more, how many places there are in all.</param>
    public static string Of(IReadOnlyList<LawReference> places, int most = int.MaxValue)
    {
        var groups = Groups(places, most, out var isCut);
        var text = groups.Count == 0 ? "-" : string.Join(", ", groups);
        return isCut ? text + ", … (" + places.Count.ToString(CultureInfo.InvariantCulture) + ")" : text;
    }

    /// <summary>The same by what they lie in.</summary>
    /// <param name="places">The places.</param>
    /// <param name="most">So many stretches at most.</param>
    /// <param name="isCut">Whether there are more.</param>
    public static IReadOnlyList<ReferenceGroup> Groups(
        IReadOnlyList<LawReference> places, int most, out bool isCut)
    {
        var groups = new List<(LawReference First, List<string> Stretches)>();
        var (first, told) = (0, 0);
        for (; first < places.Count && told < most; told++)
        {
            if (first == 0 || !AreAlike(places[first - 1], places[first]))
            {
                groups.Add((places[first], []));
            }

            var last = EndOfRange(places, first);
            var reference = places[first].Last.Reference;
            groups[^1].Stretches.Add(last > first ? reference + "-" + places[last].Last.Reference : reference);
            first = last + 1;
        }

        isCut = first < places.Count;
        return
        [
            .. groups.Select(group => new ReferenceGroup(
                group.First.Parent, group.First.Last.Kind, string.Join(", ", group.Stretches))),
        ];
    }

    private static int EndOfRange(IReadOnlyList<LawReference> places, int first)
    {
        var last = first;
        while (last + 1 < places.Count && AreAlike(places[last], places[last + 1])
            && Number(places[last]) is { } number && Number(places[last + 1]) == number + 1)
        {
            last++;
        }

        return last - first + 1 >= LeastOfARange ? last : first;
    }

    // Of one kind and in one place: then the second needs only its number.
    private static bool AreAlike(LawReference one, LawReference other) =>
        one.Parent == other.Parent && one.Last.Kind == other.Last.Kind;

    private static int? Number(LawReference place) =>
        int.TryParse(place.Last.Reference, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < int.MaxValue
            ? number
            : null;
}
