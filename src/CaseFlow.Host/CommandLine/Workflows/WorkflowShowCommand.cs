using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.CommandLine.Workflows;

/// <summary>`workflow show INSTANCE`: how it stands, where it waits and why, what went wrong, what happened.</summary>
internal static class WorkflowShowCommand
{
    private const int LinesByDefault = 50;

    private const int LinesAtMost = 10_000;

    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions common, UserTerminal terminal)
    {
        var instance = new Argument<string>("INSTANCE") { Description = "The instance's id" };
        var lines = new Option<int>("--journal")
        {
            Description = "How many of the last lines of its journal to show (default 50)",
            DefaultValueFactory = _ => LinesByDefault,
        };
        var command = new Command(
            "show", "Shows an instance: where it waits and why, what happened and what went wrong")
        {
            instance, lines,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var shown = Lines(parsed.GetValue(lines));
            using var folder = StoredWorkflows.Open(parsed.GetValue(common.Data)!);
            var (view, problem) = await folder.Reader.FindAsync(parsed.GetValue(instance)!, stop);
            if (view is null)
            {
                return WorkflowReport.Tell(problem!, terminal);
            }

            Print(view, await LastAsync(folder.Store, view.Instance.Id, shown, stop), terminal);
            return ExitCode.Ok;
        });
        return command;
    }

    private static int Lines(int asked) => asked is >= 0 and <= LinesAtMost
        ? asked
        : throw new HostErrorException(
            new HostError(
                HostCodes.BadNumberOption, "--journal", asked.ToString(CultureInfo.InvariantCulture), "0",
                LinesAtMost.ToString(CultureInfo.InvariantCulture)),
            ExitCode.Usage);

    private static async Task<IReadOnlyList<JournalLineView>> LastAsync(
        IWorkflowStore store, string instanceId, int count, CancellationToken stop)
    {
        var last = new Queue<JournalLineView>(count + 1);
        var number = 0;
        await foreach (var row in InstanceJournal.ReadAsync(store, instanceId, stop))
        {
            last.Enqueue(new JournalLineView(++number, row.At, row.NodeId, row.What, row.Detail));
            if (last.Count > count)
            {
                last.Dequeue();
            }
        }

        return [.. last];
    }

    private static void Print(InstanceView view, IReadOnlyList<JournalLineView> journal, UserTerminal terminal)
    {
        var detail = InstanceDetail.Of(view, terminal.Culture);
        if (terminal.Json)
        {
            WorkflowReport.Json(
                new
                {
                    detail.Instance, detail.DefinitionName, detail.DefinitionVersion, detail.Waits, detail.Incidents,
                    detail.Output, Journal = journal,
                },
                terminal);
            return;
        }

        var row = view.Instance;
        Line(terminal, "show.instance", row.Id, row.Status.ToString(), WaitWords.Moment(row.ChangedAt));
        Line(
            terminal, "show.definition", row.DefinitionId, view.Version.ToString(CultureInfo.InvariantCulture),
            view.DefinitionName ?? "-");
        Line(terminal, "show.correlation", row.CorrelationId ?? "-");
        Line(terminal, "show.output", ValueJson.Text(view.Output));
        foreach (var wait in detail.Waits)
        {
            terminal.Out.WriteLine(WaitLine.Of(wait, terminal));
        }

        IncidentPrinter.Print(detail.Incidents, terminal);
        Journal(journal, terminal);
    }

    private static void Journal(IReadOnlyList<JournalLineView> journal, UserTerminal terminal)
    {
        foreach (var line in journal)
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Number,6}  {WaitWords.Moment(line.At)}  {line.What,-9}  {line.NodeId}  {line.Detail}");
            terminal.Out.WriteLine(MarkedLine.Shown(text.TrimEnd()));
        }
    }

    private static void Line(UserTerminal terminal, string key, params string[] arguments) =>
        terminal.Out.WriteLine(MarkedLine.Shown(terminal.Text(key, arguments)));
}
