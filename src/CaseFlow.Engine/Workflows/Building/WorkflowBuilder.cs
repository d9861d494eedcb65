using System.Globalization;
using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Building;

/// <summary>
/// Makes a definition in code: the very model that is read from JSON, so that it can be published, written, drawn and
/// run like any other.
/// </summary>
/// <param name="definitionId">The stable id, the same for all versions.</param>
public sealed class WorkflowBuilder(string definitionId)
{
    private readonly List<WorkflowVariable> _variables = [];
    private readonly List<ArgumentDefinition> _inputs = [];
    private readonly List<ArgumentDefinition> _outputs = [];
    private string[] _outcomes = [];
    private WorkflowOptions _options = new();
    private string? _name;
    private string? _description;
    private int _version = 1;

    /// <summary>Gives it a name, and where wanted says what it is for.</summary>
    public WorkflowBuilder Called(string name, string? description = null)
    {
        (_name, _description) = (name, description);
        return this;
    }

    /// <summary>Gives it a version, from 1.</summary>
    public WorkflowBuilder Version(int version)
    {
        _version = version;
        return this;
    }

    /// <summary>Declares variables of the whole workflow.</summary>
    public WorkflowBuilder Declare(params IEnumerable<WorkflowVariable> variables)
    {
        _variables.AddRange(variables);
        return this;
    }

    /// <summary>Declares what a starter may give, or must.</summary>
    public WorkflowBuilder Takes<T>(string input, bool isRequired = false)
    {
        _inputs.Add(new ArgumentDefinition(input, TypeNames.Of<T>()) { IsRequired = isRequired });
        return this;
    }

    /// <summary>Declares what it takes where a starter gives nothing.</summary>
    public WorkflowBuilder Takes<T>(string input, T otherwise)
    {
        _inputs.Add(new ArgumentDefinition(input, TypeNames.Of<T>()) { DefaultValue = DrawnValue.Json(otherwise) });
        return this;
    }

    /// <summary>Declares what it answers.</summary>
    public WorkflowBuilder Gives<T>(string output)
    {
        _outputs.Add(new ArgumentDefinition(output, TypeNames.Of<T>()));
        return this;
    }

    /// <summary>Lets other workflows use it as an activity, under its name in PascalCase, with outcomes.</summary>
    public WorkflowBuilder UsableAsActivity(params string[] outcomes)
    {
        _options = _options with { UsableAsActivity = true };
        _outcomes = outcomes;
        return this;
    }

    /// <summary>Lets other branches go on where one cannot; the instance then waits to be mended.</summary>
    public WorkflowBuilder ContinueWithIncidents()
    {
        _options = _options with { IncidentStrategy = "ContinueWithIncidentsStrategy" };
        return this;
    }

    /// <summary>The definition with its one activity that holds all others.</summary>
    public WorkflowDefinition Build(DrawnActivity root) => new()
    {
        DefinitionId = definitionId,
        VersionId = string.Create(CultureInfo.InvariantCulture, $"{definitionId}:{_version}"),
        Version = _version,
        Name = _name,
        Description = _description,
        IsPublished = true,
        IsLatest = true,
        Variables = [.. _variables.Select(variable => variable.Definition)],
        Inputs = [.. _inputs],
        Outputs = [.. _outputs],
        Outcomes = _outcomes,
        Options = _options,
        Root = root.Definition(new Numbering(), "root"),
    };
}
