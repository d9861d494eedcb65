using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Workflows.Expressions.Rules;

/// <summary>
/// `CaseFlow`: an expression of the rules language, over the variables and inputs in reach. It reads and never changes.
/// </summary>
/// <param name="time">Whose day is `today`; null: the day in UTC.</param>
internal sealed class RulesLanguage(AgencyTime? time) : ExpressionLanguage
{
    // More than a host's definitions have; then what is known is forgotten and read again.
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<string, RulesExpression> _read = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override string Name => "CaseFlow";

    /// <inheritdoc/>
    public override object? Evaluate(JsonElement? expression, WorkflowType type, ExpressionScope scope)
    {
        if (JavaScriptLanguage.TextOf(expression) is not { } text)
        {
            return null;
        }

        var read = Read(text, ReadableName.At(scope), type);
        if (!read.IsSound)
        {
            throw ActivityContext.Fault(WorkflowCodes.RulesUnsound, scope.NodeId, read.Findings[0].Code);
        }

        try
        {
            var today = time?.DayOf(scope.Now) ?? DateOnly.FromDateTime(scope.Now.UtcDateTime);
            var value = read.Evaluate(today, name => ValueOf(name, scope));
            return value is UnknownValue unknown ? throw Unknown(unknown, scope) : RulesValues.Out(value);
        }
        catch (EvaluationFaultException fault)
        {
            throw ActivityContext.Fault(WorkflowCodes.RulesWithoutAnswer, scope.NodeId, fault.Code);
        }
    }

    /// <inheritdoc/>
    public override void Check(JsonElement? expression, ExpressionPlace place)
    {
        if (JavaScriptLanguage.TextOf(expression) is not { } text)
        {
            return;
        }

        var needed = place.Node.Definition.Inputs.GetValueOrDefault(place.Input)?.TypeName is { } drawn
            ? WorkflowType.Of(drawn)
            : WorkflowType.Boolean;
        var read = Read(text, ReadableName.At(place.Program, place.Node), needed);
        foreach (var found in read.Findings)
        {
            place.Tell(found);
        }

        if (!read.IsSound && read.Findings.Count == 0)
        {
            place.Tell(WorkflowCodes.RulesUnsound, place.Input, text);
        }
    }

    private RulesExpression Read(string text, IEnumerable<ReadableName> inReach, WorkflowType needed)
    {
        if (_read.Count > MostKept)
        {
            _read.Clear();
        }

        var names = RulesText.Mentioned(text, inReach);
        var key = string.Create(
            CultureInfo.InvariantCulture, $"{RulesText.Word(needed)}\n{RulesText.Names(names)}\n{text}");
        return _read.GetOrAdd(key, _ => RulesExpression.Read(text, names, needed));
    }

    private static object? ValueOf(string name, ExpressionScope scope) =>
        scope.Variables.FirstOrDefault(variable => variable.Name == name) is { } variable
            ? variable.Value
            : scope.Input(name);

    private static WorkflowFault Unknown(UnknownValue unknown, ExpressionScope scope) => ActivityContext.Fault(
        WorkflowCodes.RulesUnknown,
        scope.NodeId,
        string.Join(", ", unknown.Facts.Select(Shown).Concat(unknown.BlockedBy)));

    private static string Shown(string fact) =>
        fact.StartsWith(RulesText.Given + ".", StringComparison.Ordinal) ? fact[(RulesText.Given.Length + 1)..] : fact;
}
