using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Coverage;
using CaseFlow.Rules.Outlines;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Which parts of a law have no rule, and why: who signs a view signs this too.</summary>
internal sealed class LawReader(ReadingWords words, BoundPack pack)
{
    private static readonly (LawPartState State, string Key)[] Told =
        [(LawPartState.NotYet, "OutlineLater"), (LawPartState.NeedsNoRule, "OutlineNone")];

    private readonly Lazy<IReadOnlyList<LawCoverage>> _coverage = new(() => LawCoverage.Of(pack));

    /// <summary>A sentence for those to come and one for those that need none; nothing without an outline.</summary>
    public IEnumerable<string> Of(LawSyntax law) =>
        _coverage.Value.FirstOrDefault(coverage => coverage.Law.Span == law.Name.Span) is { } coverage
            ? Told.Select(told => Sentence(coverage, told.State, told.Key)).OfType<string>()
            : [];

    private string? Sentence(LawCoverage coverage, LawPartState state, string key)
    {
        var reasons = coverage.In(state)
            .GroupBy(part => part.Because)
            .Select(group => Places(group) + " (" + group.Key + ")")
            .ToList();
        return reasons.Count == 0 ? null : words.Sentence(key, string.Join("; ", reasons));
    }

    private string Places(IEnumerable<LawPart> parts) => words.Citations.Of(
        ReferenceList.Groups([.. parts.Select(part => part.Place.Reference)], int.MaxValue, out _));
}
