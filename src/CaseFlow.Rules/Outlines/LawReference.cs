using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Outlines;

/// <summary>
/// A place inside a law: section, article, clause, point, each or none of them. How a citation orders its parts does
/// not matter: clause 1 of article 28 is article 28, clause 1.
/// </summary>
/// <param name="Section">`II.2.1`, of a text that has no articles; empty for none.</param>
/// <param name="Article">`28`, `11a`; empty for none.</param>
/// <param name="Clause">`1`; empty for none.</param>
/// <param name="Point">`đ`; empty for none.</param>
public readonly record struct LawReference(string Section, string Article, string Clause, string Point)
{
    /// <summary>The law as a whole.</summary>
    public static LawReference Whole { get; } = new("", "", "", "");

    /// <summary>Whether it is the law as a whole.</summary>
    public bool IsWhole => this == Whole;

    /// <summary>The place that this one lies in; the law as a whole lies in itself.</summary>
    public LawReference Parent =>
        Point.Length > 0 ? this with { Point = "" }
        : Clause.Length > 0 ? this with { Clause = "" }
        : Article.Length > 0 ? this with { Article = "" }
        : Whole;

    /// <summary>The smallest part: its kind and its reference.</summary>
    internal (CitationPartKind Kind, string Reference) Last =>
        Point.Length > 0 ? (CitationPartKind.Point, Point)
        : Clause.Length > 0 ? (CitationPartKind.Clause, Clause)
        : Article.Length > 0 ? (CitationPartKind.Article, Article)
        : (CitationPartKind.Section, Section);

    /// <summary>What a citation names; null where it names two of a kind, which no place in a law is.</summary>
    public static LawReference? Of(IReadOnlyList<CitationPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.DistinctBy(part => part.Kind).Count() < parts.Count)
        {
            return null;
        }

        string Part(CitationPartKind kind) => parts.FirstOrDefault(part => part.Kind == kind)?.Reference ?? "";
        return new LawReference(
            Part(CitationPartKind.Section),
            Part(CitationPartKind.Article),
            Part(CitationPartKind.Clause),
            Part(CitationPartKind.Point));
    }

    /// <summary>The place itself and those that it lies in, the largest first, without the whole law.</summary>
    internal IEnumerable<LawReference> Path()
    {
        var path = new Stack<LawReference>();
        for (var place = this; !place.IsWhole; place = place.Parent)
        {
            path.Push(place);
        }

        return path;
    }

    /// <summary>A part as outcomes write it: `art 28`.</summary>
    internal static string Text(CitationPartKind kind, string reference) => kind switch
    {
        CitationPartKind.Article => "art ",
        CitationPartKind.Clause => "cl ",
        CitationPartKind.Point => "pt ",
        _ => "sec ",
    } + reference;

    /// <summary>`art 28 cl 1`, as outcomes write it; empty for the whole law.</summary>
    public override string ToString() =>
        string.Join(' ', Path().Select(place => Text(place.Last.Kind, place.Last.Reference)));
}
