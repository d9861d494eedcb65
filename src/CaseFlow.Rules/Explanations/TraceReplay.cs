using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>
/// Makes a stored trace again from the facts and the pack, and tells whether it is the same to the byte. So years later
/// anyone can check that a stored explanation is what these rules said of these facts.
/// </summary>
public static class TraceReplay
{
    /// <summary>Replays a trace; never throws on a bad one. All that stands against it is told at once.</summary>
    /// <param name="trace">The trace as <see cref="TraceJson"/> wrote it.</param>
    /// <param name="facts">The facts it was made from.</param>
    /// <param name="pack">The pack it was made by.</param>
    /// <param name="parameters">The parameters it was made with; null: those that the pack declares.</param>
    public static ReplayResult Replay(
        JsonObject trace, CaseFacts facts, CompiledPack pack, ParameterSet? parameters = null)
    {
        if (!IsObject(trace))
        {
            return new ReplayResult(null, [new ReplayRefusal(RulesCodes.TraceUnreadable, ["schema"])]);
        }

        var head = TraceHead.Read(trace);
        var refusals = head.Unread.Select(key => new ReplayRefusal(RulesCodes.TraceUnreadable, [key])).ToList();
        AddDifference(refusals, RulesCodes.TraceOfAnotherPack, head.PackHash, pack.Pack.Hash);
        if (head.PackHash == pack.Pack.Hash)
        {
            // Another pack has other parameters anyway: that would be told twice.
            AddDifference(
                refusals,
                RulesCodes.TraceOfOtherParameters,
                head.ParamsHash,
                (parameters ?? ParameterSet.Declared).HashFor(pack.Pack));
        }

        AddDifference(refusals, RulesCodes.TraceOfOtherFacts, head.FactsHash, FactsHash.Of(facts));
        var decision = head.Decision is { } name ? pack.DecisionNamed(name) : null;
        if (head.Decision is { } unknown && decision is null)
        {
            refusals.Add(new ReplayRefusal(RulesCodes.TraceOfUnknownDecision, [unknown]));
        }

        return refusals.Count > 0 || decision is null
            ? new ReplayResult(null, refusals)
            : Replay(trace, head, pack.Evaluate(facts, new EvaluationContext(head.Today) { Parameters = parameters }),
                decision);
    }

    private static ReplayResult Replay(
        JsonObject trace, TraceHead head, CaseEvaluation evaluation, DecisionSymbol decision)
    {
        try
        {
            var again = TraceJson.Write(evaluation.Explain(decision, head.Depth), head.Culture);
            return new ReplayResult(
                again,
                trace.ToJsonString() == again.ToJsonString()
                    ? []
                    : [new ReplayRefusal(RulesCodes.TraceDiffers, [FirstDifference(trace, again)])]);
        }
        catch (EvaluationFaultException fault)
        {
            return new ReplayResult(null, [new ReplayRefusal(fault.Code, fault.Arguments)]);
        }
    }

    private static void AddDifference(List<ReplayRefusal> refusals, string code, string? told, string given)
    {
        if (told is not null && told != given)
        {
            refusals.Add(new ReplayRefusal(code, [told, given]));
        }
    }

    // The key under which the two first differ: `dateSteps` where the holiday data changed in between.
    private static string FirstDifference(JsonObject trace, JsonObject again) =>
        again.Select(member => member.Key)
            .Union(trace.Select(member => member.Key))
            .FirstOrDefault(key => trace[key]?.ToJsonString() != again[key]?.ToJsonString(), "order");

    // The platform reads an object when it is first asked, and throws where a key stands in it twice.
    private static bool IsObject(JsonObject trace)
    {
        try
        {
            return trace.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private sealed record TraceHead(
        string? PackHash,
        string? ParamsHash,
        string? FactsHash,
        string? Decision,
        DateOnly Today,
        TraceDepth Depth,
        CultureInfo Culture,
        IReadOnlyList<string> Unread)
    {
        public static TraceHead Read(JsonObject trace)
        {
            var unread = new List<string>();
            var isSchema = Text(trace, "schema", unread) is null or TraceJson.Schema;
            if (!isSchema)
            {
                unread.Add("schema");
            }

            var (today, depth, language) =
                (Text(trace, "today", unread), Text(trace, "depth", unread), Text(trace, "language", unread));
            var isDay = DateOnly.TryParseExact(
                today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            unread.AddRange(new[]
            {
                (Key: "today", IsGood: today is null || isDay),
                (Key: "depth", IsGood: depth is null or "brief" or "full"),
                (Key: "language", IsGood: language is null or "vi" or "en"),
            }.Where(member => !member.IsGood).Select(member => member.Key));
            return new TraceHead(
                Text(trace, "packHash", unread),
                Text(trace, "paramsHash", unread),
                Text(trace, "factsHash", unread),
                Text(trace, "decision", unread),
                day,
                depth == "full" ? TraceDepth.Full : TraceDepth.Brief,
                CultureInfo.GetCultureInfo(language == "vi" ? "vi" : "en"),
                unread);
        }

        private static string? Text(JsonObject trace, string key, List<string> unread)
        {
            if (trace[key] is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            {
                return value.GetValue<string>();
            }

            unread.Add(key);
            return null;
        }
    }
}

/// <summary>What came of a replay.</summary>
/// <param name="Trace">The trace made again; null where it could not be made.</param>
/// <param name="Refusals">What stands against it, all of it; none where the trace is the same to the byte.</param>
public sealed record ReplayResult(JsonObject? Trace, IReadOnlyList<ReplayRefusal> Refusals)
{
    /// <summary>Whether the trace came out the same, to the byte.</summary>
    public bool IsSame => Refusals.Count == 0;
}

/// <summary>One thing that stands against a replay.</summary>
/// <param name="Code">`CF####`.</param>
/// <param name="Arguments">What the message quotes, in the catalogue's order; never personal data.</param>
public sealed record ReplayRefusal(string Code, IReadOnlyList<string> Arguments)
{
    /// <summary>The message, one sentence, in the culture's language (vi or en).</summary>
    public string Message(CultureInfo culture) => RulesMessages.Message(Code, culture, Arguments);

    /// <summary>What to do about it, or empty where the message says all.</summary>
    public string Help(CultureInfo culture) => RulesMessages.Help(Code, culture, Arguments, didYouMean: null);
}
