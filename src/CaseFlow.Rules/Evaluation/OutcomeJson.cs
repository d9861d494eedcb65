using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>Outcomes in the JSON of `evaluate`.</summary>
public static class OutcomeJson
{
    /// <summary>
    /// `{"status":…,"outputs":{…},"rules":[…],"cites":[…],"missing":[…]}`; `blockedBy` where something stands in the
    /// way, `possible` where it is undecided and something is known of what may come, and `estimated` with the names of
    /// outputs whose date rests on estimated holidays.
    /// </summary>
    public static JsonObject Write(DecisionOutcome outcome)
    {
        var json = new JsonObject
        {
            ["status"] = NameOf(outcome.Status),
            ["outputs"] = Outputs(outcome),
            ["rules"] = Texts(outcome.Rules.Select(rule => rule.Name)),
            ["cites"] = Texts(outcome.Cites.Select(citation => citation.Text)),
            ["missing"] = Texts(outcome.Missing),
        };
        AddUnlessEmpty(json, "blockedBy", outcome.BlockedBy);
        if (outcome.Possible is { } possible)
        {
            json["possible"] = PossibleJson.Write(outcome.Decision, possible);
        }

        AddUnlessEmpty(json, "estimated", [.. outcome.Decision.Outputs
            .Where(output => outcome[output] is DateValue { Certainty: DayCertainty.Estimate })
            .Select(output => output.Name)]);
        return json;
    }

    /// <summary>The outputs by name; null is missing.</summary>
    public static JsonObject Outputs(DecisionOutcome outcome) => Row(outcome.Decision, outcome.Outputs);

    /// <summary>`decided`, `undecided`, `gap`, `conflict` or `notApplicable`.</summary>
    public static string NameOf(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Decided => "decided",
        OutcomeStatus.Undecided => "undecided",
        OutcomeStatus.Gap => "gap",
        OutcomeStatus.Conflict => "conflict",
        _ => "notApplicable",
    };

    /// <summary>One value an output, by name.</summary>
    internal static JsonObject Row(DecisionSymbol decision, IReadOnlyList<Value> values)
    {
        var row = new JsonObject();
        foreach (var output in decision.Outputs)
        {
            row.Add(output.Name, ValueJson.Write(values[output.Index]));
        }

        return row;
    }

    private static void AddUnlessEmpty(JsonObject json, string key, IReadOnlyList<string> names)
    {
        if (names.Count > 0)
        {
            json.Add(key, Texts(names));
        }
    }

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
