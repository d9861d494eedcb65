using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

/// <summary>How a decision came out.</summary>
public enum OutcomeStatus
{
    /// <summary>One answer.</summary>
    Decided,

    /// <summary>
    /// More must be known: see <see cref="DecisionOutcome.Missing"/> and <see cref="DecisionOutcome.BlockedBy"/>.
    /// </summary>
    Undecided,

    /// <summary>No rule covers the case (CF4101).</summary>
    Gap,

    /// <summary>Two rules disagree (CF4102).</summary>
    Conflict,

    /// <summary>
    /// The decision is not for this case, or its governing date is known to be missing; its outputs read as missing.
    /// </summary>
    NotApplicable,
}

/// <summary>
/// The outcome of a decision with its reasons. A value: gap and conflict are outcomes, not exceptions.
/// </summary>
/// <param name="Decision">Which decision.</param>
/// <param name="Status">How it came out.</param>
/// <param name="Outputs">One value an output, in order; all missing unless decided.</param>
/// <param name="Rules">The active rules in source order; all of the culprits for a conflict.</param>
/// <param name="Cites">Every citation of the active rules, in source order, without repetition.</param>
/// <param name="Missing">Facts to ask for, in order; only where undecided.</param>
/// <param name="BlockedBy">Decisions in gap or conflict, or definitions out of force, that it hangs on.</param>
/// <param name="GoverningDate">The day whose law was used; null where unknown or missing.</param>
public sealed record DecisionOutcome(
    DecisionSymbol Decision,
    OutcomeStatus Status,
    IReadOnlyList<Value> Outputs,
    IReadOnlyList<ActiveRule> Rules,
    IReadOnlyList<Citation> Cites,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> BlockedBy,
    DateOnly? GoverningDate)
{
    /// <summary>The transitional clause that set the governing date, or null.</summary>
    public string? Transition { get; init; }

    /// <summary>Facts that were assumed, with what the assumption rests on.</summary>
    public IReadOnlyList<FieldSymbol> Assumptions { get; init; } = [];

    /// <summary>Where undecided: what it may still come to; null where nothing is known of that.</summary>
    public PossibleOutcomes? Possible { get; init; }

    /// <summary>The value of an output.</summary>
    public Value this[OutputSymbol output] => Outputs[output.Index];

    /// <summary>
    /// True where the value is settled but not which of <see cref="Rules"/> give it: then some may not be active.
    /// </summary>
    internal bool NamesOpenRules { get; init; }

    /// <summary>
    /// Where undecided: the bounds of the number that its readers may count on. They hold only where it is sure to
    /// become a number: a sum always does.
    /// </summary>
    internal NumberRange? RangeOf(HitPolicy policy) =>
        Possible is { MayBeGap: false, MayConflict: false, MayNotApply: false, Score: { } score }
        && policy is HitPolicy.Sum or HitPolicy.Highest or HitPolicy.Lowest
            ? score
            : null;
}

/// <summary>An active rule.</summary>
/// <param name="Name">Its name; `table#row` for a row; `otherwise`.</param>
/// <param name="Cites">What its version in force cites.</param>
/// <param name="Span">Where it stands.</param>
public sealed record ActiveRule(string Name, IReadOnlyList<Citation> Cites, SourceSpan Span);

/// <summary>What an undecided decision may still come to.</summary>
/// <param name="Rows">
/// The rows of outputs still possible, each once, in source order of the rules that give them; empty where they cannot
/// be listed (a value that is itself not known, or a sum).
/// </param>
/// <param name="Score">For a sum, or a number that is not known: the lowest and highest that it may be.</param>
/// <param name="MayBeGap">True where no rule may turn out to cover the case.</param>
public sealed record PossibleOutcomes(IReadOnlyList<IReadOnlyList<Value>> Rows, NumberRange? Score, bool MayBeGap)
{
    /// <summary>True where rules may turn out to disagree.</summary>
    public bool MayConflict { get; init; }

    /// <summary>True where the decision may turn out not to be for this case.</summary>
    public bool MayNotApply { get; init; }
}
