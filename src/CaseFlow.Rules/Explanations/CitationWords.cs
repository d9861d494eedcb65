using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Outlines;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

/// <summary>Citations as letters write them: `khoản 1 Điều 28 Luật Khiếu nại số 02/2011/QH13`.</summary>
/// <param name="wording">The words.</param>
/// <param name="titled">Whether an article's heading stands beside it, where an outline of the law has one.</param>
internal sealed class CitationWords(Wording wording, bool titled = false)
{
    /// <summary>All of them, the articles of one law together under its title.</summary>
    public string Of(IReadOnlyList<Citation> citations)
    {
        var ofLaws = citations.Where(citation => citation.Law is not null)
            .GroupBy(citation => citation.Law!)
            .Select(group => OfLaw(group.Key, [.. group]));
        var ofPractice = citations.Where(citation => citation.Law is null)
            .Select(citation => Marked(wording.Fill("Practice", citation.Practice ?? ""), citation.Unverified));
        return wording.All(ofLaws.Concat(ofPractice));
    }

    /// <summary>Places of one law: `Điều 1-6, 9, khoản 3, 5-7 Điều 12`.</summary>
    public string Of(IEnumerable<ReferenceGroup> groups) => string.Join(", ", groups.Select(group => Ordered(
        group.Parent.Path().Select(place => place.Last).Append((group.Kind, group.References)))));

    private string OfLaw(LawSymbol law, IReadOnlyList<Citation> citations)
    {
        var places = citations.Select(PlaceOf).Where(place => place.Length > 0).Distinct(StringComparer.Ordinal);
        var inside = wording.All(places);
        var whole = inside.Length == 0 ? law.Title : wording.Fill("PlaceInLaw", inside, law.Title);
        return Marked(whole, law.Unverified || citations.Any(citation => citation.Unverified));
    }

    private string PlaceOf(Citation citation)
    {
        var place = Ordered(citation.Parts.Select(part => (part.Kind, part.Reference)));
        return titled && TitleOf(citation) is { } title ? wording.Fill("PlaceTitled", place, title) : place;
    }

    // Vietnamese texts name the smallest part first, English ones the largest.
    private string Ordered(IEnumerable<(CitationPartKind Kind, string Reference)> parts)
    {
        var words = parts.Select(part => wording.Fill(part.Kind.ToString(), part.Reference));
        return string.Join(' ', wording.Language == "vi" ? words.Reverse() : words);
    }

    // A clause has seldom one of its own; then that of its article says what it is about.
    private static string? TitleOf(Citation citation) => CitedPlaces.Of(citation)?.Reference.Path()
        .Select(part => citation.Law!.Outline!.Find(part)!.Title)
        .LastOrDefault(title => title.Length > 0);

    private string Marked(string text, bool isUnverified) =>
        isUnverified ? wording.Fill("Unverified", text) : text;
}
