using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Expressions;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>Finds the values of inputs: by expression, or as plain settings.</summary>
internal sealed class InputReading(Burst burst)
{
    /// <summary>The value of an input in the type that the activity needs.</summary>
    public object? Read(ActivityContext context, string input, WorkflowType type, object? otherwise)
    {
        if (context.Expression(input) is { } expression)
        {
            return Evaluate(context, input, expression, type) ?? otherwise;
        }

        // What is drawn as an input and says nothing of a value counts as unset.
        return context.Setting(input) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Object) } plain
            ? Fitted(ValueJson.Read(plain), input, type) ?? otherwise
            : otherwise;
    }

    /// <summary>The value of an expression in the type that is needed.</summary>
    public object? Evaluate(ActivityContext context, string place, ExpressionDefinition expression, WorkflowType type)
    {
        // What no language claims counts as unset; publishing has said so.
        var language = burst.Surroundings.Languages.Find(expression.Type);
        return language is null
            ? null
            : Fitted(language.Evaluate(expression.Value, type, new ExpressionScope(burst, context)), place, type);
    }

    private static object? Fitted(object? value, string place, WorkflowType type) =>
        ValueConversion.TryConvert(value, type, out var fitted)
            ? fitted
            : throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, place, type.Kind.ToString());
}
