using System.CommandLine;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Host.Workflows;
using CaseFlow.Scripting;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>
/// `workflow run FILE`: runs a lone definition in memory, prints what it prints, and how it stands in the end.
/// </summary>
internal static class WorkflowRunCommand
{
    private const string Instance = "run";

    private static readonly WorkflowFeatures Features = new(new JintScriptEngine());

    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (Elsa 3's JSON)" };
        var input = new Option<string[]>("--input")
        {
            Description = "What the workflow is given: NAME=VALUE, or a JSON object; may be repeated",
            AllowMultipleArgumentsPerToken = false,
        };
        var command = new Command(
            "run", "Runs a definition in memory; exit code 0 where it finished, 3 where it waits, 1 where it faulted")
        {
            file, input,
        };
        command.SetAction(parsed =>
            Run(WorkflowFile.Read(parsed.GetValue(file)!), parsed.GetValue(input) ?? [], terminal));
        return command;
    }

    private static int Run(WorkflowFile file, IReadOnlyList<string> given, UserTerminal terminal)
    {
        var printer = new WorkflowFindingPrinter(terminal, file.Path);
        printer.Print(file.Reading.Findings);
        if (!file.Reading.IsSound)
        {
            return ExitCode.Usage;
        }

        var definition = file.Reading.Definition!;
        var input = WorkflowInputs.Read(given, definition.Inputs);
        var now = TimeProvider.System.GetUtcNow();
        var run = WorkflowRun.Start(
            definition, Features, Instance, input, now, out var findings);
        printer.Print(findings);
        if (run is null)
        {
            return ExitCode.Usage;
        }

        Print(run, terminal);
        return run.State.SubStatus switch
        {
            WorkflowSubStatus.Finished => ExitCode.Ok,
            WorkflowSubStatus.Suspended => ExitCode.Suspended,
            _ => ExitCode.Findings,
        };
    }

    private static void Print(WorkflowRun run, UserTerminal terminal)
    {
        foreach (var incident in run.State.Incidents)
        {
            Report(incident, terminal);
        }

        if (terminal.Json)
        {
            terminal.Out.WriteLine(Json(run).ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        foreach (var line in run.Lines)
        {
            terminal.Out.WriteLine(line);
        }

        terminal.Out.WriteLine($"status: {run.State.SubStatus}");
    }

    private static void Report(Incident incident, UserTerminal terminal) => terminal.Report(
        incident.Code,
        $"{incident.NodeId} ({incident.Type}): "
            + WorkflowMessages.Message(incident.Code, terminal.Culture, incident.Arguments),
        WorkflowMessages.Help(incident.Code, terminal.Culture, incident.Arguments));

    private static JsonObject Json(WorkflowRun run) => new()
    {
        ["status"] = run.State.SubStatus.ToString(),
        ["lines"] = new JsonArray([.. run.Lines.Select(line => (JsonNode)line)]),
        ["output"] = JsonNode.Parse(ValueJson.Text(run.State.Output)),
    };
}
