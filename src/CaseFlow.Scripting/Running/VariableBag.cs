using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Values;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;

namespace CaseFlow.Scripting.Running;

/// <summary>
/// The variables of a run. A value is made for the script when it is first asked for. What is set at once is assigned;
/// what is only changed in `variables` is assigned where it differs in the end and is not nothing.
/// </summary>
internal sealed class VariableBag
{
    private readonly JsEngine _engine;
    private readonly ScriptValues _values;
    private readonly ObjectInstance _shown;
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private readonly List<Slot> _met = [];

    public VariableBag(JsEngine engine, ScriptValues values, ScriptRequest request)
    {
        (_engine, _values) = (engine, values);
        _shown = engine.Object.Construct([]);
        foreach (var (name, value) in request.Variables)
        {
            _slots[name] = new Slot(name) { First = value };
            Show(name);
        }

        engine.Global.FastAddProperty("variables", new JsValue(_shown), false, false, false);
    }

    public JsValue Get(string name) => _slots.TryGetValue(name, out var slot) ? Met(slot).Now! : JsValue.Null;

    public void Set(string name, JsValue value)
    {
        if (!_slots.TryGetValue(name, out var slot))
        {
            _slots[name] = slot = new Slot(name) { IsNew = true };
        }

        Met(slot).Now = value;
        slot.IsSet = true;
    }

    /// <summary>What the script assigned.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Assigned(IReadOnlyList<string> inputs)
    {
        var assigned = new List<KeyValuePair<string, object?>>();
        foreach (var slot in _met)
        {
            var value = _values.Out(slot.Now!);
            if (slot.IsSet || (value is not null && !inputs.Contains(slot.Name) && Differs(slot.First, value)))
            {
                assigned.Add(KeyValuePair.Create(slot.Name, value));
            }
        }

        return [.. assigned, .. Added(inputs)];
    }

    // `variables.New = 1` makes a variable.
    private IEnumerable<KeyValuePair<string, object?>> Added(IReadOnlyList<string> inputs) => _shown
        .GetOwnProperties().ToList()
        .Where(property => property.Value.IsDataDescriptor() && !inputs.Contains(property.Key))
        .Select(property => KeyValuePair.Create(property.Key, _values.Out(property.Value.Value)))
        .Where(added => added.Value is not null);

    private bool Differs(object? first, object value) =>
        ValueJson.Text(_values.Out(_values.In(first))) != ValueJson.Text(value);

    private Slot Met(Slot slot)
    {
        if (slot.Now is null)
        {
            slot.Now = slot.IsNew ? JsValue.Null : _values.In(slot.First);
            _met.Add(slot);
        }

        return slot;
    }

    private void Show(string name)
    {
        if (!ScriptNaming.IsIdentifier(name))
        {
            return;
        }

        var get = new ClrFunctionInstance(_engine, (_, _) => Get(name));
        var set = new ClrFunctionInstance(_engine, (_, arguments) =>
        {
            Met(_slots[name]).Now = arguments.ElementAtOrDefault(0) ?? JsValue.Undefined;
            return JsValue.Undefined;
        });
        _shown.FastSetProperty(name, new PropertyDescriptor(new JsValue(get), new JsValue(set), true, true));
    }

    private sealed class Slot(string name)
    {
        public string Name { get; } = name;

        public object? First { get; init; }

        public bool IsNew { get; init; }

        public JsValue? Now { get; set; }

        public bool IsSet { get; set; }
    }
}
