using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Outlines;

namespace CaseFlow.Rules.Comparison;

/// <summary>
/// What differs in what laws hold: the rows that only one side lists. It never makes a decision come out otherwise.
/// </summary>
internal static class OutlineChanges
{
    // Enough to recognise an amendment by.
    private const int RowsShown = 12;

    /// <summary>The changes, in the new pack's order of laws.</summary>
    public static IEnumerable<ChangeCause> Between(BoundPack before, BoundPack after) => before.Laws
        .Join(after.Laws, law => law.Name, law => law.Name, Of, StringComparer.Ordinal)
        .OfType<ChangeCause>();

    private static ChangeCause? Of(LawSymbol before, LawSymbol after)
    {
        var (old, now) = (Rows(before), Rows(after));
        var (gone, come) = (Except(old, now), Except(now, old));
        return gone is null && come is null
            ? null
            : SymbolChanges.Cause(CauseKind.Outline, after.Name, before, after, gone, come);
    }

    private static List<string> Rows(LawSymbol law) => law.Outline is { } outline
        ? [.. outline.Items.SelectMany(item => item.Tree()).SelectMany(item => item.Rows).Select(Text)]
        : [];

    private static string Text(OutlineRow row)
    {
        var days = RuleText.Of(row.Written);
        string[] parts =
        [
            row.Reference.ToString(), days, row.Title.Length == 0 ? "" : "“" + row.Title + "”",
            row.Need == RuleNeed.Open ? "" : "(" + row.Because + ")",
        ];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string? Except(List<string> these, List<string> those)
    {
        var rows = these.Except(those, StringComparer.Ordinal).ToList();
        return rows.Count == 0 ? null
            : string.Join(", ", rows.Count > RowsShown ? rows.Take(RowsShown).Append("…") : rows);
    }
}
