using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Explanations;

// Here: what a case shows to be wrong with the rules themselves.
public static partial class TraceJson
{
    // The rules that came nearest, and what each failed, stand under `notLive`; the culprits with their law, `because`.
    private static JsonObject? Finding(DecisionTrace trace, CultureInfo culture)
    {
        var decision = trace.Outcome.Decision;
        return trace.Outcome.Status switch
        {
            OutcomeStatus.Gap => Finding(RulesCodes.NoRuleCovers, [decision.Name], trace, culture),
            OutcomeStatus.Conflict => Finding(
                RulesCodes.RulesConflict,
                [decision.Name, string.Join(", ", trace.Outcome.Rules.Select(rule => rule.Name))],
                trace,
                culture),
            _ => null,
        };
    }

    private static JsonObject Finding(
        string code, IReadOnlyList<string> arguments, DecisionTrace trace, CultureInfo culture)
    {
        var labels = new Dictionary<int, IReadOnlyDictionary<string, string>>
        {
            [0] = trace.Outcome.Decision.Labels,
        };
        return new JsonObject
        {
            ["code"] = code,
            ["message"] = RulesMessages.Message(code, culture, arguments, labels),
            ["help"] = RulesMessages.Help(code, culture, arguments, didYouMean: null),
        };
    }
}
