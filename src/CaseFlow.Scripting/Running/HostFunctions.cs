using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Values;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace CaseFlow.Scripting.Running;

/// <summary>What a script finds of its workflow: variables, inputs, outputs, names, and small services.</summary>
internal sealed partial class HostFunctions
{
    private readonly JsEngine _engine;
    private readonly Meter _meter;
    private readonly ScriptValues _values;
    private readonly ScriptRequest _request;
    private readonly VariableBag _variables;
    private readonly Chance _chance;
    private ScriptNames _names;
    private IReadOnlyList<string> _outcomes = [];

    public HostFunctions(JsEngine engine, Meter meter, ScriptRequest request, Chance chance)
    {
        (_engine, _meter, _request, _chance, _names) = (engine, meter, request, chance, request.Names);
        _values = new ScriptValues(engine, meter);
        _variables = new VariableBag(engine, _values, request);
        Workflow();
        Variables();
        Services();
    }

    /// <summary>What came of the run.</summary>
    public ScriptAnswer Answer(JsValue value) => new(_values.Out(value))
    {
        Assigned = _variables.Assigned(_request.DeclaredInputs),
        Names = _names,
        Outcomes = _outcomes,
    };

    private void Workflow()
    {
        Define("getWorkflowDefinitionId", _ => new JsValue(_request.DefinitionId));
        Define("getWorkflowDefinitionVersionId", _ => new JsValue(_request.VersionId));
        Define("getWorkflowDefinitionVersion", _ => new JsValue((double)_request.Version));
        Define("getWorkflowInstanceId", _ => new JsValue(_request.InstanceId));
        Define("getCorrelationId", _ => TextOrNull(_names.CorrelationId));
        Define("setCorrelationId", arguments => Done(_names = _names with { CorrelationId = TextAt(arguments, 0) }));
        Define("getWorkflowInstanceName", _ => TextOrNull(_names.Name));
        Define("setWorkflowInstanceName", arguments => Done(_names = _names with { Name = TextAt(arguments, 0) }));
        Define("getOutputFrom", arguments => _values.In(
            _request.OutputFrom(TextAt(arguments, 0) ?? "", TextAt(arguments, 1) ?? "Result")));
        Define("getLastResult", _ => _values.In(_request.LastResult));
        Define("setOutcome", arguments => Done(_outcomes = [TextAt(arguments, 0) ?? ""]));
        Define("setOutcomes", arguments => Done(_outcomes = Outcomes(At(arguments, 0))));
    }

    private void Variables()
    {
        Define("getVariable", arguments => _variables.Get(TextAt(arguments, 0) ?? ""));
        Define("setVariable", arguments => Set(TextAt(arguments, 0) ?? "", At(arguments, 1)));
        Define("getInput", arguments => _values.In(_request.Inputs.GetValueOrDefault(TextAt(arguments, 0) ?? "")));
        foreach (var name in _request.Variables.Select(variable => variable.Key).Reverse())
        {
            var called = ScriptNaming.Pascal(name);
            if (ScriptNaming.IsIdentifier(called))
            {
                Define("get" + called, _ => _variables.Get(name));
                Define("set" + called, arguments => Set(name, At(arguments, 0)));
            }
        }

        foreach (var name in _request.DeclaredInputs.Where(ScriptNaming.IsIdentifier))
        {
            Define("get" + name, _ => _values.In(_request.Inputs.GetValueOrDefault(name)));
        }

        Outputs();
    }

    // `getResultFromAskOffice()`: only those that the script names, for a definition may have many activities.
    private void Outputs()
    {
        foreach (Match named in OutputAccessor().Matches(_request.Script))
        {
            var activity = _request.ActivityNames
                .FirstOrDefault(name => ScriptNaming.Pascal(name) == named.Groups["activity"].Value);
            if (activity is not null)
            {
                var output = named.Groups["output"].Value;
                Define(named.Value, _ => _values.In(_request.OutputFrom(activity, output)));
            }
        }
    }

    [GeneratedRegex(@"\bget(?<output>\w+?)From(?<activity>\w+)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OutputAccessor();

    private void Services()
    {
        Define("isNullOrWhiteSpace", arguments => Flag(string.IsNullOrWhiteSpace(TextAt(arguments, 0))));
        Define("isNullOrEmpty", arguments => Flag(string.IsNullOrEmpty(TextAt(arguments, 0))));
        Define("toJson", arguments => Text(ValueJson.Text(_values.Out(At(arguments, 0)))));
        Define("parseGuid", arguments => TextOrNull(
            Guid.TryParse(TextAt(arguments, 0), out var guid) ? guid.ToString() : null));
        foreach (var name in (string[])["newGuid", "newGuidString", "getGuidString"])
        {
            Define(name, _ => new JsValue(_chance.Guid().ToString()));
        }

        foreach (var name in (string[])["newShortGuid", "getShortGuid"])
        {
            Define(name, _ => new JsValue(Short(_chance.Guid())));
        }

        Define("stringToBase64", arguments => Text(
            Convert.ToBase64String(Encoding.UTF8.GetBytes(TextAt(arguments, 0) ?? ""))));
        Define("stringFromBase64", arguments => Text(Decoded(TextAt(arguments, 0) ?? "")));
    }

    // As the format's owner writes them: base 64 without the signs that addresses do not take.
    private static string Short(Guid guid) => Convert.ToBase64String(guid.ToByteArray())
        .Replace('/', '_').Replace('+', '-')[..22];

    private string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new JavaScriptException(_engine.TypeError);
    }

    private IReadOnlyList<string> Outcomes(JsValue value) =>
        _values.Out(value) is IReadOnlyList<object?> several
            ? [.. several.Select(ValueText.Of)]
            : [TypeConverter.ToString(value)];

    private JsValue Set(string name, JsValue value)
    {
        _variables.Set(name, value);
        return JsValue.Undefined;
    }

    private JsValue Text(string text)
    {
        _meter.RequireText(text.Length);
        return new JsValue(text);
    }

    private static JsValue Done(object done) => done is null ? JsValue.Null : JsValue.Undefined;

    private static JsValue Flag(bool flag) => flag ? JsValue.True : JsValue.False;

    private static JsValue TextOrNull(string? text) => text is null ? JsValue.Null : new JsValue(text);

    private static JsValue At(JsValue[] arguments, int place) =>
        arguments.ElementAtOrDefault(place) ?? JsValue.Undefined;

    private static string? TextAt(JsValue[] arguments, int place) =>
        At(arguments, place) is var value && (value.IsNull() || value.IsUndefined())
            ? null
            : TypeConverter.ToString(value);

    private void Define(string name, Func<JsValue[], JsValue> call) => _engine.Global.FastAddProperty(
        name,
        new JsValue(new ClrFunctionInstance(_engine, (_, arguments) =>
        {
            _meter.Enter();
            return call(arguments);
        })),
        true, false, true);
}
