using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Expressions;

/// <summary>Where an expression stands in a program, for those who look at it before it is run.</summary>
/// <param name="Program">The definition with all its activities.</param>
/// <param name="Node">The activity.</param>
/// <param name="Input">The input or the label of the case.</param>
/// <param name="Findings">Where what is found is put.</param>
internal sealed record ExpressionPlace(
    WorkflowProgram Program, ProgramNode Node, string Input, List<WorkflowFinding> Findings)
{
    /// <summary>What keeps the definition from being published.</summary>
    public void Tell(string code, params IReadOnlyList<string> arguments) => Add(Severity.Error, code, arguments);

    /// <summary>What the author should know.</summary>
    public void Warn(string code, params IReadOnlyList<string> arguments) => Add(Severity.Warning, code, arguments);

    /// <summary>What the rules language found in an expression.</summary>
    public void Tell(Diagnostic found) => Findings.Add(
        new WorkflowFinding(found.Code, found.Severity, $"{Node.Path}.{Input}", found.Arguments)
        {
            OfRules = found,
        });

    private void Add(Severity severity, string code, IReadOnlyList<string> arguments) =>
        Findings.Add(new WorkflowFinding(code, severity, $"{Node.Path}.{Input}", arguments));
}
