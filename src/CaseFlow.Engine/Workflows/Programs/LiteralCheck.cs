using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Expressions;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>
/// Judges what stands in a definition as it is, and would be an incident whenever it is come by: a malformed schedule,
/// a span that is none, a mode that nobody knows, a value that is too large.
/// </summary>
internal static class LiteralCheck
{
    public static void Run(WorkflowProgram program, FindingList findings)
    {
        for (var index = 0; index < program.Definition.Inputs.Count; index++)
        {
            Default(program.Definition.Inputs[index], index, findings);
        }

        foreach (var node in program.Nodes)
        {
            Variables(node, findings);
            Sizes(node, findings);
            foreach (var input in node.Activity.Inputs)
            {
                Input(input, new ExpressionPlace(program, node, input.Name, findings));
            }

            node.Activity.CheckLiterals(new ExpressionPlace(program, node, "type", findings));
        }
    }

    /// <summary>
    /// The value of an input that stands there as it is. False where an expression gives it, or it is unset.
    /// </summary>
    public static bool TryRead(ActivityDefinition drawn, string input, WorkflowType type, out object? value)
    {
        value = null;
        if (drawn.Inputs.TryGetValue(input, out var binding) && binding.Expression is { } expression)
        {
            value = expression switch
            {
                { Type: ExpressionLanguages.Literal, Value: { } json } => ValueJson.Read(json),
                { Type: "Object" or "Json", Value: { } json } => Parsed(ValueJson.Read(json), type),
                _ => null,
            };
        }
        else if (drawn.Extra.TryGetValue(input, out var plain)
            && plain.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object))
        {
            value = ValueJson.Read(plain);
        }

        return value is not null;
    }

    private static object? Parsed(object? value, WorkflowType type) =>
        type.Kind != ValueKind.Text && value is string text ? ValueConversion.Parsed(text) ?? text : value;

    private static void Input(ActivityInput input, ExpressionPlace place)
    {
        var drawn = place.Node.Definition;
        if (TryRead(drawn, input.Name, input.Type, out var value))
        {
            Value(input, value, place);
        }
        else if (input.IsNeeded && !IsBound(drawn, input.Name))
        {
            place.Warn(WorkflowCodes.InputMissing, input.Name);
        }
    }

    private static void Value(ActivityInput input, object? value, ExpressionPlace place)
    {
        if (!ValueConversion.TryConvert(value, input.Type, out var fitted))
        {
            place.Tell(WorkflowCodes.ValueDoesNotFit, input.Name, input.Type.Kind.ToString());
        }
        else if (fitted is not null && input.Judge?.Invoke(fitted) is { } problem)
        {
            place.Tell(problem.Code, problem.Arguments);
        }
    }

    // An id that is not the name of an expression was read as the workflow that an activity stands for.
    private static bool IsBound(ActivityDefinition drawn, string input) =>
        (drawn.Inputs.TryGetValue(input, out var binding) && binding.Expression is { Value: not null })
        || (drawn.Extra.TryGetValue(input, out var plain)
            && plain.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object))
        || (input == Started.Definition && drawn.Workflow?.DefinitionId is not null);

    private static void Variables(ProgramNode node, FindingList findings)
    {
        foreach (var variable in node.Variables.Where(variable => !ValueSize.IsWithin(variable.First)))
        {
            findings.Add(TooLarge(node.Path, ValueSize.Arguments(variable.Name, variable.First)));
        }
    }

    private static void Default(ArgumentDefinition input, int index, FindingList findings)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"inputs[{index}].defaultValue");
        if (!VariableBuilding.TryBuild(input, isInput: true, out var variable))
        {
            findings.Add(new WorkflowFinding(
                WorkflowCodes.ValueDoesNotFit, Severity.Warning, path, [input.Name, input.TypeName]));
        }

        if (!ValueSize.IsWithin(variable.First))
        {
            findings.Add(TooLarge(path, ValueSize.Arguments(input.Name, variable.First)));
        }
    }

    private static void Sizes(ProgramNode node, FindingList findings)
    {
        foreach (var (name, binding) in node.Definition.Inputs)
        {
            if (binding.Expression is { Type: ExpressionLanguages.Literal or "Object" or "Json", Value: { } json }
                && JsonMarshal.GetRawUtf8Value(json).Length > ValueSize.Largest
                && ValueJson.Read(json) is var value && !ValueSize.IsWithin(value))
            {
                findings.Add(TooLarge($"{node.Path}.{name}", ValueSize.Arguments(name, value)));
            }
        }
    }

    private static WorkflowFinding TooLarge(string path, IReadOnlyList<string> arguments) =>
        new(WorkflowCodes.ValueTooLarge, Severity.Error, path, arguments);
}
