using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

// Here: rules, their conditions and citations, and upstream decisions.
public static partial class TraceJson
{
    private static JsonObject Rule(TracedRule rule, BoundDecision decision, bool isFull)
    {
        var json = new JsonObject
        {
            ["rule"] = rule.Name,
            ["version"] = rule.Period is { } period ? Period(period) : null,
            ["state"] = NameOf(rule.Standing),
        };
        if (rule.By is not null)
        {
            json["by"] = rule.By;
        }

        if (rule.Values.Count > 0)
        {
            json["gives"] = Given(rule.Values, decision);
        }

        json["cites"] = Array(rule.Cites, Cite);
        json["conditions"] = Array(rule.Conditions, condition => Condition(condition, isFull));
        json["note"] = rule.Note;
        json["span"] = Span(rule.Span);
        return json;
    }

    private static JsonObject Condition(TracedCondition condition, bool isFull)
    {
        var json = new JsonObject
        {
            ["text"] = condition.Text,
            ["value"] = condition.Value,
            ["inheritedFrom"] = condition.InheritedFrom,
            ["facts"] = Texts(condition.Facts),
        };
        if (isFull && condition.Value is null)
        {
            json["unknown"] = Texts(condition.Unknown);
        }

        return json;
    }

    // What a rule adds to a sum is one amount; otherwise a rule gives a row of outputs.
    private static JsonNode? Given(IReadOnlyList<Value> values, BoundDecision decision) =>
        decision.Policy == HitPolicy.Sum ? ValueJson.Write(values[0]) : OutcomeJson.Row(decision.Symbol, values);

    private static JsonObject PassedOver(TracedRule rule, BoundDecision decision) => new()
    {
        ["rule"] = rule.Name,
        ["gives"] = Given(rule.Values, decision),
        ["cites"] = Array(rule.Cites, Cite),
    };

    private static JsonObject Defeated(DefeatedRule rule) => new()
    {
        ["rule"] = rule.Rule,
        ["by"] = rule.By,
        ["kind"] = rule.IsBlocked ? "block" : "override",
    };

    private static JsonObject NotLive(RuleNotLive rule) => new()
    {
        ["rule"] = rule.Rule,
        ["failed"] = rule.Failed,
        ["facts"] = Texts(rule.Facts),
        ["failedCount"] = rule.FailedCount,
    };

    private static JsonObject Named(string rule, IReadOnlyList<string> facts) => new()
    {
        ["rule"] = rule,
        ["facts"] = Texts(facts),
    };

    private static JsonObject Total(TracedTotal total, Value result) => new()
    {
        ["sum"] = ValueJson.Write(total.Sum),
        ["clamp"] = total.Low is null || total.High is null
            ? null
            : new JsonObject { ["low"] = ValueJson.Write(total.Low), ["high"] = ValueJson.Write(total.High) },
        ["result"] = ValueJson.Write(result),
    };

    private static JsonObject Upstream(TracedDecision upstream, DecisionTrace trace)
    {
        var decision = trace.Account.Evaluation.Pack.PlanOf(upstream.Outcome.Decision).Decision;
        var isFull = trace.Depth == TraceDepth.Full;
        var json = new JsonObject
        {
            ["decision"] = upstream.Outcome.Decision.Name,
            ["policy"] = NameOf(decision.Policy),
            ["governingDate"] = GoverningDate(upstream.Outcome, upstream.GoverningDateFrom),
            ["status"] = OutcomeJson.NameOf(upstream.Outcome.Status),
            ["outputs"] = OutcomeJson.Outputs(upstream.Outcome),
            ["because"] = Array(upstream.Because, rule => Rule(rule, decision, isFull)),
        };
        if (isFull)
        {
            json["rules"] = Array(upstream.Rules, rule => Rule(rule, decision, isFull));
        }

        return json;
    }

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
}
