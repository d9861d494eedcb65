using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>A rule that is active or may be, or `otherwise` where perhaps no rule is.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cites">What its version in force cites.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Unknown">What would tell whether it is active; null where it is.</param>
/// <param name="Row">What it gives.</param>
internal sealed record Candidate(
    string Name, IReadOnlyList<Citation> Cites, SourceSpan Span, UnknownValue? Unknown, Row Row)
{
    /// <summary>Whether it is active whatever the unknown facts turn out to be.</summary>
    public bool IsSure => Unknown is null;

    /// <summary>What it gives to the first output: the amount, for a sum.</summary>
    public Value Amount => Row.Values[0];

    /// <summary>Everything that would tell whether it is active and what it gives.</summary>
    public UnknownValue Open => Row.Values.OfType<UnknownValue>()
        .Aggregate(Unknown ?? new UnknownValue([], []), (all, next) => all.With(next));

    /// <summary>As an outcome names it.</summary>
    public ActiveRule AsActive() => new(Name, Cites, Span);
}

/// <summary>The candidates of one case, in source order.</summary>
/// <param name="All">All of them.</param>
/// <param name="NeverNone">
/// Whether one of them is active in any case: a sure one, or `otherwise`, or one at or below a rule that is live.
/// </param>
internal sealed record CandidateList(IReadOnlyList<Candidate> All, bool NeverNone)
{
    /// <summary>Those that are active whatever the unknown facts turn out to be.</summary>
    public IReadOnlyList<Candidate> Sure { get; } = [.. All.Where(candidate => candidate.IsSure)];

    /// <summary>The rules that a settled outcome rests on: the sure ones, else all that may be active.</summary>
    public IReadOnlyList<Candidate> Culprits => Sure.Count > 0 ? Sure : All;
}
