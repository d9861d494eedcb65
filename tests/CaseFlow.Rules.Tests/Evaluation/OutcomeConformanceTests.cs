using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>
/// The packs of `conformance/outcomes`: one folder a pack, its cases in `cases.jsonl`. A case says what comes out as
/// JSON: of the decisions that it names, every key that it names, exactly; or the code of the error. What it expects
/// was written down from the design of the language, before it was run.
/// </summary>
public sealed class OutcomeConformanceTests
{
    private const string Folder = "tests/CaseFlow.Rules.Tests/conformance/outcomes/";

    public static TheoryData<string> Packs() =>
    [
        .. Directory.GetDirectories(Repository.PathOf(Folder)).Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Cases_OfAPack_ComeOutAsWrittenDown(string pack) => Compare(pack, isCompiled: false);

    [Theory]
    [MemberData(nameof(Packs))]
    public void Cases_OfACompiledPack_ComeOutAsWrittenDown(string pack) => Compare(pack, isCompiled: true);

    private static void Compare(string pack, bool isCompiled)
    {
        var compiled = Load(pack, isCompiled);

        var different = CasesOf(pack).SelectMany((given, place) => Differences(compiled, given)
            .Select(found => string.Create(CultureInfo.InvariantCulture, $"case {place + 1}: {found}")));

        different.Should().BeEmpty();
    }

    private static IEnumerable<string> Differences(CompiledPack pack, JsonObject given)
    {
        var expected = given["expect"]!.AsObject();
        var came = Outcome(pack, given, [.. expected.Select(wanted => wanted.Key)]);
        return DifferencesAt("", expected, came);
    }

    private static IEnumerable<string> DifferencesAt(string path, JsonNode? expected, JsonNode? came) =>
        expected is JsonObject wanted && came is JsonObject found
            ? wanted.SelectMany(part => DifferencesAt(path + "/" + part.Key, part.Value, found[part.Key]))
            : Same(path, expected, came)
                ? []
                : [$"{path} is {came?.ToJsonString() ?? "null"}, not {expected?.ToJsonString() ?? "null"}"];

    // What an undecided decision may come to has no order.
    private static bool Same(string path, JsonNode? expected, JsonNode? came) =>
        path.EndsWith("/rows", StringComparison.Ordinal) && came is JsonArray
            ? Sorted(expected).SequenceEqual(Sorted(came), StringComparer.Ordinal)
            : JsonNode.DeepEquals(expected, came);

    private static IEnumerable<string> Sorted(JsonNode? rows) =>
        rows!.AsArray().Select(row => row!.ToJsonString()).Order(StringComparer.Ordinal);

    private static JsonObject Outcome(CompiledPack pack, JsonObject given, IReadOnlyList<string> decisions)
    {
        var read = FactReader.Read(given["facts"]!.AsObject(), pack.Pack);
        if (read.Problems.Count > 0)
        {
            return new JsonObject { ["error"] = read.Problems[0].Code };
        }

        try
        {
            var evaluation = pack.Evaluate(read.Facts, new EvaluationContext(TodayOf(given)));
            var outcomes = pack.Pack.Decisions.Select(decision => decision.Symbol)
                .Where(decision => decisions.Contains(decision.Name) || decisions.Contains("error"))
                .Select(decision => KeyValuePair.Create(
                    decision.Name, (JsonNode?)OutcomeJson.Write(evaluation.Decide(decision))));
            return new JsonObject(outcomes);
        }
        catch (EvaluationFaultException fault)
        {
            return new JsonObject { ["error"] = fault.Code };
        }
    }

    private static DateOnly TodayOf(JsonObject given) =>
        DateOnly.ParseExact((string?)given["today"] ?? "2024-01-01", "O", CultureInfo.InvariantCulture);

    private static IEnumerable<JsonObject> CasesOf(string pack) =>
        File.ReadLines(Path.Combine(Repository.PathOf(Folder + pack), "cases.jsonl"))
            .Select(line => JsonNode.Parse(line)!.AsObject());

    private static CompiledPack Load(string pack, bool isCompiled)
    {
        var files = Directory.GetFiles(Repository.PathOf(Folder + pack))
            .Where(file => !file.EndsWith(".jsonl", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
        files["pack.json"] = Encoding.UTF8.GetBytes("""{"name":"outcomes","version":"1","language":"1"}""");
        var loaded = RulePack.Load(new InMemoryRuleSource(files));
        loaded.Diagnostics.Where(finding => finding.Severity == Rules.Diagnostics.Severity.Error).Should().BeEmpty();
        var compiled = new CompiledPack(loaded.Pack!) { StaysInterpreted = !isCompiled };
        if (isCompiled)
        {
            compiled.Prepare();
        }

        return compiled;
    }
}
