using System.CommandLine;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>`workflow incidents`: what is open, newest first; of one instance also what was dealt with.</summary>
internal static class WorkflowIncidentsCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions common, UserTerminal terminal)
    {
        var instance = new Argument<string?>("INSTANCE")
        {
            Description = "All incidents of this instance (default: the open ones of all)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("incidents", "Lists what could not go on; exit code 1 where something is open")
        {
            instance,
        };
        command.SetAction(async (parsed, stop) =>
        {
            using var folder = StoredWorkflows.Open(parsed.GetValue(common.Data)!);
            var rows = await folder.Store.ListIncidentsAsync(
                parsed.GetValue(instance), InstanceQuery.LargestPage, stop);
            Print([.. rows.Select(row => IncidentView.Of(row, terminal.Culture))], terminal);
            return rows.Any(row => row.ResolvedAt is null) ? ExitCode.Findings : ExitCode.Ok;
        });
        return command;
    }

    private static void Print(IReadOnlyList<IncidentView> incidents, UserTerminal terminal)
    {
        if (!terminal.Json)
        {
            IncidentPrinter.Print(incidents, terminal);
            return;
        }

        foreach (var incident in incidents)
        {
            WorkflowReport.Json(incident, terminal);
        }
    }
}
