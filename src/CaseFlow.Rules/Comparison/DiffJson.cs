using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Comparison;

/// <summary>Differences as JSON, for `diff --json` and the HTTP API.</summary>
public static class DiffJson
{
    /// <summary>
    /// `{"id":…,"decisions":{name:{"change":"outcome","before":…,"after":…,"why":[…]}}}`; a case that cannot be read
    /// has `"unreadable":{"before":[…],"after":[…]}` instead.
    /// </summary>
    public static JsonObject Write(CaseDifference difference, CultureInfo culture)
    {
        var json = new JsonObject { ["id"] = difference.Id };
        if (!difference.IsReadable)
        {
            json["unreadable"] = new JsonObject
            {
                ["before"] = Problems(difference.ProblemsBefore, culture),
                ["after"] = Problems(difference.ProblemsAfter, culture),
            };
            return json;
        }

        json["decisions"] = Decisions(difference, culture);
        return json;
    }

    /// <summary>What differs between the packs, or made a difference: `[{"kind":"parameter","name":…,…}]`.</summary>
    public static JsonArray Write(IEnumerable<ChangeCause> causes) => new([.. causes.Select(Cause)]);

    /// <summary>`{"cases":…,"changed":…,"otherGrounds":…,"unreadable":…,"byDecision":{…}}`.</summary>
    public static JsonObject Write(DiffTotals totals)
    {
        var decisions = new JsonObject();
        foreach (var (name, count) in totals.ByDecision)
        {
            decisions.Add(name, count);
        }

        return new JsonObject
        {
            ["cases"] = totals.Cases,
            ["changed"] = totals.Changed,
            ["otherGrounds"] = totals.OtherGrounds,
            ["unreadable"] = totals.Unreadable,
            ["byDecision"] = decisions,
        };
    }

    /// <summary>The kind in JSON: `ruleChanged`, `parameter`.</summary>
    public static string NameOf(CauseKind kind) => Camel(kind.ToString());

    private static JsonObject Decisions(CaseDifference difference, CultureInfo culture)
    {
        var decisions = new JsonObject();
        foreach (var one in difference.Decisions)
        {
            decisions.Add(one.Decision, new JsonObject
            {
                ["change"] = Camel(one.Kind.ToString()),
                ["before"] = Answer(one.Before, culture),
                ["after"] = Answer(one.After, culture),
                ["why"] = Write(one.Causes),
            });
        }

        return decisions;
    }

    private static JsonNode? Answer(DecisionAnswer? answer, CultureInfo culture) => answer switch
    {
        null => null,
        { Outcome: { } outcome } => OutcomeJson.Write(outcome),
        { Fault: { } fault } => new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = fault.Code,
                ["message"] = RulesMessages.Message(fault.Code, culture, fault.Arguments),
                ["help"] = RulesMessages.Help(fault.Code, culture, fault.Arguments, didYouMean: null),
            },
        },
        _ => null,
    };

    private static JsonObject Cause(ChangeCause cause) => new()
    {
        ["kind"] = NameOf(cause.Kind),
        ["name"] = cause.Name,
        ["before"] = cause.Before,
        ["after"] = cause.After,
        ["placeBefore"] = cause.PlaceBefore?.ToString(),
        ["placeAfter"] = cause.PlaceAfter?.ToString(),
    };

    private static JsonArray Problems(IEnumerable<FactProblem> problems, CultureInfo culture) =>
        new([.. problems.Select(problem => (JsonNode)new JsonObject
        {
            ["code"] = problem.Code,
            ["place"] = problem.Path,
            ["message"] = problem.Message(culture),
            ["help"] = problem.Help(culture),
        })]);

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
