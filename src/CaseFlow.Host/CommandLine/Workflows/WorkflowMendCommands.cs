using System.CommandLine;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>
/// `workflow retry|skip|cancel INSTANCE`: what an operator does about an instance; in its journal stands `cli` as who.
/// </summary>
internal static class WorkflowMendCommands
{
    private const string Operator = "cli";

    /// <summary>`retry INSTANCE [--incident N]`.</summary>
    public static Command Retry(GlobalOptions common, UserTerminal terminal)
    {
        var (instance, incident) = (Instance(), Incident());
        var command = new Command("retry", "Runs what an incident stopped once more") { instance, incident };
        command.SetAction((parsed, stop) => MendAsync(
            parsed.GetValue(common.Data)!,
            parsed.GetValue(instance)!,
            parsed.GetValue(incident),
            (engine, id, number) => engine.RetryAsync(id, number, Operator, stop),
            terminal,
            stop));
        return command;
    }

    /// <summary>`skip INSTANCE [--incident N] [--outcome NAME]`.</summary>
    public static Command Skip(GlobalOptions common, UserTerminal terminal)
    {
        var (instance, incident) = (Instance(), Incident());
        var outcome = new Option<string?>("--outcome") { Description = "The outcome that it ends with (default Done)" };
        var command = new Command("skip", "Passes over the activity that an incident stopped")
        {
            instance, incident, outcome,
        };
        command.SetAction((parsed, stop) => MendAsync(
            parsed.GetValue(common.Data)!,
            parsed.GetValue(instance)!,
            parsed.GetValue(incident),
            (engine, id, number) => engine.SkipAsync(id, number, parsed.GetValue(outcome), Operator, stop),
            terminal,
            stop));
        return command;
    }

    /// <summary>`cancel INSTANCE`.</summary>
    public static Command Cancel(GlobalOptions common, UserTerminal terminal)
    {
        var instance = Instance();
        var command = new Command("cancel", "Ends an instance; what it waits for is void") { instance };
        command.SetAction(async (parsed, stop) =>
        {
            using var folder = StoredWorkflows.Open(parsed.GetValue(common.Data)!);
            return WorkflowReport.Tell(await folder.Engine.CancelAsync(parsed.GetValue(instance)!, stop), terminal);
        });
        return command;
    }

    private static Argument<string> Instance() => new("INSTANCE") { Description = "The instance's id" };

    private static Option<int?> Incident() => new("--incident")
    {
        Description = "The incident's number (default: all open ones of the instance)",
    };

    private static async Task<int> MendAsync(
        string data,
        string instanceId,
        int? number,
        Func<WorkflowEngine, string, int, ValueTask<WorkflowResult>> mend,
        UserTerminal terminal,
        CancellationToken stop)
    {
        using var folder = StoredWorkflows.Open(data);
        var numbers = number is { } one ? [one] : await OpenAsync(folder.Store, instanceId, stop);
        if (numbers.Count == 0)
        {
            terminal.Report(new HostError(HostCodes.NoOpenIncident, instanceId));
            return ExitCode.Findings;
        }

        var result = WorkflowReport.Nothing(instanceId);
        foreach (var next in numbers)
        {
            result = await mend(folder.Engine, instanceId, next);
            if (result.Status is not WorkflowCommandStatus.Accepted)
            {
                break;
            }
        }

        return WorkflowReport.Tell(result, terminal);
    }

    private static async Task<IReadOnlyList<int>> OpenAsync(
        IWorkflowStore store, string instanceId, CancellationToken stop)
    {
        var rows = await store.ListIncidentsAsync(instanceId, InstanceQuery.LargestPage, stop);
        return [.. rows.Where(row => row.ResolvedAt is null).Select(row => row.Number).Order()];
    }
}
