using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>The articles that findings name.</summary>
internal static class Laws
{
    /// <summary>What a rule cites in all of its versions; null where it cites nothing.</summary>
    public static string? Of(BoundRule rule) => Text(rule.Versions.SelectMany(version => version.Cites));

    /// <summary>What two versions cite, parted by a bar; once where they cite the same.</summary>
    public static string? Of(BoundVersion one, BoundVersion other)
    {
        var laws = new[] { Text(one.Cites), Text(other.Cites) }.OfType<string>().Distinct().ToList();
        return laws.Count == 0 ? null : string.Join(" | ", laws);
    }

    private static string? Text(IEnumerable<Citation> cites) =>
        ShortList.Of([.. cites.Select(cite => cite.Text).Distinct()]) is { Length: > 0 } text ? text : null;
}
