using System.CommandLine;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>`workflow`: definitions and instances of workflows.</summary>
internal static class WorkflowCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions common, UserTerminal terminal) =>
        new("workflow", "Runs workflows, and shows and mends those that run")
        {
            WorkflowRunCommand.Create(terminal),
            WorkflowDiagramCommand.Create(terminal),
        };
}
