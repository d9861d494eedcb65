using System.Globalization;
using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Values;
using Jint.Native;
using Jint.Native.Object;

namespace CaseFlow.Scripting.Running;

/// <summary>Values of workflows in scripts, and what scripts make of them: always copies.</summary>
internal sealed class ScriptValues(JsEngine engine, Meter meter)
{
    /// <summary>How deeply lists and values by name may stand in each other.</summary>
    public const int Deepest = 64;

    // Beyond it numbers of scripts skip whole numbers.
    private const double LargestWhole = 9_007_199_254_740_992;

    public JsValue In(object? value, int depth = 0)
    {
        meter.Step();
        RequireDepth(depth);
        return value switch
        {
            null => JsValue.Null,
            bool flag => flag ? JsValue.True : JsValue.False,
            string text => new JsValue(text),
            long whole => new JsValue((double)whole),
            double number => new JsValue(number),
            decimal number => new JsValue((double)number),
            DateTime moment => engine.Date.Construct(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
            DateTimeOffset moment => engine.Date.Construct(moment),
            IReadOnlyDictionary<string, object?> map => Map(map, depth),
            IReadOnlyList<object?> list => List(list, depth),
            _ => new JsValue(ValueText.Of(value)),
        };
    }

    public object? Out(JsValue value, int depth = 0)
    {
        meter.Step();
        RequireDepth(depth);
        if (value.IsBoolean())
        {
            return value.AsBoolean();
        }

        if (value.IsNumber())
        {
            return Number(value.AsNumber());
        }

        if (value.IsString())
        {
            meter.RequireText(value.AsString().Length);
            return value.AsString();
        }

        return value.IsObject() ? Out(value.AsObject(), depth) : null;
    }

    private object? Out(ObjectInstance value, int depth) => value.Class switch
    {
        "Array" => ListOut(value, depth),
        "Date" => Moment(value),
        "Function" or "RegExp" => null,
        "Boolean" or "Number" or "String" => Out(Jint.Runtime.TypeConverter.ToPrimitive(value, default), depth),
        _ => MapOut(value, depth),
    };

    // A number without a fraction is whole, as it is in JSON.
    private static object Number(double number)
    {
        var isWhole = double.IsInteger(number) && Math.Abs(number) <= LargestWhole;
        return isWhole && !(number == 0 && double.IsNegative(number)) ? (long)number : (object)number;
    }

    private static object? Moment(ObjectInstance value) =>
        value is Jint.Native.Date.DateInstance { PrimitiveValue: var at } date && double.IsFinite(at)
            ? DateTime.SpecifyKind(date.ToDateTime(), DateTimeKind.Utc)
            : null;

    private JsValue Map(IReadOnlyDictionary<string, object?> map, int depth)
    {
        var made = engine.Object.Construct([]);
        foreach (var (name, item) in map)
        {
            made.FastAddProperty(name, In(item, depth + 1), true, true, true);
        }

        return made;
    }

    private JsValue List(IReadOnlyList<object?> list, int depth)
    {
        meter.RequireItems(list.Count);
        var made = engine.Array.Construct([]);
        for (var index = 0; index < list.Count; index++)
        {
            made.Put(ListFunctions.Key(index), In(list[index], depth + 1), false);
        }

        return made;
    }

    private List<object?> ListOut(ObjectInstance list, int depth)
    {
        var length = ListFunctions.LengthOf(list);
        meter.RequireItems(length);
        var items = new List<object?>((int)length);
        for (var index = 0; index < (int)length; index++)
        {
            items.Add(Out(list.Get(ListFunctions.Key(index)), depth + 1));
        }

        return items;
    }

    private Dictionary<string, object?> MapOut(ObjectInstance map, int depth)
    {
        var items = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in map.GetOwnProperties()
            .Where(property => property.Value.Enumerable == true).Select(property => property.Key).ToList())
        {
            meter.RequireText(name.Length);
            items[name] = Out(map.Get(name), depth + 1);
        }

        return items;
    }

    public static ScriptStop TooDeep() =>
        new(ScriptFaultKind.Memory, string.Create(CultureInfo.InvariantCulture, $"depth {Deepest}"));

    private static void RequireDepth(int depth)
    {
        if (depth > Deepest)
        {
            throw TooDeep();
        }
    }
}
