using System.CommandLine;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>`workflow list`: the instances of a data folder, newest first.</summary>
internal static class WorkflowListCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions common, UserTerminal terminal)
    {
        var status = new Option<string?>("--status")
        {
            Description = "Only those that are so, as Suspended or Faulted",
        };
        status.AcceptOnlyFromAmong(Enum.GetNames<WorkflowSubStatus>());
        var definition = new Option<string?>("--definition") { Description = "Only instances of this definition" };
        var caseId = new Option<string?>("--case") { Description = "Only instances of this case (correlation id)" };
        var command = new Command("list", "Lists the instances of workflows, newest first")
        {
            status, definition, caseId,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var query = new InstanceQuery(
                parsed.GetValue(definition),
                parsed.GetValue(status) is { } name ? Enum.Parse<WorkflowSubStatus>(name) : null,
                parsed.GetValue(caseId),
                null,
                InstanceQuery.LargestPage);
            using var folder = StoredWorkflows.Open(parsed.GetValue(common.Data)!);
            await RunAsync(folder.Store, query, terminal, stop);
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task RunAsync(
        IWorkflowStore store, InstanceQuery query, UserTerminal terminal, CancellationToken stop)
    {
        IReadOnlyList<InstanceRow> page;
        do
        {
            page = await store.ListAsync(query, stop);
            foreach (var row in page)
            {
                Print(row, terminal);
            }

            query = query with { After = page.Count == 0 ? null : page[^1].Id };
        }
        while (page.Count == query.Limit);
    }

    private static void Print(InstanceRow row, UserTerminal terminal)
    {
        if (terminal.Json)
        {
            WorkflowReport.Json(InstanceSummary.Of(row), terminal);
            return;
        }

        var line = $"{row.Id}  {row.Status,-9}  {WaitWords.Moment(row.ChangedAt)}  {row.DefinitionId}  "
            + $"{row.CorrelationId ?? "-"}  {row.Name}";
        terminal.Out.WriteLine(MarkedLine.Shown(line.TrimEnd()));
    }
}
