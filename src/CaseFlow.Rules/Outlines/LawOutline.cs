using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Outlines;

/// <summary>Whether a rule has to cite a place of a law.</summary>
public enum RuleNeed
{
    /// <summary>Nothing is said: some rule has to.</summary>
    Open,

    /// <summary>None need: it defines, states a principle, concerns other people.</summary>
    None,

    /// <summary>A rule should, and none has been written yet.</summary>
    Later,
}

/// <summary>A row of an outline: what a place of the law is on some days.</summary>
/// <param name="Reference">The place.</param>
/// <param name="Written">The days as written; open where nothing is.</param>
/// <param name="Title">Its heading, in the law's language; empty where it has none.</param>
/// <param name="Need">Whether a rule has to cite it.</param>
/// <param name="Because">Why none has to, or none does yet; empty where some rule has to.</param>
/// <param name="Span">Its line.</param>
public sealed record OutlineRow(
    LawReference Reference, LawPeriod Written, string Title, RuleNeed Need, string Because, SourceSpan Span);

/// <summary>A place of a law with all its rows, in order of time.</summary>
public sealed class OutlineItem
{
    private readonly List<OutlineItem> _parts = [];

    internal OutlineItem(LawReference reference, IReadOnlyList<OutlineRow> rows)
    {
        Reference = reference;
        Rows = rows;
    }

    /// <summary>The place.</summary>
    public LawReference Reference { get; }

    /// <summary>Its rows, the earliest first; no two are for the same day.</summary>
    public IReadOnlyList<OutlineRow> Rows { get; }

    /// <summary>
    /// The places right below it, in order of the file; where there are some, no other exists below it.
    /// </summary>
    public IReadOnlyList<OutlineItem> Parts => _parts;

    /// <summary>Its heading: the latest one.</summary>
    public string Title => Rows.Select(row => row.Title).LastOrDefault(title => title.Length > 0) ?? "";

    /// <summary>What all of its rows say of rules: open where one of them says nothing.</summary>
    public RuleNeed Need =>
        Rows.Any(row => row.Need == RuleNeed.Open) ? RuleNeed.Open
        : Rows.Any(row => row.Need == RuleNeed.Later) ? RuleNeed.Later
        : RuleNeed.None;

    /// <summary>The reasons of its rows, each once; empty where a row has none.</summary>
    public string Because => Need == RuleNeed.Open
        ? ""
        : string.Join("; ", Rows.Where(row => row.Need == Need).Select(row => row.Because).Distinct());

    /// <summary>The place and everything below it, in order of the file.</summary>
    internal IEnumerable<OutlineItem> Tree() => _parts.SelectMany(part => part.Tree()).Prepend(this);

    internal void Add(OutlineItem part) => _parts.Add(part);
}

/// <summary>
/// What stands in a law: its articles, and where someone listed them their clauses and points, with their days and
/// headings. It says what may be cited; it never changes what a rule decides.
/// </summary>
public sealed class LawOutline
{
    private readonly Dictionary<LawReference, OutlineItem> _items;

    internal LawOutline(string file, IReadOnlyList<OutlineItem> items)
    {
        File = file;
        _items = items.ToDictionary(item => item.Reference);
        Items = [.. items.Where(item => item.Reference.Parent.IsWhole)];
        foreach (var item in items.Where(item => !item.Reference.Parent.IsWhole))
        {
            _items[item.Reference.Parent].Add(item);
        }

        Near = new NearPlaces(this);
    }

    /// <summary>Its file, relative to the pack.</summary>
    public string File { get; }

    /// <summary>The articles, of a text without articles its sections, in order of the file.</summary>
    public IReadOnlyList<OutlineItem> Items { get; }

    /// <summary>The place, or null where it is not listed.</summary>
    public OutlineItem? Find(LawReference reference) => _items.GetValueOrDefault(reference);

    /// <summary>What may have been meant by a place that is not listed.</summary>
    internal NearPlaces Near { get; }

    /// <summary>The places right below one, or the articles of the whole law.</summary>
    internal IReadOnlyList<OutlineItem> Below(LawReference reference) =>
        reference.IsWhole ? Items : Find(reference)?.Parts ?? [];
}
