using System.CommandLine;
using CaseFlow.Engine.Workflows.Diagrams;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>
/// `workflow diagram FILE|INSTANCE`: a definition, or how far an instance has come, as a Mermaid flowchart.
/// </summary>
internal static class WorkflowDiagramCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions common, UserTerminal terminal)
    {
        var what = new Argument<string>("FILE|INSTANCE")
        {
            Description = "A definition (Elsa 3's JSON), or the id of an instance of the data folder",
        };
        var command = new Command("diagram", "Prints a workflow as a Mermaid flowchart") { what };
        command.SetAction(async (parsed, stop) =>
        {
            var name = parsed.GetValue(what)!;
            return File.Exists(name) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                ? OfFile(WorkflowFile.Read(name), terminal)
                : await OfInstanceAsync(parsed.GetValue(common.Data)!, name, terminal, stop);
        });
        return command;
    }

    private static int OfFile(WorkflowFile file, UserTerminal terminal)
    {
        new WorkflowFindingPrinter(terminal, file.Path).Print(file.Reading.Findings);
        if (file.Reading.Definition is not { } definition)
        {
            return ExitCode.Usage;
        }

        terminal.Out.Write(WorkflowDiagram.Of(definition));
        return ExitCode.Ok;
    }

    private static async Task<int> OfInstanceAsync(
        string data, string id, UserTerminal terminal, CancellationToken stop)
    {
        using var folder = StoredWorkflows.Open(data);
        if (await folder.Store.FindAsync(id, stop) is not { } instance
            || await InstanceJournal.DiagramAsync(folder.Store, instance, stop) is not { } diagram)
        {
            terminal.Report(new HostError(HostCodes.NoSuchInstance, id));
            return ExitCode.Usage;
        }

        terminal.Out.Write(diagram);
        return ExitCode.Ok;
    }
}
