using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Building;

/// <summary>
/// An activity that is drawn in code: what <see cref="Draw"/> makes, and <see cref="WorkflowBuilder"/> puts into a
/// definition. It stands at one place of one definition.
/// </summary>
public sealed class DrawnActivity
{
    private readonly Dictionary<string, InputBinding> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OutputBinding> _outputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonElement> _settings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<DrawnActivity>> _ports = new(StringComparer.Ordinal);
    private readonly List<DrawnCase> _cases = [];
    private readonly List<WorkflowVariable> _variables = [];
    private string? _id;
    private string? _name;
    private bool _startsWorkflow;
    private WorkflowReference? _workflow;

    internal DrawnActivity(string type) => Type = type;

    /// <summary>The type's name, such as `Elsa.WriteLine`.</summary>
    public string Type { get; }

    internal FlowchartDrawing? Flow { get; init; }

    /// <summary>Gives it an id, unique in its container; else it is numbered.</summary>
    public DrawnActivity WithId(string id)
    {
        _id = id;
        return this;
    }

    /// <summary>Gives it a name, by which scripts find its outputs.</summary>
    public DrawnActivity Named(string name)
    {
        _name = name;
        return this;
    }

    /// <summary>Has its trigger start instances.</summary>
    public DrawnActivity StartsWorkflow()
    {
        _startsWorkflow = true;
        return this;
    }

    /// <summary>Declares variables of this container.</summary>
    public DrawnActivity Declare(params IEnumerable<WorkflowVariable> variables)
    {
        _variables.AddRange(variables);
        return this;
    }

    /// <summary>Gives an input, by the property's name; null: it stays unset.</summary>
    public DrawnActivity With<T>(string input, Input<T>? value) => Bind(input, TypeNames.Of<T>(), value?.Expression);

    /// <summary>Gives an input that takes anything, by the property's name; null: it stays unset.</summary>
    public DrawnActivity With(string input, AnyInput? value) => Bind(input, "Object", value?.Expression);

    /// <summary>Has an output put into a variable, by the property's name.</summary>
    public DrawnActivity Into(string output, WorkflowVariable variable)
    {
        _outputs[output] = new OutputBinding(variable.Definition.TypeName, variable.Definition.Id);
        return this;
    }

    /// <summary>Has the output `result` put into a variable.</summary>
    public DrawnActivity ResultInto(WorkflowVariable variable) => Into("result", variable);

    /// <summary>Embeds an activity under a port; null: nothing is there.</summary>
    public DrawnActivity Holding(string port, DrawnActivity? activity)
    {
        if (activity is not null)
        {
            _ports[port] = [activity];
        }

        return this;
    }

    /// <summary>Sets a property that is no input.</summary>
    internal DrawnActivity Setting(string name, JsonElement value)
    {
        _settings[name] = value;
        return this;
    }

    internal DrawnActivity HoldingAll(string port, IReadOnlyList<DrawnActivity> activities)
    {
        _ports[port] = activities;
        return this;
    }

    internal DrawnActivity Cases(IEnumerable<DrawnCase> cases)
    {
        _cases.AddRange(cases);
        return this;
    }

    internal DrawnActivity StandsFor(string definitionId)
    {
        _workflow = new WorkflowReference(definitionId, null);
        return this;
    }

    internal DrawnActivity Bind(string input, string type, ExpressionDefinition? expression)
    {
        if (expression is not null)
        {
            _inputs[input] = new InputBinding(type, expression);
        }

        return this;
    }

    internal ActivityDefinition Definition(Numbering numbering, string path) =>
        new(IdIn(numbering), Type, path)
        {
            TypeVersion = 1,
            Name = _name,
            CanStartWorkflow = _startsWorkflow,
            Workflow = _workflow,
            Inputs = _inputs,
            Outputs = _outputs,
            Variables = [.. _variables.Select(variable => variable.Definition)],
            Extra = _settings,
            Ports = PortsAt(numbering, path),
            Cases = [.. _cases.Select((found, place) => found.Definition(numbering, Numbered(path, "cases", place)))],
            Start = Flow?.First?.IdIn(numbering),
            Connections = Flow?.Connections(numbering) ?? [],
        };

    internal string IdIn(Numbering numbering) => _id ??= numbering.Next(Type);

    private Dictionary<string, IReadOnlyList<ActivityDefinition>> PortsAt(Numbering numbering, string path)
    {
        var ports = new Dictionary<string, IReadOnlyList<ActivityDefinition>>(StringComparer.Ordinal);
        var drawn = Flow is null ? _ports : new() { ["activities"] = Flow.Activities };
        foreach (var (name, children) in drawn)
        {
            ports[name] = name is "activities" or "branches"
                ? [.. children.Select((child, place) => child.Definition(numbering, Numbered(path, name, place)))]
                : [children[0].Definition(numbering, $"{path}.{name}")];
        }

        return ports;
    }

    private static string Numbered(string path, string name, int place) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}.{name}[{place}]");
}

/// <summary>A case of a switch that is drawn in code.</summary>
public sealed class DrawnCase
{
    private readonly string _label;
    private readonly Input<bool> _condition;
    private readonly DrawnActivity? _activity;

    internal DrawnCase(string label, Input<bool> condition, DrawnActivity? activity) =>
        (_label, _condition, _activity) = (label, condition, activity);

    internal SwitchCase Definition(Numbering numbering, string path) =>
        new(_label, _condition.Expression, _activity?.Definition(numbering, $"{path}.activity"));
}

/// <summary>Numbers activities without an id: `WriteLine1`, `WriteLine2` …</summary>
internal sealed class Numbering
{
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public string Next(string type)
    {
        var name = type[(type.LastIndexOf('.') + 1)..];
        var number = _last[name] = _last.GetValueOrDefault(name) + 1;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}{number}");
    }
}
