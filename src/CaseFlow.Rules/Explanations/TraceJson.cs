using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>
/// Traces as JSON, schema `cfr.trace/1`. Equal traces give equal text; only labels, questions, the finding and the
/// sentence depend on the language.
/// </summary>
public static partial class TraceJson
{
    /// <summary>The schema that traces name; a change that readers must know of raises the number.</summary>
    public const string Schema = "cfr.trace/1";

    /// <summary>The trace, with its labels and its sentence in the culture's language (vi or en).</summary>
    public static JsonObject Write(DecisionTrace trace, CultureInfo culture)
    {
        var language = ExplanationSentence.LanguageOf(culture);
        var json = Head(trace);
        AddRules(json, trace);
        AddReadings(json, trace, language);
        json["missing"] = Array(trace.Missing, missing => Missing(missing, trace, language));
        json["possible"] = trace.Outcome.Possible is { } possible ? Possible(possible, trace.Outcome.Decision) : null;
        json["blockedBy"] = Texts(trace.Outcome.BlockedBy);
        json["language"] = language;
        json["sentence"] = ExplanationSentence.Of(trace, culture);
        if (Finding(trace, culture) is { } finding)
        {
            json["finding"] = finding;
        }

        return json;
    }

    /// <summary>
    /// The account of a counted term, step by step: `[{"kind":"counted","from":…,"through":…,"count":3},…]`.
    /// </summary>
    public static JsonArray Steps(IReadOnlyList<TermStep> steps) => Array(steps, Step);

    private static JsonObject Head(DecisionTrace trace) => new()
    {
        ["schema"] = Schema,
        ["pack"] = trace.Pack,
        ["packHash"] = trace.PackHash,
        ["paramsHash"] = trace.ParamsHash,
        ["factsHash"] = trace.FactsHash,
        ["depth"] = NameOf(trace.Depth),
        ["today"] = Iso(trace.Today),
        ["decision"] = trace.Outcome.Decision.Name,
        ["policy"] = NameOf(trace.Account.Decision.Policy),
        ["governingDate"] = GoverningDate(trace.Outcome, trace.GoverningDateFrom),
        ["status"] = OutcomeJson.NameOf(trace.Outcome.Status),
        ["outputs"] = OutcomeJson.Outputs(trace.Outcome),
    };

    private static void AddRules(JsonObject json, DecisionTrace trace)
    {
        var decision = trace.Account.Decision;
        json["because"] = Array(trace.Because, rule => Rule(rule, decision, isFull: false));
        json["defeated"] = Array(trace.Defeated, Defeated);
        json["passedOver"] = Array(trace.PassedOver, rule => PassedOver(rule, decision));
        json["notLive"] = Array(trace.NotLive, NotLive);
        json["open"] = Array(trace.Open, rule => Named(rule.Rule, rule.Facts));
        if (trace.Total is { } total)
        {
            json["total"] = Total(total, trace.Outcome.Outputs[0]);
        }

        if (trace.Depth == TraceDepth.Full)
        {
            json["rules"] = Array(trace.Rules, rule => Rule(rule, decision, isFull: true));
        }

        json["upstream"] = Array(trace.Upstream, upstream => Upstream(upstream, trace));
    }

    private static void AddReadings(JsonObject json, DecisionTrace trace, string language)
    {
        json["assumptions"] = Array(trace.Outcome.Assumptions, assumed => Assumption(assumed, language));
        json["parameters"] = Array(trace.Parameters, parameter => Parameter(parameter, language));
        json["definitions"] = Array(trace.Definitions, Definition);
        json["dateSteps"] = Array(trace.DateSteps, Date);
        json["textHits"] = Array(trace.TextHits, Text);
        if (trace.Depth == TraceDepth.Full)
        {
            json["facts"] = Array(trace.Facts, Fact);
        }
    }

    private static JsonObject GoverningDate(DecisionOutcome outcome, string from) => new()
    {
        ["value"] = outcome.GoverningDate is { } day ? Iso(day) : null,
        ["from"] = from,
        ["transition"] = outcome.Transition,
    };

    private static JsonObject Missing((string Path, FieldSymbol? Fact) missing, DecisionTrace trace, string language)
    {
        var label = FactLabels.Of(missing.Path, trace.Account.Evaluation.Pack.Pack, language);
        return new JsonObject
        {
            ["fact"] = missing.Path,
            ["label"] = label,
            ["ask"] = missing.Fact?.Ask ?? label + "?",
        };
    }

    private static JsonObject Possible(PossibleOutcomes possible, DecisionSymbol decision) => new()
    {
        ["rows"] = Array(possible.Rows, row => OutcomeJson.Row(decision, row)),
        ["score"] = possible.Score is { } score
            ? new JsonObject { ["low"] = score.Low, ["high"] = score.High }
            : null,
        ["mayBeGap"] = possible.MayBeGap,
        ["mayConflict"] = possible.MayConflict,
        ["mayNotApply"] = possible.MayNotApply,
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> write) => new([.. items.Select(write)]);

    private static JsonArray Texts(IEnumerable<string> texts) => Array(texts, text => JsonValue.Create(text));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string NameOf<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
}
