using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Binding.Citations;

/// <summary>The citations that a finding is about, as one line.</summary>
internal static class LawText
{
    /// <summary>`LKN art 28 | LKN art 37`; null where nothing is cited.</summary>
    public static string? Of(IEnumerable<Citation> cites)
    {
        var texts = cites.Select(cite => cite.Text).Distinct(StringComparer.Ordinal).ToList();
        return texts.Count == 0 ? null : ShortList.Of(texts, " | ");
    }
}
