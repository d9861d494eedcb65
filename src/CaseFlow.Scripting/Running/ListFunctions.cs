using System.Globalization;
using System.Text;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace CaseFlow.Scripting.Running;

/// <summary>
/// The functions of lists. The engine's own ones go through a list in one step, however long it says it is: they are
/// called only for lists that are short enough. Joining and sorting are done here, where each item is a step.
/// </summary>
internal sealed class ListFunctions(JsEngine engine, Meter meter)
{
    /// <summary>How long a list says it is; 0: it says nothing.</summary>
    public static double LengthOf(ObjectInstance list)
    {
        var length = TypeConverter.ToNumber(list.Get("length"));
        return double.IsFinite(length) && length > 0 ? Math.Floor(length) : 0;
    }

    public static string Key(int index) => index.ToString(CultureInfo.InvariantCulture);

    /// <summary>The function that stands for the engine's own one of a name.</summary>
    public Func<JsValue, JsValue[], JsValue> Instead(string name, Func<JsValue, JsValue[], JsValue> inner) =>
        name switch
        {
            "join" => (list, arguments) => Join(list, Separator(arguments)),
            "toString" or "toLocaleString" => (list, _) => Join(list, ","),
            "sort" => (list, arguments) => Sort(list, arguments, inner),
            _ => (list, arguments) =>
            {
                RequireShort(list, arguments);
                return inner(list, arguments);
            },
        };

    /// <summary>What is called with a list of arguments.</summary>
    public Func<JsValue, JsValue[], JsValue> Applying(Func<JsValue, JsValue[], JsValue> inner) =>
        (function, arguments) =>
        {
            RequireShort(JsValue.Undefined, arguments);
            return inner(function, arguments);
        };

    /// <summary>
    /// `bind`: a function with its first arguments. Through the gate, a chain of them is met step by step.
    /// </summary>
    public JsValue Bind(JsValue function, JsValue[] arguments, Func<JsValue, JsValue[], JsValue> inner)
    {
        var bound = inner(function, arguments);
        return bound.TryCast<Jint.Native.Function.FunctionInstance>() is { } made
            ? new JsValue(new GatedFunction(engine, made, meter))
            : bound;
    }

    private void RequireShort(JsValue list, JsValue[] arguments)
    {
        var count = Counted(list);
        foreach (var argument in arguments)
        {
            count += Counted(argument);
        }

        meter.RequireItems(count);
    }

    private static double Counted(JsValue value) => value.IsObject() ? LengthOf(value.AsObject()) : 0;

    private static string Separator(JsValue[] arguments) =>
        arguments is [var given, ..] && !given.IsUndefined() ? TypeConverter.ToString(given) : ",";

    private JsValue Join(JsValue value, string separator)
    {
        var list = TypeConverter.ToObject(engine, value);
        var length = LengthOf(list);
        meter.RequireItems(length);
        meter.RequireText(separator.Length);
        var text = new StringBuilder();
        for (var index = 0; index < (int)length; index++)
        {
            meter.Enter();
            text.Append(index == 0 ? "" : separator);
            var item = list.Get(Key(index));
            text.Append(item.IsUndefined() || item.IsNull() ? "" : TypeConverter.ToString(item));
            meter.RequireText(text.Length);
        }

        return new JsValue(text.ToString());
    }

    private JsValue Sort(JsValue value, JsValue[] arguments, Func<JsValue, JsValue[], JsValue> inner)
    {
        RequireShort(value, []);
        if (arguments is [var given, ..] && given.IsObject())
        {
            return inner(value, arguments);
        }

        // Without an order of its own a list is sorted as texts.
        var order = new ClrFunctionInstance(engine, (_, pair) => new JsValue((double)Compare(pair)));
        return inner(value, [new JsValue(order)]);
    }

    private int Compare(JsValue[] pair)
    {
        meter.Enter();
        return string.CompareOrdinal(TypeConverter.ToString(pair[0]), TypeConverter.ToString(pair[1]));
    }
}
