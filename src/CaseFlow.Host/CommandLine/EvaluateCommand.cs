using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Evaluation;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// `evaluate PACK --facts FILE`: decides one case a line; a bad line gets its error and the rest go on.
/// </summary>
internal static class EvaluateCommand
{
    private const string StandardInput = "-";

    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var pack = new Argument<string>("PACK") { Description = "Folder of the rule pack" };
        var facts = new Option<string>("--facts")
        {
            Description = "File of JSON lines; - reads standard input",
            Required = true,
        };
        var decisions = new Option<string[]>("--decision")
        {
            Description = "Only this decision; may be repeated", AllowMultipleArgumentsPerToken = false,
        };
        var today = new Option<string?>("--today")
        {
            Description = "The day of the call where a line names none, as 2026-08-03",
        };
        var explain = ExplainOption.Create();
        var command = new Command("evaluate", "Decides cases given as JSON lines")
        {
            pack,
            facts,
            decisions,
            today,
            explain,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var compiled = LoadedPack.Load(parsed.GetValue(pack)!).Cases.Rules;
                var asked = Named(compiled, parsed.GetValue(decisions) ?? []);
                var line = new LineEvaluation(
                    compiled,
                    asked,
                    Today(parsed.GetValue(today)),
                    ExplainOption.DepthOf(parsed.GetValue(explain)),
                    terminal.Culture
                );
                return await RunAsync(line, parsed.GetValue(facts)!, terminal, stop);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        LineEvaluation evaluation, string file, UserTerminal terminal, CancellationToken stop)
    {
        await using var input = Open(file);
        var failed = false;
        await foreach (var line in JsonLines.ReadAsync(input, stop))
        {
            var (answer, isGood) = evaluation.Answer(line);
            failed |= !isGood;
            await terminal.Out.WriteLineAsync(answer.ToJsonString(UserTerminal.JsonOptions).AsMemory(), stop);
        }

        return failed ? ExitCode.Findings : ExitCode.Ok;
    }

    private static Stream Open(string file)
    {
        if (file == StandardInput)
        {
            return Console.OpenStandardInput();
        }

        try
        {
            return File.OpenRead(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostErrorException(
                new HostError(HostCodes.FileNotFound, file, Reasons.Of(exception)), ExitCode.Usage, exception);
        }
    }

    private static List<DecisionSymbol> Named(CompiledPack pack, IReadOnlyList<string> names)
    {
        var all = pack.Pack.Decisions.Select(decision => decision.Symbol).ToList();
        return names.Count == 0 ? all : [.. names.Select(name => Find(all, name)).Distinct()];
    }

    private static DecisionSymbol Find(List<DecisionSymbol> all, string name) =>
        all.Find(decision => decision.Aliases.Values.Append(decision.Name).Contains(name, IdentifierFolding.Comparer))
        ?? throw new HostErrorException(
            new HostError(HostCodes.UnknownDecision, name, string.Join(", ", all.Select(decision => decision.Name))),
            ExitCode.Usage);

    private static DateOnly Today(string? text)
    {
        if (text is null)
        {
            return AgencyTime.Vietnam.DayOf(TimeProvider.System.GetUtcNow());
        }

        return DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new HostErrorException(new HostError(HostCodes.BadDateOption, "--today", text), ExitCode.Usage);
    }
}
