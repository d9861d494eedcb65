using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Definitions;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Releasing;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// `release PACK`: tells all that stands against a release at once; where nothing does, writes what the release is.
/// </summary>
internal static class ReleaseCommand
{
    private const string FileName = "release.json";

    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var pack = new Argument<string>("PACK") { Description = "Folder of the rule pack" };
        var date = new Option<string>("--date") { Description = "Day of the release, yyyy-MM-dd", Required = true };
        var signed = new Option<string[]>("--signed-by")
        {
            Description = "Who signed the reading view; may be repeated",
            AllowMultipleArgumentsPerToken = false,
        };
        var file = new Option<string?>("--out")
        {
            Description = $"File to write the release to; default {FileName} in the pack's folder",
        };
        var rehearsal = new Option<bool>("--dry-run") { Description = "Prints the release instead of writing it" };
        var command = new Command(
            "release", "Releases a pack, or tells all that stands against it; exit code 1 where something does")
        {
            pack, date, signed, file, rehearsal,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(pack)!;
            var names = (parsed.GetValue(signed) ?? []).Where(name => !string.IsNullOrWhiteSpace(name));
            var signature = new ReleaseSignature(DayOf(parsed.GetValue(date)!), [.. names]);
            var target = parsed.GetValue(rehearsal) ? null : parsed.GetValue(file) ?? Path.Join(folder, FileName);
            return Run(folder, signature, target, terminal);
        });
        return command;
    }

    private static DateOnly DayOf(string text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw new HostErrorException(new HostError(HostCodes.BadDateOption, "--date", text), ExitCode.Usage);

    private static int Run(string folder, ReleaseSignature signature, string? target, UserTerminal terminal)
    {
        var source = PackFolder.Source(folder);
        var read = CasePackReader.Read(source);
        if (read.Pack is not { } pack)
        {
            return RefuseUnread(read, folder, source, terminal);
        }

        var report = ReleaseCheck.Of(pack.Rules, signature.SignedBy);
        if (!report.IsReleasable)
        {
            Print(report.Refusals, folder, source, terminal);
            return Refused(report.Refusals.Count, terminal);
        }

        Write(ReleaseJson.Write(pack.Bound, report, signature), target, terminal);
        return ExitCode.Ok;
    }

    // A pack that does not load cannot be looked at any further.
    private static int RefuseUnread(CasePackReading read, string folder, IRuleSource source, UserTerminal terminal)
    {
        var errors = read.Diagnostics.Where(finding => finding.Severity is Severity.Error)
            .Select(ReleaseCheck.OfError)
            .ToList();
        Print(errors, folder, source, terminal);
        var printer = new DiagnosticPrinter(terminal, folder, source);
        foreach (var problem in read.Problems)
        {
            printer.Print(problem);
        }

        return Refused(errors.Count + read.Problems.Count, terminal);
    }

    private static void Print(
        IReadOnlyList<Diagnostic> refusals, string folder, IRuleSource source, UserTerminal terminal)
    {
        var printer = new DiagnosticPrinter(terminal, folder, source);
        foreach (var refusal in refusals)
        {
            printer.Print(refusal);
        }
    }

    private static int Refused(int refusals, UserTerminal terminal)
    {
        var count = refusals.ToString(CultureInfo.InvariantCulture);
        terminal.Out.WriteLine(terminal.Json
            ? new JsonObject { ["summary"] = new JsonObject { ["refusals"] = refusals } }
                .ToJsonString(UserTerminal.JsonOptions)
            : terminal.Text("release.refused", count));
        return ExitCode.Findings;
    }

    private static void Write(JsonObject release, string? target, UserTerminal terminal)
    {
        if (target is null)
        {
            terminal.Out.WriteLine(release.ToJsonString(UserTerminal.IndentedJsonOptions));
            return;
        }

        try
        {
            File.WriteAllText(target, release.ToJsonString(UserTerminal.IndentedJsonOptions) + "\n");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostErrorException(
                new HostError(HostCodes.PackUnwritable, target, Reasons.Of(exception)), ExitCode.Environment);
        }

        terminal.Out.WriteLine(terminal.Json
            ? new JsonObject { ["summary"] = new JsonObject { ["refusals"] = 0, ["file"] = target } }
                .ToJsonString(UserTerminal.JsonOptions)
            : terminal.Text("release.written", target));
    }
}
