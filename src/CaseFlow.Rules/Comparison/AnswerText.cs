using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Rules.Comparison;

/// <summary>An answer in one line of the language's words, the same in every culture.</summary>
public static class AnswerText
{
    /// <summary>
    /// `term is 45 days`, `undecided, missing petition.kind`, `gap`, `not applicable`, `conflict`, or the fault's code.
    /// </summary>
    public static string Of(DecisionAnswer answer) => answer.Outcome switch
    {
        null => answer.Fault!.Code,
        { Status: OutcomeStatus.Decided } decided => string.Join(
            " and ",
            decided.Decision.Outputs.Select(output => output.Name + " is " + ValueText.Of(decided[output]))),
        { Status: OutcomeStatus.Undecided } open => open.Missing.Count + open.BlockedBy.Count == 0
            ? "undecided"
            : "undecided, missing " + string.Join(", ", open.Missing.Concat(open.BlockedBy)),
        { Status: OutcomeStatus.Gap } => "gap",
        { Status: OutcomeStatus.Conflict } => "conflict",
        _ => "not applicable",
    };
}
