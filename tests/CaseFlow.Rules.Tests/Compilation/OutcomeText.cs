using System.Globalization;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>Everything that an outcome says, as text: what two executors must agree on to the letter.</summary>
internal static class OutcomeText
{
    public static string Of(Func<DecisionOutcome> decide)
    {
        try
        {
            return Of(decide());
        }
        catch (EvaluationFaultException fault)
        {
            return fault.Code + " " + string.Join(", ", fault.Arguments);
        }
    }

    public static string Of(DecisionOutcome outcome) => string.Join('\n', [
        outcome.Decision.Name + " " + outcome.Status,
        "outputs " + Values(outcome.Outputs),
        "rules " + string.Join(", ", outcome.Rules.Select(rule =>
            rule.Name + " [" + string.Join(", ", rule.Cites.Select(cite => cite.Text)) + "]")),
        "cites " + string.Join(", ", outcome.Cites.Select(cite => cite.Text)),
        "missing " + string.Join(", ", outcome.Missing),
        "blockedBy " + string.Join(", ", outcome.BlockedBy),
        "day " + outcome.GoverningDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "transition " + outcome.Transition,
        "assumptions " + string.Join(", ", outcome.Assumptions.Select(fact => fact.Path)),
        "possible " + Possible(outcome.Possible),
    ]);

    private static string? Possible(PossibleOutcomes? possible) => possible is null ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join("; ", possible.Rows.Select(Values))} {possible.Score} {possible.MayBeGap}");

    private static string Values(IReadOnlyList<Value> values) =>
        string.Join(", ", values.Select(value => ValueJson.Write(value)?.ToJsonString() ?? "missing"
            + (value is DateValue date ? date.Certainty.ToString() : "")));
}
