using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Definitions;
using CaseFlow.Host.CommandLine.Workflows;
using CaseFlow.Host.Composition;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Storage;

namespace CaseFlow.Host.CommandLine;

/// <summary>The program: reads the command line, runs the command, and turns every error into one message.</summary>
internal static class CaseFlowProgram
{
    /// <summary>Runs one command and gives its exit code.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var options = new GlobalOptions();
        var terminal = new UserTerminal(
            output, errors, GlobalOptions.CultureOf(args), args.Contains("--json", StringComparer.Ordinal));
        var parsed = Root(options, terminal).Parse(ExplainOption.Spelled(args));
        if (parsed.Errors.Count > 0)
        {
            ReportUsage(parsed, terminal);
            return ExitCode.Usage;
        }

        return await InvokeAsync(parsed, options, terminal);
    }

    private static RootCommand Root(GlobalOptions options, UserTerminal terminal)
    {
        var root = new RootCommand("CaseFlow carries petitions on the law's own dates.");
        foreach (var option in options.All)
        {
            root.Options.Add(option);
        }

        root.Subcommands.Add(ServeCommand.Create(options, terminal));
        root.Subcommands.Add(DemoCommand.Create(options, terminal));
        root.Subcommands.Add(ImportCommand.Create(options, terminal));
        root.Subcommands.Add(CheckCommand.Create(terminal));
        root.Subcommands.Add(FormatCommand.Create(terminal));
        root.Subcommands.Add(ReadCommand.Create(terminal));
        root.Subcommands.Add(TestCommand.Create(terminal));
        root.Subcommands.Add(ReleaseCommand.Create(terminal));
        root.Subcommands.Add(EvaluateCommand.Create(terminal));
        root.Subcommands.Add(DiffCommand.Create(options, terminal));
        root.Subcommands.Add(WorkflowCommand.Create(options, terminal));
        return root;
    }

    private static async Task<int> InvokeAsync(ParseResult parsed, GlobalOptions options, UserTerminal terminal)
    {
        using var stop = new StopSignals();
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            options.RefusePostgres(parsed);
            return await parsed.InvokeAsync(configuration, stop.Token);
        }
        catch (HostErrorException exception)
        {
            terminal.Report(exception.Error);
            return exception.ExitCode;
        }
        catch (StorageException exception)
        {
            ReportStorage(exception, parsed.GetValue(options.Data)!, terminal);
            return ExitCode.Environment;
        }
        catch (UnreadablePackException exception)
        {
            var number = exception.Activation.Number.ToString(CultureInfo.InvariantCulture);
            terminal.Report(
                new HostError(HostCodes.CurrentPackUnreadable, exception.Activation.Hash, number));
            return ExitCode.Environment;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            terminal.Report(new HostError(HostCodes.Interrupted));
            return ExitCode.Suspended;
        }
// The outermost edge: whatever went wrong, the user gets one message and the details go to a file.
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var incident = Incident.Record(exception, TimeProvider.System);
            terminal.Report(new HostError(HostCodes.Unexpected, incident.Id, incident.Place));
            return ExitCode.Environment;
        }
    }

    // Where another process holds the folder, whoever asks is sent to that one.
    private static void ReportStorage(StorageException exception, string folder, UserTerminal terminal)
    {
        var help = exception.Code == StorageCodes.HeldByAnotherProcess && RunningNote.Read(folder) is { } running
            ? terminal.Text("held.help", running.Urls, running.Process)
            : exception.Help(terminal.Culture);
        terminal.Report(exception.Code, exception.Describe(terminal.Culture), help);
    }

    private static void ReportUsage(ParseResult parsed, UserTerminal terminal)
    {
        // After an unknown command every further word is unknown too: only the first is worth telling.
        var isCommandUnknown = parsed.CommandResult.Command is RootCommand;
        foreach (var token in isCommandUnknown ? parsed.UnmatchedTokens.Take(1) : parsed.UnmatchedTokens)
        {
            terminal.Report(new HostError(HostCodes.UnknownWord, token));
        }

        if (parsed.UnmatchedTokens.Count > 0)
        {
            return;
        }

        foreach (var error in parsed.Errors)
        {
            terminal.Report(new HostError(HostCodes.WrongUsage, error.Message));
        }
    }
}
