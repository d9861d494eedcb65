using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Building;

/// <summary>
/// What an input of an activity is given: a value, a variable or an expression. All three convert by themselves.
/// </summary>
/// <typeparam name="T">The type that the activity needs.</typeparam>
public sealed class Input<T>
{
    private Input(ExpressionDefinition expression) => Expression = expression;

    internal ExpressionDefinition Expression { get; }

    /// <summary>The value itself.</summary>
    public static implicit operator Input<T>(T value) => new(DrawnValue.Expression(value));

    /// <summary>The value that the variable has when the activity runs.</summary>
    public static implicit operator Input<T>(WorkflowVariable variable) => new(Expressions.Of(variable));

    /// <summary>What the expression comes to when the activity runs.</summary>
    public static implicit operator Input<T>(WorkflowExpression expression) => new(expression.Definition);
}

/// <summary>What an input that takes anything is given.</summary>
public sealed class AnyInput
{
    private AnyInput(ExpressionDefinition expression) => Expression = expression;

    internal ExpressionDefinition Expression { get; }

    /// <summary>A value: a single one, a list, or values by name.</summary>
    public static AnyInput Of(object? value) => new(DrawnValue.Expression(value));

    /// <summary>A text.</summary>
    public static implicit operator AnyInput(string value) => Of(value);

    /// <summary>Yes or no.</summary>
    public static implicit operator AnyInput(bool value) => Of(value);

    /// <summary>A whole number.</summary>
    public static implicit operator AnyInput(long value) => Of(value);

    /// <summary>A number.</summary>
    public static implicit operator AnyInput(decimal value) => Of(value);

    /// <summary>A length of time.</summary>
    public static implicit operator AnyInput(TimeSpan value) => Of(value);

    /// <summary>A moment.</summary>
    public static implicit operator AnyInput(DateTimeOffset value) => Of(value);

    /// <summary>The value that the variable has when the activity runs.</summary>
    public static implicit operator AnyInput(WorkflowVariable variable) => new(Expressions.Of(variable));

    /// <summary>What the expression comes to when the activity runs.</summary>
    public static implicit operator AnyInput(WorkflowExpression expression) => new(expression.Definition);
}

/// <summary>An expression in one of the languages.</summary>
public sealed class WorkflowExpression
{
    private WorkflowExpression(ExpressionDefinition definition) => Definition = definition;

    internal ExpressionDefinition Definition { get; }

    /// <summary>A script: ECMAScript 5 within limits (docs/workflows.md).</summary>
    public static WorkflowExpression JavaScript(string script) => In("JavaScript", script);

    /// <summary>An expression of the rules language, over the variables and inputs in reach.</summary>
    public static WorkflowExpression CaseFlow(string expression) => In("CaseFlow", expression);

    /// <summary>An input of the workflow, by name.</summary>
    public static WorkflowExpression Input(string name) => new(new ExpressionDefinition(
        "Input", DrawnValue.Json(new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = name })));

    /// <summary>An expression of any language.</summary>
    public static WorkflowExpression In(string language, string text) =>
        new(new ExpressionDefinition(language, DrawnValue.Json(text)));
}

/// <summary>Expressions that stand for something drawn elsewhere.</summary>
internal static class Expressions
{
    public static ExpressionDefinition Of(WorkflowVariable variable) => new("Variable", Reference(variable));

    /// <summary>A variable as others refer to it.</summary>
    public static JsonElement Reference(WorkflowVariable variable) => DrawnValue.Json(
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = variable.Definition.Id,
            ["name"] = variable.Name,
            ["typeName"] = variable.Definition.TypeName,
        });
}
