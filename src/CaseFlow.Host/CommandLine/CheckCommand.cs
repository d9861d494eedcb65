using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Workflows.Cases;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Host.CommandLine.Workflows;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// `check PACK`: every finding of a pack, by file and place; where it loads, what its analysis finds comes after.
/// </summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var pack = new Argument<string>("PACK") { Description = "Folder of the rule pack" };
        var command = new Command("check", "Lists every finding of a pack; exit code 1 on an error") { pack };
        command.SetAction(parsed => Run(parsed.GetValue(pack)!, terminal));
        return command;
    }

    private static int Run(string folder, UserTerminal terminal)
    {
        var source = PackFolder.Source(folder);
        var loaded = CasePackReader.Read(source);
        var printer = new DiagnosticPrinter(terminal, folder, source);
        foreach (var finding in loaded.Diagnostics)
        {
            printer.Print(finding);
        }

        foreach (var problem in loaded.Problems)
        {
            printer.Print(problem);
        }

        var analysed = loaded.Pack is { } pack
            ? PackAnalysis.Of(pack.Bound, AnalysisBudget.Default).Findings
            : [];
        foreach (var finding in analysed)
        {
            printer.Print(finding);
        }

        var procedures = PackWorkflows.Check(source, loaded.Pack, WorkflowFeatures.Plain);
        foreach (var found in procedures)
        {
            new WorkflowFindingPrinter(terminal, Path.Join(folder, found.File), terminal.Out).Print([found.Finding]);
        }

        var severities = loaded.Diagnostics
            .Concat(analysed.Select(finding => finding.Diagnostic))
            .Select(finding => finding.Severity)
            .Concat(procedures.Select(found => found.Finding.Severity))
            .ToList();
        var errors = loaded.Problems.Count + severities.Count(severity => severity is Severity.Error);
        Summarise(terminal, errors, severities.Count + loaded.Problems.Count - errors);
        return errors > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static void Summarise(UserTerminal terminal, int errors, int warnings)
    {
        if (!terminal.Json)
        {
            terminal.Out.WriteLine(terminal.Text(
                "check.found",
                errors.ToString(CultureInfo.InvariantCulture),
                warnings.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
