using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>What an undecided decision may still come to, in the JSON of `evaluate`.</summary>
public static class PossibleJson
{
    /// <summary>
    /// `{"rows":[{…},{…}]}`, each row the outputs by name, or `{"low":0,"high":100}`; besides it `"gap":true`,
    /// `"conflict":true` and `"notApplicable":true` where it may come to that.
    /// </summary>
    public static JsonObject Write(DecisionSymbol decision, PossibleOutcomes possible)
    {
        var json = new JsonObject();
        if (possible.Rows.Count > 0)
        {
            json["rows"] = new JsonArray([.. possible.Rows.Select(row => (JsonNode)OutcomeJson.Row(decision, row))]);
        }

        if (possible.Score is { } score)
        {
            var (low, high) = NumberRanges.Ends(score);
            json["low"] = low is null ? null : ValueJson.Write(low);
            json["high"] = high is null ? null : ValueJson.Write(high);
        }

        AddIf(json, "gap", possible.MayBeGap);
        AddIf(json, "conflict", possible.MayConflict);
        AddIf(json, "notApplicable", possible.MayNotApply);
        return json;
    }

    private static void AddIf(JsonObject json, string key, bool mayBe)
    {
        if (mayBe)
        {
            json[key] = true;
        }
    }
}
