using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

/// <summary>
/// Traces as JSON, schema `cfr.trace/1`. Equal traces give equal text; only the sentence depends on the language.
/// </summary>
public static class TraceJson
{
    private const string Schema = "cfr.trace/1";

    /// <summary>The trace, with its sentence in the culture's language (vi or en).</summary>
    public static JsonObject Write(DecisionTrace trace, CultureInfo culture)
    {
        var outcome = OutcomeJson.Write(trace.Outcome);
        var json = new JsonObject
        {
            ["schema"] = Schema,
            ["pack"] = trace.Pack,
            ["packHash"] = trace.PackHash,
            ["decision"] = trace.Outcome.Decision.Name,
            ["governingDate"] = new JsonObject
            {
                ["value"] = trace.Outcome.GoverningDate is { } day ? Iso(day) : null,
                ["from"] = trace.GoverningDateFrom,
                ["transition"] = trace.Outcome.Transition,
            },
            ["status"] = OutcomeJson.NameOf(trace.Outcome.Status),
            ["outputs"] = outcome["outputs"]!.DeepClone(),
            ["because"] = Array(trace.Because, Because),
            ["defeated"] = Array(trace.Defeated, Defeated),
            ["notLive"] = Array(trace.NotLive, rule => Named(rule.Rule, "failed", rule.Failed, rule.Facts)),
            ["open"] = Array(trace.Open, rule => Named(rule.Rule, null, null, rule.Facts)),
            ["assumptions"] = Array(trace.Outcome.Assumptions, Assumption),
            ["dateSteps"] = Array(trace.DateSteps, Date),
            ["missing"] = Array(trace.Missing, Missing),
            ["blockedBy"] = Texts(trace.Outcome.BlockedBy),
            ["language"] = ExplanationSentence.LanguageOf(culture),
            ["sentence"] = ExplanationSentence.Of(trace.Outcome, culture),
        };
        return json;
    }

    /// <summary>
    /// The account of a counted term, step by step: `[{"kind":"counted","from":…,"through":…,"count":3},…]`.
    /// </summary>
    public static JsonArray Steps(IReadOnlyList<TermStep> steps) => Array(steps, Step);

    private static JsonObject Because(TracedRule rule) => new()
    {
        ["rule"] = rule.Name,
        ["version"] = rule.Period is { } period ? Period(period) : null,
        ["state"] = "active",
        ["cites"] = Array(rule.Cites, Cite),
        ["conditions"] = Array(rule.Conditions, condition => new JsonObject
        {
            ["text"] = condition.Text,
            ["value"] = condition.Value,
            ["inheritedFrom"] = condition.InheritedFrom,
            ["facts"] = Texts(condition.Facts),
        }),
        ["note"] = rule.Note,
        ["span"] = Span(rule.Span),
    };

    private static JsonObject Cite(Citation citation)
    {
        var json = new JsonObject { ["text"] = citation.Text };
        if (citation.Law is { } law)
        {
            json["law"] = law.Name;
            json["title"] = law.Title;
        }

        foreach (var part in citation.Parts)
        {
            json[KeyOf(part.Kind)] = part.Reference;
        }

        json["verified"] = !citation.Unverified && citation.Law is not { Unverified: true };
        return json;
    }

    private static string KeyOf(CitationPartKind kind) => kind switch
    {
        CitationPartKind.Article => "art",
        CitationPartKind.Clause => "cl",
        CitationPartKind.Point => "pt",
        _ => "sec",
    };

    private static JsonObject Period(LawPeriod period) => new()
    {
        ["from"] = period.From == DateOnly.MinValue ? null : Iso(period.From),
        ["before"] = period.Before is { } before ? Iso(before) : null,
    };

    private static JsonObject Span(SourceSpan span) => new()
    {
        ["file"] = span.File,
        ["line"] = span.Line,
        ["col"] = span.Column,
    };

    private static JsonObject Defeated(DefeatedRule rule) => new()
    {
        ["rule"] = rule.Rule,
        ["by"] = rule.By,
        ["kind"] = rule.IsBlocked ? "block" : "override",
    };

    private static JsonObject Named(string rule, string? key, string? text, IReadOnlyList<string> facts)
    {
        var json = new JsonObject { ["rule"] = rule };
        if (key is not null)
        {
            json[key] = text;
        }

        json["facts"] = Texts(facts);
        return json;
    }

    private static JsonObject Assumption(FieldSymbol fact) => new()
    {
        ["fact"] = fact.Path,
        ["value"] = ValueJson.Write(fact.Assumed!),
        ["cites"] = Array(fact.AssumedPer, Cite),
    };

    private static JsonObject Missing((string Path, FieldSymbol? Fact) missing) => new()
    {
        ["fact"] = missing.Path,
        ["ask"] = missing.Fact?.Ask,
    };

    private static JsonObject Date(TracedDate date) => new()
    {
        ["text"] = date.Text,
        ["start"] = Iso(date.Start),
        ["rawEnd"] = Iso(date.Term.RawEnd),
        ["lastDay"] = Iso(date.Term.LastDay),
        ["certainty"] = NameOf(date.Term.Certainty),
        ["steps"] = Steps(date.Term.Steps),
    };

    private static JsonObject Step(TermStep step)
    {
        var kind = step.Kind.ToString();
        var json = new JsonObject
        {
            ["kind"] = char.ToLowerInvariant(kind[0]) + kind[1..],
            ["from"] = Iso(step.From),
            ["through"] = Iso(step.Through),
            ["count"] = step.Count,
        };
        if (step.Term is { } term)
        {
            json["term"] = ValueJson.Write(new DurationValue(term));
        }

        if (step.Name is not null)
        {
            json["name"] = step.Name;
            json["certainty"] = NameOf(step.Certainty);
        }

        return json;
    }

    private static string NameOf(DayCertainty certainty) => certainty switch
    {
        DayCertainty.Verified => "V",
        DayCertainty.FromMemory => "M",
        _ => "E",
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> write) => new([.. items.Select(write)]);

    private static JsonArray Texts(IEnumerable<string> texts) => Array(texts, text => JsonValue.Create(text));

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
