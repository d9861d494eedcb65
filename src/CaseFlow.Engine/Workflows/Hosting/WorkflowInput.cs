using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>What a starter gives, in the types that the definition declares.</summary>
internal static class WorkflowInput
{
    /// <summary>
    /// The values, and everything that is wrong with them. What is not declared is passed on as it is. A trigger can
    /// give nothing, so nothing is required of it.
    /// </summary>
    public static (IReadOnlyDictionary<string, object?> Values, IReadOnlyList<WorkflowFinding> Problems) Of(
        WorkflowDefinition definition, StartWorkflow start)
    {
        var problems = start.Input.Where(given => !ValueSize.IsWithin(given.Value))
            .Select(given => WorkflowResult.Problem(
                WorkflowCodes.ValueTooLarge, "input." + given.Key, [.. ValueSize.Arguments(given.Key, given.Value)]))
            .ToList();
        if (definition.Inputs.Count == 0 || problems.Count > 0)
        {
            return (start.Input, problems);
        }

        var values = new Dictionary<string, object?>(start.Input, StringComparer.Ordinal);
        foreach (var declared in definition.Inputs)
        {
            if (!start.Input.TryGetValue(declared.Name, out var given) && declared.DefaultValue is { } first)
            {
                given = ValueJson.Read(first);
            }

            Fit(declared, given, values, problems);
            if (values.GetValueOrDefault(declared.Name) is null && declared.IsRequired && start.Trigger is null)
            {
                problems.Add(WorkflowResult.Problem(
                    WorkflowCodes.InputMissing, "input." + declared.Name, declared.Name));
            }
        }

        return (values, problems);
    }

    private static void Fit(
        ArgumentDefinition declared, object? given, Dictionary<string, object?> values,
        List<WorkflowFinding> problems)
    {
        var type = WorkflowType.Of(declared.TypeName);
        type = declared.IsArray ? new WorkflowType(ValueKind.List, type) : type;
        if (!ValueConversion.TryConvert(given, type, out var fitted))
        {
            problems.Add(WorkflowResult.Problem(
                WorkflowCodes.ValueDoesNotFit, "input." + declared.Name, declared.Name, type.Kind.ToString()));
            fitted = given;
        }

        if (fitted is not null)
        {
            values[declared.Name] = fitted;
        }
    }
}
