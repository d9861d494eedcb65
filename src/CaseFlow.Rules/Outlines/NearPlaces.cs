using System.Collections.Concurrent;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Outlines;

/// <summary>
/// What may have been meant by a place that an outline does not list. What it has worked out it keeps: a pack made to
/// do harm may have many thousand such citations. Thread-safe.
/// </summary>
internal sealed class NearPlaces(LawOutline outline)
{
    // So many stretches are told: a law of a hundred articles has one or two.
    private const int ListedMost = 12;

    private readonly ConcurrentDictionary<LawReference, string> _listed = new();
    private readonly ConcurrentDictionary<LawReference, Dictionary<(CitationPartKind, string), OutlineItem?>> _alike =
        new();

    /// <summary>What is listed right below a place: `art 1-70`; `-` for nothing.</summary>
    public string Listed(LawReference place) => _listed.GetOrAdd(
        place, at => ReferenceList.Of([.. outline.Below(at).Select(item => item.Reference)], ListedMost));

    /// <summary>
    /// The only place that differs from one not listed in nothing but case, marks and leading zeros; else null.
    /// </summary>
    public OutlineItem? Meant(LawReference unlisted) =>
        _alike.GetOrAdd(unlisted.Parent, ByFoldedReference).GetValueOrDefault(Folded(unlisted));

    private Dictionary<(CitationPartKind, string), OutlineItem?> ByFoldedReference(LawReference parent) => outline
        .Below(parent)
        .GroupBy(item => Folded(item.Reference))
        .ToDictionary(group => group.Key, group => group.Count() == 1 ? group.First() : null);

    private static (CitationPartKind, string) Folded(LawReference place) =>
        (place.Last.Kind, TextFolding.Fold(place.Last.Reference).TrimStart('0'));
}
