using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Coverage;
using CaseFlow.Rules.Coverage.Conditions;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// `test PACK`: runs the pack's own examples; the last line is `N passed, N failed`. `--coverage` tells what no example
/// shows to work and what of the laws no rule cites, `--conditions` which sides of conditions none shows, with an
/// example for each.
/// </summary>
internal static class TestCommand
{
    private const int PercentMax = 100;

    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var pack = new Argument<string>("PACK") { Description = "Folder of the rule pack" };
        var coverage = new Option<bool>("--coverage")
        {
            Description = "Lists what no example shows, the share shown, and what of the outlined laws no rule cites",
        };
        var minimum = new Option<int?>("--minimum")
        {
            Description = "Least share of coverage, in percent; exit code 1 below it",
        };
        var conditions = new Option<bool>("--conditions")
        {
            Description = "Lists the sides of conditions that no example shows to matter, with examples to paste",
        };
        var command = new Command("test", "Runs a pack's own examples; exit code 1 where one fails")
        {
            pack, coverage, minimum, conditions,
        };
        command.SetAction(parsed =>
        {
            var least = parsed.GetValue(minimum);
            Refuse(least);
            var asked = new Asked(
                parsed.GetValue(coverage) || least is not null, least ?? 0, parsed.GetValue(conditions));
            return Run(parsed.GetValue(pack)!, asked, terminal);
        });
        return command;
    }

    private static void Refuse(int? minimum)
    {
        if (minimum is < 0 or > PercentMax)
        {
            throw new HostErrorException(
                new HostError(
                    HostCodes.BadNumberOption, "--minimum", Count(minimum.Value), "0", Count(PercentMax)),
                ExitCode.Usage);
        }
    }

    private static int Run(string folder, Asked asked, UserTerminal terminal)
    {
        var pack = LoadedPack.Load(folder);
        var rules = pack.Cases.Rules;
        var report = rules.Test();
        var printer = new DiagnosticPrinter(terminal, folder, pack.Source);
        foreach (var failure in report.Results.Select(result => result.Failure).OfType<Rules.Diagnostics.Diagnostic>())
        {
            printer.Print(failure);
        }

        var coverage = asked.Coverage ? rules.Coverage() : null;
        var laws = asked.Coverage ? LawCoverage.Of(pack.Cases.Bound) : [];
        var conditions = asked.Conditions ? rules.ConditionCoverage(AnalysisBudget.Default) : null;
        Summarise(report, (coverage, laws), conditions, folder, terminal);
        return report.Failed == 0 && (coverage is null || coverage.Percent >= asked.Minimum)
            ? ExitCode.Ok
            : ExitCode.Findings;
    }

    private static void Summarise(
        TestReport report,
        (CoverageReport? OfRules, IReadOnlyList<LawCoverage> OfLaws) coverage,
        ConditionReport? conditions,
        string folder,
        UserTerminal terminal)
    {
        var printer = new CoveragePrinter(terminal, folder);
        var sides = new ConditionPrinter(terminal, folder);
        if (terminal.Json)
        {
            var json = new JsonObject { ["passed"] = report.Passed, ["failed"] = report.Failed };
            json["coverage"] = coverage.OfRules is { } shown ? printer.Json(shown, coverage.OfLaws) : null;
            json["conditions"] = conditions is null ? null : sides.Json(conditions);
            terminal.Out.WriteLine(new JsonObject { ["summary"] = json }.ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        if (coverage.OfRules is { } ofRules)
        {
            printer.Print(ofRules);
            LawCoveragePrinter.Print(coverage.OfLaws, terminal);
        }

        if (conditions is not null)
        {
            sides.Print(conditions);
        }

        // One spelling in every language: scripts read this line.
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{report.Passed} passed, {report.Failed} failed"));
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private readonly record struct Asked(bool Coverage, int Minimum, bool Conditions);
}
