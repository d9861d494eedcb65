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
            WorkflowDiagramCommand.Create(common, terminal),
            WorkflowStartCommands.Publish(common, terminal),
            WorkflowStartCommands.Start(common, terminal),
            WorkflowListCommand.Create(common, terminal),
            WorkflowShowCommand.Create(common, terminal),
            WorkflowStartCommands.Resume(common, terminal),
            WorkflowIncidentsCommand.Create(common, terminal),
            WorkflowMendCommands.Retry(common, terminal),
            WorkflowMendCommands.Skip(common, terminal),
            WorkflowMendCommands.Cancel(common, terminal),
        };
}
