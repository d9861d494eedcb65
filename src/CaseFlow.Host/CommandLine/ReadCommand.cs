using System.CommandLine;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Formatting.Reading;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// `read PACK [--lang vi|en] [--html FILE]`: the pack in plain sentences, for people who sign what they have read.
/// </summary>
internal static class ReadCommand
{
    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var pack = new Argument<string>("PACK") { Description = "Folder of the rule pack" };
        var html = new Option<string?>("--html") { Description = "Writes one HTML page to this file instead" };
        var command = new Command("read", "Shows a pack in plain sentences, numbered, for signature") { pack, html };
        command.SetAction(parsed => Run(parsed.GetValue(pack)!, parsed.GetValue(html), terminal));
        return command;
    }

    private static int Run(string folder, string? html, UserTerminal terminal)
    {
        var day = AgencyTime.Vietnam.DayOf(TimeProvider.System.GetUtcNow());
        var source = PackFolder.Source(folder);
        var result = ReadingView.Of(source, terminal.Culture, day);
        if (result.Document is not { } document)
        {
            var printer = new DiagnosticPrinter(terminal, folder, source);
            foreach (var error in result.Diagnostics.Where(finding => finding.Severity is Severity.Error))
            {
                printer.Print(error);
            }

            return ExitCode.Findings;
        }

        if (html is null)
        {
            terminal.Out.Write(document.ToText());
        }
        else
        {
            Write(html, document.ToHtml());
        }

        return ExitCode.Ok;
    }

    private static void Write(string file, string text)
    {
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostErrorException(
                new HostError(HostCodes.PackUnwritable, file, Reasons.Of(exception)), ExitCode.Environment, exception);
        }
    }
}
