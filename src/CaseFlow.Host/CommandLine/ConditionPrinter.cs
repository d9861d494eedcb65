using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Coverage.Conditions;

namespace CaseFlow.Host.CommandLine;

/// <summary>Writes which sides of conditions no example shows, each with an example that would.</summary>
internal sealed class ConditionPrinter(UserTerminal terminal, string folder)
{
    /// <summary>Writes what is needed, then the share that is shown.</summary>
    public void Print(ConditionReport report)
    {
        foreach (var side in Needed(report))
        {
            terminal.Out.WriteLine($"{FindingPlace.Of(folder, side.Span)}: " + terminal.Text(
                "conditions.left",
                side.Text,
                side.Rule,
                side.Owner,
                terminal.Text(side.Holds ? "conditions.holds" : "conditions.fails")));
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(side.Example);
        }

        terminal.Out.WriteLine(terminal.Text(
            "conditions.share",
            report.Percent.ToString(CultureInfo.InvariantCulture),
            Count(report.Shown),
            Count(report.Total)));
        if (Unsettled(report) is > 0 and var unsettled)
        {
            terminal.Out.WriteLine(terminal.Text("conditions.unsettled", Count(unsettled)));
        }

        if (report.IsCutShort)
        {
            terminal.Out.WriteLine(terminal.Text("conditions.cut"));
        }
    }

    /// <summary>The report as JSON.</summary>
    public JsonObject Json(ConditionReport report) => new()
    {
        ["percent"] = report.Percent,
        ["shown"] = report.Shown,
        ["total"] = report.Total,
        ["unsettled"] = Unsettled(report),
        ["cutShort"] = report.IsCutShort,
        ["needed"] = new JsonArray([.. Needed(report).Select(Json)]),
    };

    private JsonNode Json(ConditionSide side) => new JsonObject
    {
        ["file"] = Path.Join(folder, side.Span.File),
        ["line"] = side.Span.Line,
        ["column"] = side.Span.Column,
        ["owner"] = side.Owner,
        ["rule"] = side.Rule,
        ["part"] = side.Text,
        ["holds"] = side.Holds,
        ["example"] = side.Example,
    };

    private static IEnumerable<ConditionSide> Needed(ConditionReport report) =>
        report.Sides.Where(side => side.State == ConditionState.Needed);

    private static int Unsettled(ConditionReport report) =>
        report.Sides.Count(side => side.State == ConditionState.Unsettled);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
