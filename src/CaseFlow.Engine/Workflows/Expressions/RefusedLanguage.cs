using System.Text.Json;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Expressions;

/// <summary>A language of the format that is not run here: a definition that uses it is not published.</summary>
internal sealed class RefusedLanguage(string name) : ExpressionLanguage
{
    /// <summary>The languages of the format that would run code of the host, or need a runtime of their own.</summary>
    public static IReadOnlyList<ExpressionLanguage> All { get; } =
        [new RefusedLanguage("CSharp"), new RefusedLanguage("Liquid"), new RefusedLanguage("Python")];

    /// <inheritdoc/>
    public override string Name { get; } = name;

    /// <inheritdoc/>
    public override object? Evaluate(JsonElement? expression, WorkflowType type, ExpressionScope scope) =>
        throw ActivityContext.Fault(WorkflowCodes.RefusedLanguage, Name);

    /// <inheritdoc/>
    public override void Check(JsonElement? expression, ExpressionPlace place) =>
        place.Tell(WorkflowCodes.RefusedLanguage, Name);
}
