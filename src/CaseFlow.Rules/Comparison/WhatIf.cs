using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Comparison;

/// <summary>
/// What another pack, or other values of parameters, would make of cases: which decisions come out otherwise, from what
/// to what, and why. Pure; keeps nothing of a case; safe to share between threads.
/// </summary>
public sealed class WhatIf
{
    private readonly PackSide _before;
    private readonly PackSide _after;
    private readonly IReadOnlyList<string> _decisions;
    private readonly Dictionary<string, DecisionPair> _pairs;

    /// <summary>Compares the texts of two packs once, for all cases.</summary>
    /// <param name="before">The pack as it is.</param>
    /// <param name="after">The pack as it would be.</param>
    /// <param name="decisions">Canonical names of the decisions to ask; null: all of both packs.</param>
    public WhatIf(PackSide before, PackSide after, IReadOnlyList<string>? decisions = null)
    {
        (_before, _after) = (before, after);
        var (old, now) = (before.Pack.Pack.Decisions, after.Pack.Pack.Decisions);
        _decisions = decisions
            ?? [.. now.Concat(old).Select(decision => decision.Symbol.Name).Distinct(StringComparer.Ordinal)];
        _pairs = old.Join(
                now, one => one.Symbol.Name, one => one.Symbol.Name, (one, other) => new DecisionPair(one, other))
            .ToDictionary(pair => pair.After.Symbol.Name, StringComparer.Ordinal);
        Changes = PackChanges.Between(before, after, _pairs);
    }

    /// <summary>
    /// Everything that differs between the packs, whatever any case says; empty for two of one meaning.
    /// </summary>
    public IReadOnlyList<ChangeCause> Changes { get; }

    /// <summary>Compares cases one by one; holds only what the totals need, and the first differences.</summary>
    /// <param name="before">The pack as it is.</param>
    /// <param name="after">The pack as it would be.</param>
    /// <param name="cases">The cases; read once, in order.</param>
    /// <param name="kept">How many differences are kept; the totals count all.</param>
    public static PackDiff Compare(
        PackSide before, PackSide after, IEnumerable<CaseToCompare> cases, int kept = PackDiff.KeptAtMost)
    {
        var comparison = new WhatIf(before, after);
        var totals = new DiffTotals();
        var differences = new List<CaseDifference>();
        foreach (var one in cases)
        {
            var difference = comparison.Compare(one);
            totals.Add(difference);
            if (!difference.IsSame && differences.Count < kept)
            {
                differences.Add(difference);
            }
        }

        return new PackDiff(comparison.Changes, differences, totals);
    }

    /// <summary>
    /// Compares one case. What is wrong with its facts, or a fault that it meets, is its own finding.
    /// </summary>
    public CaseDifference Compare(CaseToCompare asked) => Compare(asked, _decisions);

    /// <summary>The same, of some decisions only.</summary>
    /// <param name="asked">The case.</param>
    /// <param name="decisions">Canonical names.</param>
    public CaseDifference Compare(CaseToCompare asked, IReadOnlyList<string> decisions)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(decisions);
        var old = FactReader.Read(asked.Facts, _before.Pack.Pack);
        var now = FactReader.Read(asked.Facts, _after.Pack.Pack);
        if (old.Problems.Count + now.Problems.Count > 0)
        {
            return new CaseDifference(asked.Id, [], old.Problems, now.Problems);
        }

        var (before, after) = (new CaseOnSide(_before, old.Facts, asked), new CaseOnSide(_after, now.Facts, asked));
        var differences = decisions.Select(name => Difference(name, before, after));
        return new CaseDifference(asked.Id, [.. differences.OfType<DecisionDifference>()], [], []);
    }

    /// <summary>The texts of a decision that both packs have, or null.</summary>
    internal DecisionPair? PairOf(string decision) => _pairs.GetValueOrDefault(decision);

    private DecisionDifference? Difference(string name, CaseOnSide before, CaseOnSide after)
    {
        var (old, now) = (before.Answer(name), after.Answer(name));
        return AnswerComparison.Difference(old, now) is { } found
            ? new DecisionDifference(name, found, old, now, new CauseSearch(this, before, after).Of(name))
            : null;
    }
}
