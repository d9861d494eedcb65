using System.Text.Json;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Web;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>Tells what a command to an instance came to, and with what the program ends.</summary>
internal static class WorkflowReport
{
    /// <summary>Tells it.</summary>
    public static int Tell(WorkflowResult result, UserTerminal terminal)
    {
        foreach (var problem in result.Problems)
        {
            Report(problem, terminal);
        }

        switch (result.Status)
        {
            case WorkflowCommandStatus.Accepted:
                Accepted(result, terminal);
                return result.SubStatus == WorkflowSubStatus.Faulted ? ExitCode.Findings : ExitCode.Ok;
            case WorkflowCommandStatus.NotWaiting:
                terminal.Report(new HostError(HostCodes.NothingWaits, result.InstanceId));
                return ExitCode.Findings;
            case WorkflowCommandStatus.Malformed or WorkflowCommandStatus.NotFound:
                return ExitCode.Usage;
            default:
                return ExitCode.Findings;
        }
    }

    /// <summary>What stands before anything was done.</summary>
    public static WorkflowResult Nothing(string instanceId) =>
        new(WorkflowCommandStatus.NotWaiting, instanceId, []);

    /// <summary>One line of JSON.</summary>
    public static void Json<T>(T value, UserTerminal terminal) =>
        terminal.Out.WriteLine(JsonSerializer.Serialize(value, Answers.Json));

    /// <summary>A reason why something was not carried out.</summary>
    public static void Report(WorkflowFinding problem, UserTerminal terminal) =>
        terminal.Report(problem.Code, problem.Message(terminal.Culture), problem.Help(terminal.Culture));

    private static void Accepted(WorkflowResult result, UserTerminal terminal)
    {
        if (terminal.Json)
        {
            Json(InstanceAnswer.Of(result), terminal);
            return;
        }

        terminal.Out.WriteLine($"{result.InstanceId}: {result.SubStatus}");
    }
}
