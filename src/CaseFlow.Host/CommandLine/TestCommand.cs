using System.CommandLine;
using System.Globalization;
using CaseFlow.Host.Packs;

namespace CaseFlow.Host.CommandLine;

/// <summary>`test PACK`: runs the pack's own examples; the last line is `N passed, N failed`.</summary>
internal static class TestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var pack = new Argument<string>("PACK") { Description = "Folder of the rule pack" };
        var command = new Command("test", "Runs a pack's own examples; exit code 1 where one fails") { pack };
        command.SetAction(parsed => Run(parsed.GetValue(pack)!, terminal));
        return command;
    }

    private static int Run(string folder, UserTerminal terminal)
    {
        var pack = LoadedPack.Load(folder);
        var report = pack.Cases.Rules.Test();
        var printer = new DiagnosticPrinter(terminal, folder, pack.Source);
        foreach (var failure in report.Results.Select(result => result.Failure).OfType<Rules.Diagnostics.Diagnostic>())
        {
            printer.Print(failure);
        }

        // One spelling in every language: scripts read this line.
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{report.Passed} passed, {report.Failed} failed"));
        return report.Failed == 0 ? ExitCode.Ok : ExitCode.Findings;
    }
}
