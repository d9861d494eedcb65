using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Scripting;
using Jint.Parser;

namespace CaseFlow.Bench.Workflows;

/// <summary>
/// A script of one step against the bare interpreter that runs it: parsed once, on an engine of its own or on one for
/// all.
/// </summary>
internal static class ScriptBenchmark
{
    private const string Script = "var days = 7; days * 3 + 1";
    private const double Expected = 22;

    /// <summary>Prints what each costs.</summary>
    public static void Run(TextWriter output)
    {
        var tree = new JavaScriptParser().Parse(Script);
        var shared = new Jint.Engine();
        var engine = new JintScriptEngine();
        var request = new ScriptRequest(Script, new DateTimeOffset(2026, 9, 14, 1, 0, 0, TimeSpan.Zero), "seed");
        ProcessorTime.Run(
            output,
            ("one bare engine for all", () => Same(shared.Execute(tree).GetCompletionValue().AsNumber())),
            ("a bare engine each", () => Same(new Jint.Engine().Execute(tree).GetCompletionValue().AsNumber())),
            ("parsed and guarded only", () => engine.Check(Script) is null ? 1 : throw new InvalidOperationException()),
            ("script engine", () => Same(Convert.ToDouble(
                engine.Run(request).Answer!.Value, System.Globalization.CultureInfo.InvariantCulture))));
    }

    private static int Same(double value) => value is Expected
        ? (int)value
        : throw new InvalidOperationException("the script gave something else");
}
