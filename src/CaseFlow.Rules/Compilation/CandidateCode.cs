using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Compilation;

/// <summary>A rule that may turn out active, with its row: the same for every case, or to be read.</summary>
internal sealed record CandidateCode(ActiveRule Rule, Row? Constant, RowCode? Code, bool IsOtherwise)
{
    /// <summary>A rule of a slice; one that is not in force, or a blocker, is never asked for its row.</summary>
    public static CandidateCode Of(SlicedRule rule, DecisionCode decision, ParameterBlock parameters, DateOnly day)
    {
        var row = rule.Version is { } version ? decision.CodeOf(version).Row : null;
        return new CandidateCode(
            new ActiveRule(rule.Rule.Name, rule.Version?.Cites ?? [], rule.Version?.Span ?? rule.Rule.Span),
            row?.Constant(parameters, day),
            row,
            IsOtherwise: false);
    }

    /// <summary>`otherwise`.</summary>
    public static CandidateCode OfOtherwise(
        BoundOtherwise otherwise, RowCode row, ParameterBlock parameters, DateOnly day) =>
        new(new ActiveRule("otherwise", otherwise.Cites, otherwise.Span), row.Constant(parameters, day), row, true);
}
