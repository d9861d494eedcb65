using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

/// <summary>Citations as letters write them: `khoản 1 Điều 28 Luật Khiếu nại số 02/2011/QH13`.</summary>
internal sealed class CitationWords(Wording wording)
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

    private string OfLaw(LawSymbol law, IReadOnlyList<Citation> citations)
    {
        var places = citations.Select(PlaceOf).Where(place => place.Length > 0).Distinct(StringComparer.Ordinal);
        var inside = wording.All(places);
        var whole = inside.Length == 0 ? law.Title : wording.Fill("PlaceInLaw", inside, law.Title);
        return Marked(whole, law.Unverified || citations.Any(citation => citation.Unverified));
    }

    // Vietnamese texts name the smallest part first, English ones the largest.
    private string PlaceOf(Citation citation)
    {
        var parts = citation.Parts.Select(part => wording.Fill(part.Kind.ToString(), part.Reference));
        return string.Join(' ', wording.Language == "vi" ? parts.Reverse() : parts);
    }

    private string Marked(string text, bool isUnverified) =>
        isUnverified ? wording.Fill("Unverified", text) : text;
}
