using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Explanations;

/// <summary>
/// The traces of `conformance/explain`: a file says pack, decision, day, depth, language and facts, and the trace that
/// they come to. A case is data, so that a second implementation can run it.
/// </summary>
internal sealed class GoldenTraces
{
    private const string Folder = "tests/CaseFlow.Rules.Tests/conformance/explain";

    private static readonly Dictionary<string, CompiledPack> Packs = new(StringComparer.Ordinal);

    private GoldenTraces(string name, JsonObject file) =>
        (Name, File, Input) = (name, file, file.DeepClone().AsObject());

    /// <summary>Every file by its name.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Repository.PathOf(Folder), "*.json").Select(path => Path.GetFileName(path)).Order(
            StringComparer.Ordinal)];

    public string Name { get; }

    public JsonObject File { get; }

    public JsonObject Expected => File["trace"]!.AsObject();

    public CompiledPack Pack => PackNamed(Text("pack"));

    public TraceDepth Depth => Text("depth") == "full" ? TraceDepth.Full : TraceDepth.Brief;

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Text("language"));

    private JsonObject Input { get; }

    public static GoldenTraces Read(string name) =>
        new(name, JsonNode.Parse(System.IO.File.ReadAllText(PathOf(name)))!.AsObject());

    public CaseFacts Facts()
    {
        using var json = JsonDocument.Parse(Input["facts"]!.ToJsonString());
        var read = FactReader.Read(json.RootElement, Pack.Pack);
        read.Problems.Should().BeEmpty(Name);
        return read.Facts;
    }

    /// <summary>The trace as it comes out.</summary>
    public JsonObject Trace()
    {
        var context = new EvaluationContext(DateOnly.ParseExact(Text("today"), "yyyy-MM-dd", null));
        var decision = Pack.DecisionNamed(Text("decision"))!;
        return TraceJson.Write(Pack.Evaluate(Facts(), context).Explain(decision, Depth), Culture);
    }

    /// <summary>Writes the file anew with the trace as it comes out; to be read before it is kept.</summary>
    public void Write(JsonObject trace)
    {
        Input["trace"] = trace.DeepClone();
        System.IO.File.WriteAllText(PathOf(Name), JsonLayout.Of(Input) + "\n");
    }

    private static string PathOf(string name) => Repository.PathOf(Folder + "/" + name);

    private static CompiledPack PackNamed(string name)
    {
        lock (Packs)
        {
            if (!Packs.TryGetValue(name, out var pack))
            {
                Packs.Add(name, pack = Load(Folder + "/packs/" + name));
            }

            return pack;
        }
    }

    private static CompiledPack Load(string folder)
    {
        var loaded = FolderPack.Load(folder);
        loaded.Diagnostics.Where(finding => finding.Severity == Rules.Diagnostics.Severity.Error)
            .Select(finding => finding.Span + " " + finding.Code + " " + finding.Message(TextPack.English))
            .Should().BeEmpty();
        return new CompiledPack(loaded.Pack!);
    }

    private string Text(string key) => Input[key]!.GetValue<string>();
}
