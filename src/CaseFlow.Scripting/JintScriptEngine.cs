using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Scripting.Parsing;
using CaseFlow.Scripting.Running;
using Jint.Native;
using Jint.Runtime;

namespace CaseFlow.Scripting;

/// <summary>
/// Scripts on Jint: ECMAScript 5, and of newer editions template literals, `let` and `const` where they mean what the
/// older words mean. Every run has an engine of its own: nothing that a script does is there for the next.
/// </summary>
public sealed class JintScriptEngine : IScriptEngine
{
    private readonly TimeProvider _time;

    /// <summary>An engine of scripts.</summary>
    /// <param name="time">What the time that runs take is measured with; scripts do not see it.</param>
    public JintScriptEngine(TimeProvider? time = null) => _time = time ?? TimeProvider.System;

    /// <inheritdoc/>
    public ScriptFault? Check(string script) => ScriptPreparation.Prepare(script).Fault;

    /// <inheritdoc/>
    public ScriptRun Run(ScriptRequest request)
    {
        var prepared = ScriptPreparation.Prepare(request.Script);
        if (prepared.Tree is not { } tree)
        {
            return new ScriptRun(null, prepared.Fault);
        }

        var engine = new JsEngine(options => options
            .LimitRecursion(request.Limits.Recursion)
            .Culture(CultureInfo.InvariantCulture)
            .LocalTimeZone(TimeZoneInfo.Utc));
        var meter = new Meter(request.Limits, _time);
        var run = Guarded(engine, meter, () =>
        {
            var chance = new Chance(request.Seed);
            Globals.Install(engine, meter, chance, request.Now);
            var functions = new HostFunctions(engine, meter, request, chance);
            return functions.Answer(engine.Execute(tree).GetCompletionValue());
        });
        return run.Fault is { } fault ? run with { Fault = PreparedScript.Placed(fault, prepared.Shift) } : run;
    }

    private static ScriptRun Guarded(JsEngine engine, Meter meter, Func<ScriptAnswer> run)
    {
        try
        {
            return new ScriptRun(run(), null);
        }
        catch (ScriptStop stop)
        {
            return stop.IsPlaced
                ? Fault(engine, stop.Kind, stop.Message)
                : new ScriptRun(null, new ScriptFault(stop.Kind, stop.Message));
        }
        catch (RecursionDepthOverflowException)
        {
            return Fault(engine, ScriptFaultKind.Recursion, meter.Recursion().Message);
        }
        catch (RegexMatchTimeoutException)
        {
            return Fault(engine, ScriptFaultKind.Time, meter.OutOfTime().Message);
        }
        catch (JavaScriptException exception)
        {
            return Fault(engine, ScriptFaultKind.Thrown, NameOf(exception.Error));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The engine has defects that throw exceptions of its own runtime: they are the script's fault to others.
            return Fault(engine, ScriptFaultKind.Thrown, exception.GetType().Name);
        }
    }

    private static ScriptRun Fault(JsEngine engine, ScriptFaultKind kind, string detail)
    {
        return engine.GetLastSyntaxNode()?.Location is { Start: var place }
            ? new ScriptRun(null, new ScriptFault(kind, detail, place.Line, place.Column + 1))
            : new ScriptRun(null, new ScriptFault(kind, detail));
    }

    // Only the names of the language's own errors: what a script says of its data is not told.
    private static string NameOf(JsValue error)
    {
        var name = error.IsObject() && error.AsObject() is Jint.Native.Error.ErrorInstance made
            && made.GetProperty("name") is { } property && property.IsDataDescriptor() && property.Value.IsString()
                ? property.Value.AsString()
                : "";
        return name is "TypeError" or "RangeError" or "ReferenceError" or "SyntaxError" or "URIError" or "EvalError"
            ? name
            : "Error";
    }
}
