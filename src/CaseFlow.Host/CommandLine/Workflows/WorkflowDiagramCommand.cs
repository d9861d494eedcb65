using System.CommandLine;
using CaseFlow.Engine.Workflows.Diagrams;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>`workflow diagram FILE`: a definition as a Mermaid flowchart.</summary>
internal static class WorkflowDiagramCommand
{
    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (Elsa 3's JSON)" };
        var command = new Command("diagram", "Prints a workflow as a Mermaid flowchart") { file };
        command.SetAction(parsed => Run(WorkflowFile.Read(parsed.GetValue(file)!), terminal));
        return command;
    }

    private static int Run(WorkflowFile file, UserTerminal terminal)
    {
        new WorkflowFindingPrinter(terminal, file.Path).Print(file.Reading.Findings);
        if (file.Reading.Definition is not { } definition)
        {
            return ExitCode.Usage;
        }

        terminal.Out.Write(WorkflowDiagram.Of(definition));
        return ExitCode.Ok;
    }
}
