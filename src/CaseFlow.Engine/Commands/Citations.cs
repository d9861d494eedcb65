using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>What problems and statements quote.</summary>
internal static class Citations
{
    /// <summary>Articles as `LKN art 28`.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Citation> cites) =>
        [.. cites.Select(cite => cite.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>What would make a value known: facts first, then what stands in the way.</summary>
    public static IReadOnlyList<string> ToTell(UnknownValue unknown) => [.. unknown.Facts, .. unknown.BlockedBy];
}
