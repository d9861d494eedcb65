using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Evaluation.Policies;

namespace CaseFlow.Rules.Compilation;

/// <summary>A rule that may turn out active, with its row: the same for every case, or to be read.</summary>
internal sealed record CandidateCode(
    string Name, IReadOnlyList<Citation> Cites, SourceSpan Span, Row? Constant, RowCode? Code)
{
    /// <summary>A rule of a slice; one that is not in force, or a blocker, is never asked for its row.</summary>
    public static CandidateCode Of(SlicedRule rule, DecisionCode decision, ParameterBlock parameters, DateOnly day)
    {
        var row = rule.Version is { } version ? decision.CodeOf(version).Row : null;
        return new CandidateCode(
            rule.Rule.Name,
            rule.Version?.Cites ?? [],
            rule.Version?.Span ?? rule.Rule.Span,
            row?.Constant(parameters, day),
            row);
    }

    /// <summary>`otherwise`.</summary>
    public static CandidateCode OfOtherwise(
        BoundOtherwise otherwise, RowCode row, ParameterBlock parameters, DateOnly day) =>
        new(BoundOtherwise.Name, otherwise.Cites, otherwise.Span, row.Constant(parameters, day), row);

    /// <summary>As the hit policies take it; <paramref name="frame"/> is null where the row is the same for every case.
    /// </summary>
    public Candidate Of(Frame? frame, bool isSure) =>
        new(Name, Cites, Span, isSure ? null : Truths.Untold, Constant ?? Code!.Read(frame!));
}
