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
    /// <param name="context">The activity.</param>
    /// <param name="input">The input.</param>
    /// <param name="type">The type.</param>
    /// <param name="otherwise">What it is where it is unset.</param>
    /// <param name="called">What incidents call it: where the value goes.</param>
    public object? Read(
        ActivityContext context, string input, WorkflowType type, object? otherwise, string? called = null)
    {
        if (context.Expression(input) is { } expression)
        {
            return Evaluate(context, called ?? input, expression, type) ?? otherwise;
        }

        // What is drawn as an input and says nothing of a value counts as unset.
        return context.Setting(input) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Object) } plain
            ? Fitted(ValueJson.Read(plain), called ?? input, type) ?? otherwise
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
            ? ValueSize.Fitting(place, fitted)
            : throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, place, type.Kind.ToString());
}
