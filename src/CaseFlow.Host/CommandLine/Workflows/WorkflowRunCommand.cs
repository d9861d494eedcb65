using System.CommandLine;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>
/// `workflow run FILE`: runs a lone definition in memory, prints what it prints, and how it stands in the end.
/// </summary>
internal static class WorkflowRunCommand
{
    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (Elsa 3's JSON)" };
        var input = WorkflowStartCommands.InputOption();
        var command = new Command(
            "run", "Runs a definition in memory; exit code 0 where it finished, 3 where it waits, 1 where it faulted")
        {
            file, input,
        };
        command.SetAction((parsed, stop) =>
            RunAsync(WorkflowFile.Read(parsed.GetValue(file)!), parsed.GetValue(input) ?? [], terminal, stop));
        return command;
    }

    private static async Task<int> RunAsync(
        WorkflowFile file, IReadOnlyList<string> given, UserTerminal terminal, CancellationToken stop)
    {
        var lines = new List<string>();
        await using var run = new FileRun(terminal.Json ? lines.Add : terminal.Out.WriteLine);
        var published = await run.PublishAsync(file, stop);
        new WorkflowFindingPrinter(terminal, file.Path).Print(published.Findings);
        if (published.VersionId is not { } version)
        {
            return ExitCode.Usage;
        }

        var input = WorkflowInputs.Read(given, file.Reading.Definition!.Inputs);
        var (result, view) = await run.RunAsync(file, version, input, stop);
        if (view is null)
        {
            return TellNotBegun(result, terminal);
        }

        Print(view, lines, terminal);
        return view.Instance.Status switch
        {
            WorkflowSubStatus.Finished => ExitCode.Ok,
            WorkflowSubStatus.Suspended => ExitCode.Suspended,
            _ => ExitCode.Findings,
        };
    }

    // One that could not be kept after its first steps has failed; one that was asked for wrongly has not run.
    private static int TellNotBegun(WorkflowResult result, UserTerminal terminal)
    {
        var exitCode = WorkflowReport.Tell(result, terminal);
        if (result.Status == WorkflowCommandStatus.Refused && !terminal.Json)
        {
            terminal.Out.WriteLine($"status: {WorkflowSubStatus.Faulted}");
        }

        return exitCode;
    }

    private static void Print(InstanceView view, IReadOnlyList<string> lines, UserTerminal terminal)
    {
        var detail = InstanceDetail.Of(view, terminal.Culture);
        if (terminal.Json)
        {
            WorkflowReport.Json(
                new { detail.Instance.Status, Lines = lines, detail.Output, detail.Waits, detail.Incidents }, terminal);
            return;
        }

        foreach (var incident in detail.Incidents)
        {
            terminal.Report(
                incident.Code, $"{incident.NodeId} ({incident.Type}): {incident.Message}", incident.Help);
        }

        foreach (var wait in detail.Waits)
        {
            terminal.Error.WriteLine(WaitLine.Of(wait, terminal));
        }

        terminal.Out.WriteLine($"status: {view.Instance.Status}");
    }
}
