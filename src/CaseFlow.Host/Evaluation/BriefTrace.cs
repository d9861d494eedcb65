using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Host.Evaluation;

/// <summary>
/// The reasons of a decision: the day whose law counted, the active rules with their places and articles, what was
/// assumed.
/// </summary>
internal static class BriefTrace
{
    /// <summary>The trace of an outcome.</summary>
    public static JsonObject Of(BoundPack pack, DecisionOutcome outcome) => new()
    {
        ["schema"] = "cfr.trace/1",
        ["pack"] = $"{pack.Manifest.Name}@{pack.Manifest.Version}",
        ["packHash"] = pack.Hash,
        ["decision"] = outcome.Decision.Name,
        ["governingDate"] = GoverningDate(outcome),
        ["status"] = OutcomeJson.NameOf(outcome.Status),
        ["because"] = new JsonArray([.. outcome.Rules.Select(rule => (JsonNode)Rule(rule))]),
        ["assumptions"] = new JsonArray([.. outcome.Assumptions.Select(fact => (JsonNode)Assumption(fact))]),
        ["missing"] = Texts(outcome.Missing),
        ["blockedBy"] = Texts(outcome.BlockedBy),
    };

    private static JsonObject? GoverningDate(DecisionOutcome outcome) => outcome.GoverningDate is { } day
        ? new JsonObject
        {
            ["value"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["transition"] = outcome.Transition,
        }
        : null;

    private static JsonObject Rule(ActiveRule rule) => new()
    {
        ["rule"] = rule.Name,
        ["cites"] = new JsonArray([.. rule.Cites.Select(cite => (JsonNode)Cite(cite))]),
        ["span"] = new JsonObject
        {
            ["file"] = rule.Span.File, ["line"] = rule.Span.Line, ["col"] = rule.Span.Column,
        },
    };

    private static JsonObject Cite(Citation cite) => new()
    {
        ["text"] = cite.Text, ["law"] = cite.Law?.Name, ["title"] = cite.Law?.Title, ["verified"] = !cite.Unverified,
    };

    private static JsonObject Assumption(FieldSymbol fact) => new()
    {
        ["fact"] = fact.Path, ["cites"] = Texts(fact.AssumedPer.Select(cite => cite.Text)),
    };

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
