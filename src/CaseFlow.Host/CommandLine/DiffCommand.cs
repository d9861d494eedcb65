using System.CommandLine;
using System.Text.Json;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Evaluation;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Comparison;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// `diff OLD NEW --facts FILE`, or `diff PACK --set NAME=VALUE --data FOLDER`: which cases of a file, or which open
/// cases of a folder, come out otherwise, from what to what, and why.
/// </summary>
internal static class DiffCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions common, UserTerminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = "Folder of the rule pack as it is" };
        var changed = new Argument<string?>("NEW")
        {
            Description = "Folder of the rule pack as it would be; left out where --set changes parameters of OLD",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var settings = new Option<string[]>("--set")
        {
            Description = "Another value of a parameter, as w_crowd=40 or term=\"7 working days\"; may be repeated",
            AllowMultipleArgumentsPerToken = false,
        };
        var facts = new FactsOptions();
        facts.Facts.Required = false;
        var command = new Command(
            "diff", "Shows which cases another pack decides otherwise, and why; exit code 1 where one does")
        {
            old, changed, settings, facts.Facts, facts.Decisions, facts.Today,
        };
        command.SetAction(async (parsed, stop) =>
        {
            var before = LoadedPack.Load(parsed.GetValue(old)!);
            var after = Changed(before, parsed.GetValue(changed), parsed.GetValue(settings) ?? [], terminal);
            var (one, other) = (before.Cases.Rules, after.Cases.Rules);
            var asked = facts.DecisionsOf(
                parsed, [.. one.Pack.Decisions.Concat(other.Pack.Decisions).Select(decision => decision.Symbol)]);
            var names = asked.Select(decision => decision.Name).Distinct(StringComparer.Ordinal).ToList();
            var comparison = new WhatIf(new PackSide(one), new PackSide(other), names);
            var cases = DiffCases.Of(parsed, facts, common.Data, terminal.Culture, stop);
            return await RunAsync(comparison, cases, facts.DayOf(parsed), terminal);
        });
        return command;
    }

    private static LoadedPack Changed(
        LoadedPack before, string? folder, IReadOnlyList<string> settings, UserTerminal terminal)
    {
        if (folder is null && settings.Count == 0)
        {
            throw new HostErrorException(new HostError(HostCodes.NothingToCompare), ExitCode.Usage);
        }

        var pack = folder is null ? before : LoadedPack.Load(folder);
        return settings.Count == 0 ? pack : ParameterSettings.Apply(pack, settings, terminal);
    }

    private static async Task<int> RunAsync(
        WhatIf comparison, IAsyncEnumerable<DiffCase> cases, DateOnly today, UserTerminal terminal)
    {
        var printer = new DiffPrinter(terminal);
        var totals = new DiffTotals();
        var failed = 0;
        await foreach (var (read, view) in cases)
        {
            if (read.Errors.Count > 0)
            {
                failed++;
                printer.Print(read);
                continue;
            }

            using var facts = JsonDocument.Parse(read.Facts?.ToJsonString() ?? "{}");
            var id = read.Id?.ToString() ?? terminal.Text("diff.line", DiffPrinter.Count(read.Number));
            var difference = comparison.Compare(new CaseToCompare(id, read.Today ?? today, facts.RootElement)
            {
                Case = view,
            });
            totals.Add(difference);
            if (!difference.IsSame)
            {
                printer.Print(difference, read);
            }
        }

        printer.Summarise(comparison.Changes, totals, failed);
        return totals.IsNothing && failed == 0 ? ExitCode.Ok : ExitCode.Findings;
    }
}
