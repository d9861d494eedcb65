using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Tests.Workflows.Scripting;

/// <summary>
/// Scripts as data: `SCRIPT   ⇒ RESULT` a line, `\N` for a line end in a script. The result is the value as JSON, then
/// what was assigned and the outcomes; or the fault: `! KIND detail @line:column`.
/// </summary>
internal static class ScriptCase
{
    private const string Arrow = "   ⇒ ";

    public static TheoryData<string> Lines(string file) =>
        [.. File.ReadLines(PathOf(file)).Where(line => line.Contains(Arrow, StringComparison.Ordinal))];

    /// <summary>Runs the line's script; the line as it should be.</summary>
    public static string Played(string line, IScriptEngine engine, ScriptLimits limits)
    {
        var script = line.Split(Arrow)[0];
        var run = engine.Run(Request(script.Replace("\\N", "\n", StringComparison.Ordinal), limits));
        return script + Arrow + (run.Fault is { } fault ? Told(fault) : Told(run.Answer!));
    }

    /// <summary>Writes what a line gives, where that is asked for.</summary>
    public static void WriteExpected(string file, string line, string played)
    {
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            File.WriteAllLines(
                PathOf(file), File.ReadAllLines(PathOf(file)).Select(old => old == line ? played : old));
        }
    }

    public static ScriptRequest Request(string script, ScriptLimits limits) =>
        new(script, new DateTimeOffset(2026, 9, 14, 1, 0, 0, TimeSpan.Zero), "seed")
        {
            Variables =
            [
                KeyValuePair.Create<string, object?>("days", 5L),
                KeyValuePair.Create<string, object?>("my var", "x"),
                KeyValuePair.Create<string, object?>("List", new List<object?> { 1L, 2L }),
                KeyValuePair.Create<string, object?>("Nothing", null),
                KeyValuePair.Create<string, object?>("Share", 2.5m),
                KeyValuePair.Create<string, object?>("At", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            ],
            Inputs = new Dictionary<string, object?> { ["Place"] = "Huế" },
            DeclaredInputs = ["Place"],
            OutputFrom = (activity, output) => $"{activity}.{output}",
            LastResult = 7L,
            Names = new ScriptNames("case-1", "Petition"),
            InstanceId = "i",
            DefinitionId = "d",
            VersionId = "v",
            Version = 3,
            Limits = limits,
        };

    private static string PathOf(string file) =>
        Repository.PathOf($"tests/CaseFlow.Engine.Tests/Workflows/scripts/{file}");

    private static string Told(ScriptFault fault) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"! {fault.Kind} {fault.Detail} @{fault.Line}:{fault.Column}");

    private static string Told(ScriptAnswer answer) => string.Join(
        "; ",
        [
            ValueJson.Text(answer.Value) + (answer.Value is { } value and not string ? $" {value.GetType().Name}" : ""),
            .. answer.Assigned.Select(assigned => $"{assigned.Key} = {ValueJson.Text(assigned.Value)}"),
            .. answer.Names == new ScriptNames("case-1", "Petition") ? Array.Empty<string>() : [$"{answer.Names}"],
            .. answer.Outcomes.Select(outcome => $"-> {outcome}"),
        ]);
}
