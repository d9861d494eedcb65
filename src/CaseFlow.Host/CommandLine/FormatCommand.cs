using System.CommandLine;
using System.Text;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Formatting;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.CommandLine;

/// <summary>`fmt PACK [--verify]`: puts every module of a folder into its canonical layout.</summary>
internal static class FormatCommand
{
    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var pack = new Argument<string>("PACK") { Description = "Folder of the rule pack" };
        var verify = new Option<bool>("--verify")
        {
            Description = "Changes nothing; exit code 1 where a module is not in its canonical layout",
        };
        var command = new Command("fmt", "Lays out the modules of a pack; prints those that change") { pack, verify };
        command.SetAction(parsed => Run(parsed.GetValue(pack)!, parsed.GetValue(verify), terminal));
        return command;
    }

    private static int Run(string folder, bool verifies, UserTerminal terminal)
    {
        var files = PackFolder.Read(folder);
        var printer = new DiagnosticPrinter(terminal, folder, new InMemoryRuleSource(files));
        var clean = true;
        foreach (var (path, bytes) in files)
        {
            if (path.EndsWith(".cfr", StringComparison.Ordinal))
            {
                clean &= Format(folder, path, bytes, verifies, terminal, printer);
            }
        }

        return clean ? ExitCode.Ok : ExitCode.Findings;
    }

    // False where the module has errors, or is to be verified and not in its layout.
    private static bool Format(
        string folder, string path, byte[] bytes, bool verifies, UserTerminal terminal, DiagnosticPrinter printer)
    {
        var errors = ModuleParser.Parse(path, bytes).Diagnostics.Where(finding => finding.Severity == Severity.Error);
        var readable = true;
        foreach (var error in errors)
        {
            readable = false;
            printer.Print(error);
        }

        var formatted = readable ? Encoding.UTF8.GetBytes(RuleFormatter.Format(path, Text(bytes)).Text) : bytes;
        if (bytes.AsSpan().SequenceEqual(formatted))
        {
            return readable;
        }

        var file = Path.Join(folder, path);
        terminal.Out.WriteLine(file);
        if (!verifies)
        {
            ModuleFile.Replace(file, formatted);
        }

        return !verifies;
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
