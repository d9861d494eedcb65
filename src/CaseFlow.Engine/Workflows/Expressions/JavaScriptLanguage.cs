using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Expressions;

/// <summary>`JavaScript`: a script; what it returns is the value, and the variables that it sets are set.</summary>
internal sealed class JavaScriptLanguage(IScriptEngine? engine) : ExpressionLanguage
{
    public const string LanguageName = "JavaScript";

    /// <inheritdoc/>
    public override string Name => LanguageName;

    /// <inheritdoc/>
    public override object? Evaluate(JsonElement? expression, WorkflowType type, ExpressionScope scope) =>
        TextOf(expression) is { } script ? Run(script, scope).Value : null;

    /// <inheritdoc/>
    public override void Check(JsonElement? expression, ExpressionPlace place)
    {
        if (TextOf(expression) is { } script && engine?.Check(script) is { } fault)
        {
            place.Tell(CodeOf(fault.Kind), [place.Input, .. ArgumentsOf(fault)]);
        }
    }

    /// <summary>The text of a script; null: it is blank.</summary>
    public static string? TextOf(JsonElement? expression) =>
        expression is { } json && ValueText.Of(ValueJson.Read(json)) is { } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : null;

    /// <summary>Runs a script, and gives the variables and the instance what it set.</summary>
    public ScriptAnswer Run(string script, ExpressionScope scope)
    {
        var run = (engine ?? throw ActivityContext.Fault(WorkflowCodes.NoScripts)).Run(Request(script, scope));
        if (run.Fault is { } fault)
        {
            throw new WorkflowFault(CodeOf(fault.Kind), [scope.NodeId, .. ArgumentsOf(fault)]);
        }

        var answer = run.Answer!;
        foreach (var (name, value) in answer.Assigned)
        {
            scope.SetVariable(name, value);
        }

        (scope.State.CorrelationId, scope.State.Name) = (answer.Names.CorrelationId, answer.Names.Name);
        return answer;
    }

    private static ScriptRequest Request(string script, ExpressionScope scope)
    {
        var definition = scope.Program.Definition;
        return new ScriptRequest(script, scope.Now, scope.Seed())
        {
            Variables =
            [
                .. scope.Variables.Select(variable => KeyValuePair.Create(variable.Name, variable.Value)),
            ],
            Inputs = scope.Inputs,
            DeclaredInputs = [.. definition.Inputs.Select(input => input.Name)],
            ActivityNames = scope.Program.ActivityNames,
            OutputFrom = scope.OutputFrom,
            LastResult = scope.State.LastResult,
            Names = new ScriptNames(scope.State.CorrelationId, scope.State.Name),
            InstanceId = scope.State.InstanceId,
            DefinitionId = definition.DefinitionId,
            VersionId = definition.VersionId,
            Version = definition.Version,
        };
    }

    private static string CodeOf(ScriptFaultKind kind) => kind switch
    {
        ScriptFaultKind.Syntax => WorkflowCodes.ScriptSyntax,
        ScriptFaultKind.TooNew => WorkflowCodes.ScriptTooNew,
        ScriptFaultKind.Thrown => WorkflowCodes.ScriptThrew,
        ScriptFaultKind.Time => WorkflowCodes.ScriptTime,
        ScriptFaultKind.Steps => WorkflowCodes.ScriptSteps,
        ScriptFaultKind.Recursion => WorkflowCodes.ScriptRecursion,
        _ => WorkflowCodes.ScriptMemory,
    };

    private static IEnumerable<string> ArgumentsOf(ScriptFault fault) =>
    [
        fault.Detail,
        fault.Line.ToString(CultureInfo.InvariantCulture),
        fault.Column.ToString(CultureInfo.InvariantCulture),
    ];
}
