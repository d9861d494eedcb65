using System.CommandLine;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>`workflow publish|start|resume`: what brings instances into being and on.</summary>
internal static class WorkflowStartCommands
{
    /// <summary>`publish FILE`.</summary>
    public static Command Publish(GlobalOptions common, UserTerminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The definition (Elsa 3's JSON)" };
        var command = new Command("publish", "Publishes a definition: new instances begin with it") { file };
        command.SetAction(async (parsed, stop) =>
        {
            var read = WorkflowFile.Read(parsed.GetValue(file)!);
            using var folder = StoredWorkflows.Open(parsed.GetValue(common.Data)!, makes: true);
            var result = await folder.Engine.PublishAsync(
                read.Json, Path.GetFileNameWithoutExtension(read.Path), stop);
            new WorkflowFindingPrinter(terminal, read.Path).Print(result.Findings);
            return Tell(result, terminal);
        });
        return command;
    }

    /// <summary>`start DEFINITION [--input …] [--key KEY] [--case ID]`.</summary>
    public static Command Start(GlobalOptions common, UserTerminal terminal)
    {
        var definition = new Argument<string>("DEFINITION") { Description = "The definition's id" };
        var input = InputOption();
        var key = new Option<string?>("--key")
        {
            Description = "A key of your own: the same key again starts nothing (default: a new one)",
        };
        var caseId = new Option<string?>("--case") { Description = "The case that it is about (correlation id)" };
        var command = new Command("start", "Starts an instance of a published definition")
        {
            definition, input, key, caseId,
        };
        command.SetAction(async (parsed, stop) =>
        {
            using var folder = StoredWorkflows.Open(parsed.GetValue(common.Data)!);
            var id = parsed.GetValue(definition)!;
            var published = await folder.Store.FindPublishedAsync(id, stop);
            var declared = published is null ? null : DefinitionReader.Read(published.Json, id).Definition?.Inputs;
            var result = await folder.Engine.StartAsync(
                new StartWorkflow(StartKeys.OfCommand(parsed.GetValue(key), TimeProvider.System.GetUtcNow()), id)
                {
                    Input = WorkflowInputs.Read(parsed.GetValue(input) ?? [], declared ?? []),
                    CorrelationId = parsed.GetValue(caseId),
                },
                stop);
            return WorkflowReport.Tell(result, terminal);
        });
        return command;
    }

    /// <summary>`resume INSTANCE BOOKMARK [--answer JSON]`.</summary>
    public static Command Resume(GlobalOptions common, UserTerminal terminal)
    {
        var instance = new Argument<string>("INSTANCE") { Description = "The instance's id" };
        var bookmark = new Argument<int>("BOOKMARK") { Description = "The number that `show` gives where it waits" };
        var answer = new Option<string?>("--answer") { Description = "What came, as JSON (default: nothing)" };
        var command = new Command("resume", "Goes on where an instance waits") { instance, bookmark, answer };
        command.SetAction(async (parsed, stop) =>
        {
            var came = Answer(parsed.GetValue(answer));
            using var folder = StoredWorkflows.Open(parsed.GetValue(common.Data)!);
            return WorkflowReport.Tell(
                await folder.Engine.ResumeAsync(
                    parsed.GetValue(instance)!, parsed.GetValue(bookmark), came, stop),
                terminal);
        });
        return command;
    }

    /// <summary>`--input`.</summary>
    public static Option<string[]> InputOption() => new("--input")
    {
        Description = "What the workflow is given: NAME=VALUE, or a JSON object; may be repeated",
        AllowMultipleArgumentsPerToken = false,
    };

    private static object? Answer(string? json)
    {
        try
        {
            using var document = json is null ? null : JsonDocument.Parse(json);
            return document is null ? null : ValueJson.Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new HostErrorException(new HostError(HostCodes.BadAnswerOption, json!), ExitCode.Usage, exception);
        }
    }

    private static int Tell(PublishResult result, UserTerminal terminal)
    {
        if (result.VersionId is not { } version)
        {
            return ExitCode.Usage;
        }

        if (terminal.Json)
        {
            WorkflowReport.Json(new { VersionId = version, result.Version, result.Repeated }, terminal);
        }
        else
        {
            terminal.Out.WriteLine(terminal.Text(
                result.Repeated ? "publish.repeated" : "publish.done",
                version,
                result.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return ExitCode.Ok;
    }
}
