using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Expressions.Rules;

/// <summary>A variable or an input that an expression may read by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="MayMiss">Whether it may have no value, so that the expression must test it first.</param>
internal sealed record ReadableName(string Name, WorkflowType Type, bool MayMiss)
{
    /// <summary>What the activities around a place declare, the inner ones first, and the workflow's inputs.</summary>
    public static IEnumerable<ReadableName> At(WorkflowProgram program, ProgramNode node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            foreach (var variable in at.Variables)
            {
                yield return Of(variable.Name, variable.Type, variable.IsInput);
            }
        }

        foreach (var input in InputsOf(program))
        {
            yield return input;
        }
    }

    /// <summary>What is in reach of a run: the same names, wherever their values came from.</summary>
    public static IEnumerable<ReadableName> At(ExpressionScope scope) => scope.Variables
        .Select(variable => Of(variable.Name, variable.Type, variable.IsInput))
        .Concat(InputsOf(scope.Program));

    private static IEnumerable<ReadableName> InputsOf(WorkflowProgram program) => program.Definition.Inputs
        .Select(input => new ReadableName(
            input.Name,
            VariableBuilding.TypeOf(input.TypeName, input.IsArray),
            !input.IsRequired && input.DefaultValue is null));

    // A variable of a value type has a zero; an input may not be given.
    private static ReadableName Of(string name, WorkflowType type, bool isInput) => new(name, type, isInput
        || type.Kind is not (ValueKind.Boolean or ValueKind.Whole or ValueKind.Double or ValueKind.Decimal));
}
