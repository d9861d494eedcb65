using System.CommandLine;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>
/// `workflow run FILE`: runs a lone definition in memory, prints what it prints, and how it stands in the end.
/// </summary>
internal static class WorkflowRunCommand
{
    // Elsa's word for an instance that was broken off.
    private const string Interrupted = "Interrupted";

    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (Elsa 3's JSON)" };
        var input = WorkflowStartCommands.InputOption();
        var command = new Command(
            "run",
            "Runs a definition in memory; exit code 0 where it finished, 3 where it waits or was interrupted, "
                + "1 where it faulted")
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
        var published = await run.PublishAsync(
            file,
            (sibling, findings) => new WorkflowFindingPrinter(terminal, sibling.Path).Print(findings),
            stop);
        new WorkflowFindingPrinter(terminal, file.Path).Print(published.Findings);
        if (published.VersionId is not { } version)
        {
            return ExitCode.Usage;
        }

        var input = WorkflowInputs.Read(given, file.Reading.Definition!.Inputs);
        var (result, view) = await RunAsync(run, file, version, input, lines, terminal, stop);
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

    // Broken off in the middle of a step: it stands as it did before, and nothing can bring it on.
    private static async Task<(WorkflowResult Result, InstanceView? View)> RunAsync(
        FileRun run,
        WorkflowFile file,
        string version,
        IReadOnlyDictionary<string, object?> input,
        IReadOnlyList<string> lines,
        UserTerminal terminal,
        CancellationToken stop)
    {
        try
        {
            return await run.RunAsync(file, version, input, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            if (terminal.Json)
            {
                WorkflowReport.Json(new { Status = Interrupted, Lines = lines }, terminal);
            }
            else
            {
                terminal.Out.WriteLine($"status: {Interrupted}");
            }

            throw new HostErrorException(new HostError(HostCodes.RunInterrupted), ExitCode.Suspended);
        }
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
