using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Input;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Host.Evaluation;

/// <summary>
/// Decides the case of one line: `{"id", "today", "facts"}` in, `{"id", "decisions"}` or `{"id", "error"}` out.
/// </summary>
internal sealed class LineEvaluation(
    CompiledPack pack,
    IReadOnlyList<DecisionSymbol> decisions,
    DateOnly today,
    TraceDepth? explains,
    CultureInfo culture)
{
    private static readonly string[] Members = ["id", "today", "facts"];

    /// <summary>The answer to a line, and whether it is no error.</summary>
    public (JsonObject Answer, bool IsGood) Answer(InputLine line)
    {
        var reading = line.IsTooLong ? TooLong() : StrictJson.Read(line.Utf8.Span, line.Number);
        if (reading.Value is not { } value)
        {
            return (Failed(id: null, line.Number, [Reason(reading.Error!)]), false);
        }

        // The id goes out as it came in, be it text or number; anything else is no id.
        var id = value["id"] as JsonValue;
        var reasons = new List<LineReason>();
        var (facts, day) = Read(value, reasons);
        if (reasons.Count > 0)
        {
            return (Failed(id, line.Number, reasons), false);
        }

        try
        {
            return (new JsonObject { ["id"] = id?.DeepClone(), ["decisions"] = Decide(facts, day) }, true);
        }
        catch (EvaluationFaultException fault)
        {
            var message = RulesMessages.Message(fault.Code, culture, fault.Arguments);
            var help = RulesMessages.Help(fault.Code, culture, fault.Arguments, didYouMean: null);
            return (Failed(id, line.Number, [new LineReason(fault.Code, "", message, help)]), false);
        }
    }

    private static JsonReading TooLong() => new(
        Value: null,
        new HostError(HostCodes.LineTooLong, JsonLines.BytesMax.ToString(CultureInfo.InvariantCulture)));

    private (CaseFacts Facts, DateOnly Day) Read(JsonObject value, List<LineReason> reasons)
    {
        var errors = new List<HostError>();
        var members = new JsonMembers(value, "", Members, culture, errors);
        var day = members.Day("today");
        var facts = members.Object("facts");
        reasons.AddRange(errors.Select(Reason));
        if (facts is null)
        {
            if (!value.ContainsKey("facts"))
            {
                reasons.Add(Reason(new HostError(HostCodes.MissingMember, "facts")));
            }

            return (CaseFacts.None, today);
        }

        var read = FactReader.Read(facts, pack.Pack);
        reasons.AddRange(read.Problems.Select(problem =>
            new LineReason(problem.Code, problem.Path, problem.Message(culture), problem.Help(culture))));
        return (read.Facts, day ?? today);
    }

    private JsonObject Decide(CaseFacts facts, DateOnly day)
    {
        var evaluation = pack.Evaluate(facts, new EvaluationContext(day));
        var answers = new JsonObject();
        foreach (var decision in decisions)
        {
            var outcome = evaluation.Decide(decision);
            var answer = OutcomeJson.Write(outcome);
            if (explains is { } depth)
            {
                answer["trace"] = TraceJson.Write(evaluation.Explain(decision, depth), culture);
            }

            answers.Add(decision.Name, answer);
        }

        return answers;
    }

    private LineReason Reason(HostError error) => new(
        error.Code,
        error.Arguments.Count > 0 ? error.Arguments[0] : "",
        HostMessages.Message(error, culture),
        HostMessages.Help(error, culture));

    private static JsonObject Failed(JsonValue? id, int line, IReadOnlyList<LineReason> reasons)
    {
        var error = Json(reasons[0]);
        error["line"] = line;
        if (reasons.Count > 1)
        {
            error["errors"] = new JsonArray([.. reasons.Select(reason => (JsonNode)Json(reason))]);
        }

        return new JsonObject { ["id"] = id?.DeepClone(), ["error"] = error };
    }

    private static JsonObject Json(LineReason reason) => new()
    {
        ["code"] = reason.Code, ["message"] = reason.Message, ["place"] = reason.Place, ["help"] = reason.Help,
    };

    private sealed record LineReason(string Code, string Place, string Message, string Help);
}
