using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Definitions;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Web;
using Spectre.Console;

namespace CaseFlow.Host.Demo;

/// <summary>Says what happened in the demo, so that a stranger understands it.</summary>
internal sealed class DemoPrinter(UserTerminal terminal, CasePack pack)
{
    private string Language => terminal.Culture.TwoLetterISOLanguageName;

    /// <summary>The table of kinds, with their sum.</summary>
    public void Table(IReadOnlyList<DemoRow> rows)
    {
        var sum = new DemoRow(
            terminal.Text("demo.sum"), rows.Sum(row => row.Received), rows.Sum(row => row.Decided),
            rows.Sum(row => row.Escalated), rows.Sum(row => row.Late));
        if (terminal.Json)
        {
            terminal.Out.WriteLine(Json(rows, sum).ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        var table = new Table().Border(TableBorder.Ascii2).AddColumn(terminal.Text("demo.kind"));
        foreach (var column in new[] { "demo.received", "demo.decided", "demo.escalated", "demo.late" })
        {
            table.AddColumn(new TableColumn(terminal.Text(column)).RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow(Cells(row with { Kind = LabelOf(row.Kind) }));
        }

        table.AddEmptyRow().AddRow(Cells(sum));
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Out) }).Write(table);
        terminal.Out.WriteLine(terminal.Text("demo.words"));
    }

    /// <summary>How the dates of one petition came about, article by article.</summary>
    public void Explain(SamplePetition petition, string tracking, IReadOnlyList<DeadlineReading> deadlines)
    {
        if (terminal.Json)
        {
            return;
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine(terminal.Text("demo.explained", petition.Title, tracking));
        foreach (var deadline in deadlines)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(
                $"{LabelOf(deadline)}: {TrackedDeadline.Sentence(deadline, terminal.Culture)}");
            foreach (var line in StatementText.Lines(
                deadline.Statement, terminal.Culture, name => pack.LabelOf(name, Language)))
            {
                terminal.Out.WriteLine("  " + line);
            }
        }

        Laws(deadlines);
    }

    private void Laws(IReadOnlyList<DeadlineReading> deadlines)
    {
        var cited = deadlines
            .Select(deadline => deadline.Statement)
            .SelectMany(statement => statement.Cites.Concat(statement.Terms.SelectMany(term => term.Cites)))
            .Select(cite => cite.Split(' ')[0])
            .ToHashSet(StringComparer.Ordinal);
        terminal.Out.WriteLine();
        foreach (var law in pack.Bound.Laws.Where(law => cited.Contains(law.Name)))
        {
            terminal.Out.WriteLine($"{law.Name}: {law.Title}");
        }
    }

    private string LabelOf(string lifecycle) => pack.DefinitionOf(lifecycle).Lifecycle.LabelIn(Language);

    private string LabelOf(DeadlineReading deadline) =>
        pack.FindDeadline(deadline.Name)?.LabelIn(Language) ?? deadline.Name;

    private static string[] Cells(DemoRow row) =>
    [
        Markup.Escape(row.Kind), Number(row.Received), Number(row.Decided), Number(row.Escalated), Number(row.Late),
    ];

    private static JsonObject Json(IReadOnlyList<DemoRow> rows, DemoRow sum) => new()
    {
        ["kinds"] = new JsonArray([.. rows.Select(row => (JsonNode)Json(row))]),
        ["sum"] = Json(sum),
    };

    private static JsonObject Json(DemoRow row) => new()
    {
        ["kind"] = row.Kind,
        ["received"] = row.Received,
        ["decided"] = row.Decided,
        ["escalated"] = row.Escalated,
        ["late"] = row.Late,
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
