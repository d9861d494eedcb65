using System.Text.Json;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Expressions;

/// <summary>A language in which inputs of activities are written.</summary>
internal abstract class ExpressionLanguage
{
    /// <summary>Its name in definitions.</summary>
    public abstract string Name { get; }

    /// <summary>The value of an expression; it is made to fit the input afterwards.</summary>
    /// <param name="expression">What stands under `value`; null: nothing.</param>
    /// <param name="type">What is needed.</param>
    /// <param name="scope">What the expression may see and change.</param>
    public abstract object? Evaluate(JsonElement? expression, WorkflowType type, ExpressionScope scope);

    /// <summary>Tells what is wrong with an expression before anything is run.</summary>
    public virtual void Check(JsonElement? expression, ExpressionPlace place)
    {
    }
}

/// <summary>The languages that a host knows, by name.</summary>
internal sealed class ExpressionLanguages(IEnumerable<ExpressionLanguage> languages)
{
    /// <summary>The language of values that stand there as they are.</summary>
    public const string Literal = "Literal";

    private readonly Dictionary<string, ExpressionLanguage> _byName =
        languages.ToDictionary(language => language.Name, StringComparer.Ordinal);

    /// <summary>The languages that need nothing from outside.</summary>
    public static IReadOnlyList<ExpressionLanguage> Plain { get; } =
    [
        new LiteralLanguage(), new ObjectLanguage("Object"), new ObjectLanguage("Json"), new VariableLanguage(),
        new InputLanguage(),
    ];

    /// <summary>The language of a name; null: none is known.</summary>
    public ExpressionLanguage? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>`Literal`: the value itself.</summary>
internal sealed class LiteralLanguage : ExpressionLanguage
{
    /// <inheritdoc/>
    public override string Name => ExpressionLanguages.Literal;

    /// <inheritdoc/>
    public override object? Evaluate(JsonElement? expression, WorkflowType type, ExpressionScope scope) =>
        expression is { } value ? ValueJson.Read(value) : null;
}

/// <summary>`Object`, once `Json`: a text with JSON in it.</summary>
internal sealed class ObjectLanguage(string name) : ExpressionLanguage
{
    /// <inheritdoc/>
    public override string Name { get; } = name;

    /// <inheritdoc/>
    public override object? Evaluate(JsonElement? expression, WorkflowType type, ExpressionScope scope)
    {
        var value = expression is { } json ? ValueJson.Read(json) : null;
        return type.Kind != ValueKind.Text && value is string text && IsJson(text)
            ? ValueConversion.Parsed(text) ?? text
            : value;
    }

    private static bool IsJson(string text) => text.AsSpan().TrimStart() is ['{' or '[', ..];
}

/// <summary>`Variable`: the variable of an id.</summary>
internal sealed class VariableLanguage : ExpressionLanguage
{
    /// <inheritdoc/>
    public override string Name => "Variable";

    /// <inheritdoc/>
    public override object? Evaluate(JsonElement? expression, WorkflowType type, ExpressionScope scope) =>
        expression switch
        {
            { ValueKind: JsonValueKind.Object } json when json.TryGetProperty("id", out var id) =>
                scope.VariableById(id.ToString()),
            { ValueKind: JsonValueKind.String } id => scope.VariableById(id.GetString()!),
            _ => null,
        };
}

/// <summary>`Input`: an input of the workflow, by name.</summary>
internal sealed class InputLanguage : ExpressionLanguage
{
    /// <inheritdoc/>
    public override string Name => "Input";

    /// <inheritdoc/>
    public override object? Evaluate(JsonElement? expression, WorkflowType type, ExpressionScope scope) =>
        expression is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("name", out var name)
            ? scope.Input(name.ToString())
            : null;
}
