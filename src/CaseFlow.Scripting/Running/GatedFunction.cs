using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;

namespace CaseFlow.Scripting.Running;

/// <summary>
/// A function of the language behind a gate: the engine's own one is called only after what it is given was looked at.
/// </summary>
internal sealed class GatedFunction : FunctionInstance, IConstructor
{
    private readonly FunctionInstance _inner;
    private readonly Meter _meter;
    private readonly Func<JsValue, JsValue[], JsValue> _call;

    public GatedFunction(
        JsEngine engine, FunctionInstance inner, Meter meter, Func<JsValue, JsValue[], JsValue>? instead = null)
        : base(engine, null, null, false)
    {
        (_inner, _meter, _call) = (inner, meter, instead ?? inner.Call);
        Prototype = engine.Function.PrototypeObject;
        Extensible = true;
    }

    /// <summary>How it makes a new object; null: as the engine does.</summary>
    public Func<JsValue[], ObjectInstance>? Make { get; init; }

    /// <inheritdoc/>
    public override JsValue Call(JsValue thisObject, JsValue[] arguments)
    {
        Look(thisObject, arguments);
        return _call(thisObject, arguments);
    }

    /// <inheritdoc/>
    public ObjectInstance Construct(JsValue[] arguments)
    {
        Look(JsValue.Undefined, arguments);
        return Make is { } make ? make(arguments)
            : _inner is IConstructor constructor ? constructor.Construct(arguments)
            : throw new Jint.Runtime.JavaScriptException(Engine.TypeError);
    }

    private void Look(JsValue thisObject, JsValue[] arguments)
    {
        _meter.Enter();
        _meter.RequireItems(arguments.Length);
        Look(thisObject);
        foreach (var argument in arguments)
        {
            Look(argument);
        }
    }

    private void Look(JsValue value)
    {
        if (value.IsString())
        {
            _meter.RequireText(value.AsString().Length);
        }
    }
}
