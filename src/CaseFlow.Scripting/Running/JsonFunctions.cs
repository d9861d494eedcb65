using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace CaseFlow.Scripting.Running;

/// <summary>
/// `JSON`: the engine reads and writes, and is given only what is no deeper and no longer than it may be.
/// </summary>
internal sealed class JsonFunctions(JsEngine engine, Meter meter)
{
    public Func<JsValue, JsValue[], JsValue> Instead(string name, Func<JsValue, JsValue[], JsValue> inner) =>
        name switch
        {
            "parse" => (self, arguments) =>
            {
                RequireShallow(arguments is [var text, ..] ? TypeConverter.ToString(text) : "");
                return inner(self, arguments);
            },
            "stringify" => (self, arguments) => inner(self, Watched(arguments)),
            _ => inner,
        };

    private void RequireShallow(string text)
    {
        meter.RequireText(text.Length);
        var depth = 0;
        var isText = false;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            at += isText && sign == '\\' ? 1 : 0;
            isText ^= sign == '"';
            depth += isText ? 0 : sign is '[' or '{' ? 1 : sign is ']' or '}' ? -1 : 0;
            if (depth > ScriptValues.Deepest)
            {
                throw ScriptValues.TooDeep();
            }
        }
    }

    // Every value that is written is met by the replacer first: it counts it as a step.
    private JsValue[] Watched(JsValue[] arguments)
    {
        var given = arguments.ElementAtOrDefault(1) ?? JsValue.Undefined;
        var written = 0;
        var watch = new ClrFunctionInstance(engine, (holder, pair) =>
        {
            meter.Enter();
            var value = Kept(given, holder, pair);
            written += value.IsString() ? value.AsString().Length : 8;
            meter.RequireText(written);
            return value;
        });
        return
        [
            arguments.ElementAtOrDefault(0) ?? JsValue.Undefined,
            new JsValue(watch),
            arguments.ElementAtOrDefault(2) ?? JsValue.Undefined,
        ];
    }

    private static JsValue Kept(JsValue given, JsValue holder, JsValue[] pair)
    {
        if (given.TryCast<ICallable>() is { } replacer)
        {
            return replacer.Call(holder, pair);
        }

        // A list of names: other properties are left out.
        return given.IsArray() && holder.IsObject() && !holder.IsArray() && !IsNamed(given.AsObject(), pair[0])
            ? JsValue.Undefined
            : pair[1];
    }

    private static bool IsNamed(ObjectInstance names, JsValue name)
    {
        var sought = TypeConverter.ToString(name);
        return sought.Length == 0
            || Enumerable.Range(0, (int)ListFunctions.LengthOf(names))
                .Any(index => TypeConverter.ToString(names.Get(ListFunctions.Key(index))) == sought);
    }
}
