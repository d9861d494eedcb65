using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>
/// The variables that are in reach while a program is built. Tells first values that do not fit and ids that hide
/// others.
/// </summary>
internal sealed class DeclaredVariables(Action<string, string, string[]> warn)
{
    private readonly Dictionary<string, string> _paths = new(StringComparer.Ordinal);

    /// <summary>The variables of a container come into reach.</summary>
    public IReadOnlyList<ProgramVariable> Enter(IReadOnlyList<VariableDefinition> drawn, string path) =>
        drawn.Count == 0 ? [] : [.. drawn.Select(variable => Declared(variable, path))];

    /// <summary>
    /// Those of a workflow that is used as an activity come into reach: its inputs and its outputs are variables of
    /// their names, unless it has such a variable.
    /// </summary>
    public IReadOnlyList<ProgramVariable> Enter(WorkflowDefinition workflow, string path)
    {
        var own = workflow.Variables.Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. workflow.Inputs.Select(input => Argument(input, isInput: true, path)),
            .. workflow.Outputs.Where(output => !own.Contains(output.Name))
                .Select(output => Argument(output, isInput: false, path)),
            .. Enter(workflow.Variables, path),
        ];
    }

    /// <summary>They are out of reach again.</summary>
    public void Leave(IReadOnlyList<ProgramVariable> variables, string path)
    {
        // One that hid another's id did not take its place.
        foreach (var variable in variables.Where(variable => _paths.GetValueOrDefault(variable.Id) == path))
        {
            _paths.Remove(variable.Id);
        }
    }

    private ProgramVariable Declared(VariableDefinition drawn, string path)
    {
        if (!_paths.TryAdd(drawn.Id, path))
        {
            warn(WorkflowCodes.DuplicateVariable, path, [drawn.Id, _paths[drawn.Id]]);
        }

        if (!VariableBuilding.TryBuild(drawn, out var variable))
        {
            warn(WorkflowCodes.ValueDoesNotFit, path, [drawn.Name, drawn.TypeName]);
        }

        return variable;
    }

    private ProgramVariable Argument(ArgumentDefinition drawn, bool isInput, string path)
    {
        if (!VariableBuilding.TryBuild(drawn, isInput, out var variable))
        {
            warn(WorkflowCodes.ValueDoesNotFit, path, [drawn.Name, drawn.TypeName]);
        }

        return variable;
    }
}
