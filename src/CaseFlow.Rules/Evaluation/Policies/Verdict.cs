using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>What a hit policy makes of the candidates.</summary>
/// <param name="Status">Decided, undecided, gap or conflict.</param>
/// <param name="Rules">The rules that the outcome rests on.</param>
/// <param name="Row">The values; null unless decided.</param>
/// <param name="Open">Where undecided: the candidates about which more must be known.</param>
/// <param name="Possible">Where undecided: what may still come of it, or null where nothing is known of that.</param>
internal sealed record Verdict(
    OutcomeStatus Status,
    IReadOnlyList<Candidate> Rules,
    Row? Row,
    IReadOnlyList<Candidate> Open,
    PossibleOutcomes? Possible)
{
    /// <summary>Whether rules are named of which it is not known that they are active.</summary>
    public bool NamesOpenRules => Rules.Any(rule => !rule.IsSure);

    /// <summary>No rule covers the case.</summary>
    public static Verdict Gap { get; } = new(OutcomeStatus.Gap, [], null, [], null);

    /// <summary>One answer.</summary>
    public static Verdict Decided(Row row, IReadOnlyList<Candidate> rules) =>
        new(OutcomeStatus.Decided, rules, row, [], null);

    /// <summary>These rules disagree.</summary>
    public static Verdict Conflict(IReadOnlyList<Candidate> rules) =>
        new(OutcomeStatus.Conflict, rules, null, [], null);

    /// <summary>More must be known.</summary>
    public static Verdict Undecided(IReadOnlyList<Candidate> open, PossibleOutcomes? possible) =>
        new(OutcomeStatus.Undecided, [], null, open, possible);
}
