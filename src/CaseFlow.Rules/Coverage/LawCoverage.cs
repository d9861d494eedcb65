using CaseFlow.Rules.Analysis.Findings;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Outlines;

namespace CaseFlow.Rules.Coverage;

/// <summary>What the rules of a pack make of a part of a law.</summary>
public enum LawPartState
{
    /// <summary>Something cites it, or a larger part that it lies in.</summary>
    Cited,

    /// <summary>Nothing cites it, and the outline says why nothing has to.</summary>
    NeedsNoRule,

    /// <summary>Nothing cites it, and the outline says that a rule is still to be written.</summary>
    NotYet,

    /// <summary>Nothing cites it and nothing is said of it: forgotten, or not yet looked at.</summary>
    Uncited,
}

/// <summary>A smallest listed part of a law: an article, or a clause or point of one that is listed in parts.</summary>
/// <param name="Place">The part.</param>
/// <param name="State">What the rules make of it.</param>
/// <param name="Because">Why none cites it: its own reason or that of a larger part; empty where none is given.</param>
public sealed record LawPart(OutlineItem Place, LawPartState State, string Because);

/// <summary>
/// How far the rules of a pack go through a law: which of its smallest listed parts are cited, which need no rule,
/// which have none yet, and which nobody thought of. All citations count but those of examples; a citation counts for
/// all that lies in what it names, and that of a law as a whole for nothing. Days do not matter here: old law is cited
/// by the rules for old cases.
/// </summary>
/// <param name="Law">A law with an outline.</param>
/// <param name="Parts">Its smallest listed parts, in order of the outline.</param>
public sealed record LawCoverage(LawSymbol Law, IReadOnlyList<LawPart> Parts)
{
    /// <summary>Of all laws of a pack whose outline it holds, in the order in which they are declared.</summary>
    public static IReadOnlyList<LawCoverage> Of(BoundPack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var cited = CitedItems(pack);
        return
        [
            .. pack.Laws.Where(law => law.Outline is not null)
                .Select(law => new LawCoverage(law, [.. law.Outline!.Items.SelectMany(item => Smallest(item, cited))])),
        ];
    }

    /// <summary>The parts in a state, in order of the outline.</summary>
    public IReadOnlyList<LawPart> In(LawPartState state) => [.. Parts.Where(part => part.State == state)];

    /// <summary>Parts in few words: `art 1-6, 9, art 12 cl 3`.</summary>
    public static string TextOf(IEnumerable<LawPart> parts) =>
        ReferenceList.Of([.. parts.Select(part => part.Place.Reference)]);

    /// <summary>What the citations of a pack name, each with one citation that names it.</summary>
    internal static IReadOnlyDictionary<OutlineItem, Citation> CitedItems(BoundPack pack)
    {
        var cited = new Dictionary<OutlineItem, Citation>();
        foreach (var cite in PackCitations.All(pack))
        {
            if (CitedPlaces.Of(cite) is { } item)
            {
                cited.TryAdd(item, cite);
            }
        }

        return cited;
    }

    private static IEnumerable<LawPart> Smallest(
        OutlineItem item, IReadOnlyDictionary<OutlineItem, Citation> cited, LawPart? around = null)
    {
        var state = around?.State == LawPartState.Cited || cited.ContainsKey(item) ? LawPartState.Cited
            : item.Need == RuleNeed.None ? LawPartState.NeedsNoRule
            : item.Need == RuleNeed.Later ? LawPartState.NotYet
            : around?.State ?? LawPartState.Uncited;
        var because = state == LawPartState.Cited ? ""
            : item.Need != RuleNeed.Open ? item.Because
            : around?.Because ?? "";
        var part = new LawPart(item, state, because);
        return item.Parts.Count == 0 ? [part] : item.Parts.SelectMany(below => Smallest(below, cited, part));
    }
}
