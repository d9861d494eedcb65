using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;
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
    CompiledPack pack, IReadOnlyList<DecisionSymbol> decisions, DateOnly today, bool explains, CultureInfo culture)
{
    /// <summary>The answer to a line, and whether it is no error.</summary>
    public (JsonObject Answer, bool IsGood) Answer(InputLine line)
    {
        var read = CaseLine.Read(line, culture);
        var reasons = read.Errors.Select(Reason).ToList();
        var facts = Read(read.Facts, reasons);
        if (reasons.Count > 0)
        {
            return (Failed(read.Id, line.Number, reasons), false);
        }

        var (id, day) = (read.Id, read.Today ?? today);
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

    private CaseFacts Read(JsonObject? facts, List<LineReason> reasons)
    {
        if (facts is null)
        {
            return CaseFacts.None;
        }

        var read = FactReader.Read(facts, pack.Pack);
        reasons.AddRange(read.Problems.Select(problem =>
            new LineReason(problem.Code, problem.Path, problem.Message(culture), problem.Help(culture))));
        return read.Facts;
    }

    private JsonObject Decide(CaseFacts facts, DateOnly day)
    {
        var evaluation = pack.Evaluate(facts, new EvaluationContext(day));
        var answers = new JsonObject();
        foreach (var decision in decisions)
        {
            var outcome = evaluation.Decide(decision);
            var answer = OutcomeJson.Write(outcome);
            if (explains)
            {
                answer["trace"] = TraceJson.Write(evaluation.Explain(decision), culture);
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
