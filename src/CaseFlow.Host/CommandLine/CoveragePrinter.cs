using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Coverage;

namespace CaseFlow.Host.CommandLine;

/// <summary>Writes what the examples of a pack show, and what they do not, with its place.</summary>
internal sealed class CoveragePrinter(UserTerminal terminal, string folder)
{
    /// <summary>Writes what is left, then the share that is shown: in all and by kind.</summary>
    public void Print(CoverageReport report)
    {
        foreach (var item in report.Uncovered)
        {
            var left = terminal.Text("coverage.left", Named(item), StateOf(item));
            terminal.Out.WriteLine($"{FindingPlace.Of(folder, item.Span)}: {left}");
        }

        terminal.Out.WriteLine(terminal.Text(
            "coverage.share", Percent(report), Count(report.Covered), Count(report.Items.Count)));
        foreach (var (kind, covered, total) in ByKind(report))
        {
            terminal.Out.WriteLine(
                $"  {terminal.Text("coverage.kind." + kind)}: {Count(covered)}/{Count(total)}");
        }
    }

    /// <summary>The report as JSON, and how far the rules go through the laws.</summary>
    public JsonObject Json(CoverageReport report, IReadOnlyList<LawCoverage> laws)
    {
        var kinds = new JsonObject();
        foreach (var (kind, covered, total) in ByKind(report))
        {
            kinds[kind] = new JsonObject { ["covered"] = covered, ["total"] = total };
        }

        return new JsonObject
        {
            ["percent"] = report.Percent,
            ["covered"] = report.Covered,
            ["total"] = report.Items.Count,
            ["kinds"] = kinds,
            ["uncovered"] = new JsonArray([.. report.Uncovered.Select(Json)]),
            ["laws"] = LawCoveragePrinter.Json(laws),
        };
    }

    /// <summary>`97.3`, alike in every language.</summary>
    public static string Percent(CoverageReport report) => report.Percent.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string Kind, int Covered, int Total)> ByKind(CoverageReport report) => report.Items
        .GroupBy(item => item.Kind)
        .OrderBy(group => group.Key)
        .Select(group => (NameOf(group.Key), group.Count(item => item.IsCovered), group.Count()));

    private JsonNode Json(CoverageItem item) => new JsonObject
    {
        ["file"] = Path.Join(folder, item.Span.File),
        ["line"] = item.Span.Line,
        ["column"] = item.Span.Column,
        ["kind"] = NameOf(item.Kind),
        ["owner"] = item.Owner,
        ["name"] = item.Name,
        ["from"] = item.Period is { } period && period.From != DateOnly.MinValue ? Day(period.From) : null,
        ["before"] = item.Period?.Before is { } before ? Day(before) : null,
        ["state"] = NameOf(item.State),
    };

    // `rule first_complex of resolution (from 2012-07-01)`.
    private string Named(CoverageItem item)
    {
        var kind = terminal.Text("coverage.one." + NameOf(item.Kind));
        var from = item.Period is { } period && period.From != DateOnly.MinValue
            ? " " + terminal.Text("coverage.from", Day(period.From))
            : "";
        return terminal.Text("coverage.item", kind, item.Name, item.Owner) + from;
    }

    private string StateOf(CoverageItem item) => terminal.Text(
        "coverage.state." + (item.Kind == CoverageKind.Branch ? "branch" : NameOf(item.State)));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NameOf<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
}
