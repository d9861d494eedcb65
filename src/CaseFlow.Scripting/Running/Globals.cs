using CaseFlow.Scripting.Parsing;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace CaseFlow.Scripting.Running;

/// <summary>
/// What a script finds in the language: the functions of ECMAScript 5, each behind the gate, with the moment of the
/// burst for the present and derived chance. Code cannot be made from texts: there is no `eval`, and `Function`
/// refuses.
/// </summary>
internal sealed class Globals
{
    private const string Constructor = "constructor";
    private const string PrototypeName = "prototype";

    private readonly JsEngine _engine;
    private readonly Meter _meter;
    private readonly Chance _chance;
    private readonly DateTimeOffset _now;
    private readonly ListFunctions _lists;
    private readonly TextFunctions _texts;
    private readonly JsonFunctions _json;

    private Globals(JsEngine engine, Meter meter, Chance chance, DateTimeOffset now)
    {
        (_engine, _meter, _chance, _now) = (engine, meter, chance, now);
        _lists = new ListFunctions(engine, meter);
        _texts = new TextFunctions(engine, meter);
        _json = new JsonFunctions(engine, meter);
    }

    /// <summary>Puts the gates and the guards in.</summary>
    public static void Install(JsEngine engine, Meter meter, Chance chance, DateTimeOffset now)
    {
        var globals = new Globals(engine, meter, chance, now);
        engine.Global.Delete("eval", false);
        globals.Gate(engine.Global, "");
        globals.Guards();
    }

    private void Gate(ObjectInstance holder, string path)
    {
        foreach (var (name, property) in holder.GetOwnProperties().ToList())
        {
            if (name is Constructor or PrototypeName || property.IsAccessorDescriptor() || !property.Value.IsObject())
            {
                continue;
            }

            if (property.Value.AsObject() is FunctionInstance function)
            {
                var gated = new JsValue(Gated(function, path + name));
                holder.FastSetProperty(
                    name, new PropertyDescriptor(gated, property.Writable, property.Enumerable, property.Configurable));
            }
            else if (path.Length == 0)
            {
                // `Math` and `JSON`.
                Gate(property.Value.AsObject(), name + ".");
            }
        }
    }

    private GatedFunction Gated(FunctionInstance function, string path)
    {
        var gated = new GatedFunction(_engine, function, _meter, Instead(path, function)) { Make = Maker(path) };
        if (function is not IConstructor)
        {
            return gated;
        }

        Gate(function, path + ".");
        foreach (var (name, property) in function.GetOwnProperties().ToList())
        {
            gated.FastSetProperty(name, property);
        }

        var prototype = function.Get(PrototypeName).AsObject();
        Gate(prototype, path + ".prototype.");
        prototype.FastAddProperty(Constructor, new JsValue(gated), true, false, true);
        return gated;
    }

    private Func<JsValue, JsValue[], JsValue> Instead(string path, FunctionInstance function)
    {
        var at = path.LastIndexOf('.') + 1;
        return path[..at] switch
        {
            "Array.prototype." => _lists.Instead(path[at..], function.Call),
            "String.prototype." or "RegExp.prototype." => _texts.Instead(path[at..], function.Call),
            "JSON." => _json.Instead(path[at..], function.Call),
            _ => Single(path, function),
        };
    }

    private Func<JsValue, JsValue[], JsValue> Single(string path, FunctionInstance function) => path switch
    {
        "Function" => (_, _) => throw new JavaScriptException(_engine.TypeError),
        "Function.prototype.apply" => _lists.Applying(function.Call),
        "Function.prototype.bind" => (self, arguments) => _lists.Bind(self, arguments, function.Call),
        "Math.random" => (_, _) => new JsValue(_chance.Number()),
        "Date" => (_, _) => new JsValue(TypeConverter.ToString(new JsValue(_engine.Date.Construct(_now)))),
        "Date.now" => (_, _) => new JsValue((double)_now.ToUnixTimeMilliseconds()),
        "RegExp" => (_, arguments) => _texts.Pattern(arguments),
        _ => function.Call,
    };

    private Func<JsValue[], ObjectInstance>? Maker(string path) => path switch
    {
        "Function" => _ => throw new JavaScriptException(_engine.TypeError),
        "Date" => arguments => arguments.Length == 0
            ? _engine.Date.Construct(_now)
            : _engine.Date.Construct(arguments),
        "RegExp" => arguments => _texts.Pattern(arguments).AsObject(),
        _ => null,
    };

    private void Guards()
    {
        Hidden(TreeGuard.Step, _ => JsValue.Undefined);
        Hidden(TreeGuard.Value, arguments =>
        {
            RequireSmall(arguments[0]);
            return arguments[0];
        });
        Hidden(TreeGuard.Pattern, _texts.Pattern);
        Hidden(TemplateTranslation.TextOf, arguments =>
            new JsValue(TypeConverter.ToString(arguments.ElementAtOrDefault(0) ?? JsValue.Undefined)));
    }

    private void RequireSmall(JsValue value)
    {
        if (value.IsString())
        {
            _meter.RequireText(value.AsString().Length);
            return;
        }

        // The engine looks properties up along this chain by recursion.
        var depth = 0;
        for (var at = value.IsObject() ? value.AsObject() : null; at is not null; at = at.Prototype)
        {
            if (++depth > ScriptValues.Deepest)
            {
                throw _meter.Recursion();
            }
        }
    }

    private void Hidden(string name, Func<JsValue[], JsValue> call) => _engine.Global.FastAddProperty(
        name,
        new JsValue(new ClrFunctionInstance(_engine, (_, arguments) =>
        {
            _meter.Enter();
            return call(arguments);
        })),
        false, false, false);
}
