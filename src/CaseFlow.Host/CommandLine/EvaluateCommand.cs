using System.CommandLine;
using CaseFlow.Host.Evaluation;
using CaseFlow.Host.Packs;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// `evaluate PACK --facts FILE`: decides one case a line; a bad line gets its error and the rest go on.
/// </summary>
internal static class EvaluateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(UserTerminal terminal)
    {
        var pack = new Argument<string>("PACK") { Description = "Folder of the rule pack" };
        var facts = new FactsOptions();
        var explain = new Option<bool>("--explain") { Description = "Adds the reasons of each decision" };
        var command = new Command("evaluate", "Decides cases given as JSON lines")
        {
            pack,
            facts.Facts,
            facts.Decisions,
            facts.Today,
            explain,
        };
        command.SetAction(
            async (parsed, stop) =>
            {
                var compiled = LoadedPack.Load(parsed.GetValue(pack)!).Cases.Rules;
                var line = new LineEvaluation(
                    compiled,
                    facts.DecisionsOf(parsed, [.. compiled.Pack.Decisions.Select(decision => decision.Symbol)]),
                    facts.DayOf(parsed),
                    parsed.GetValue(explain),
                    terminal.Culture
                );
                await using var input = facts.Open(parsed);
                return await RunAsync(line, input, terminal, stop);
            }
        );
        return command;
    }

    private static async Task<int> RunAsync(
        LineEvaluation evaluation, Stream input, UserTerminal terminal, CancellationToken stop)
    {
        var failed = false;
        await foreach (var line in JsonLines.ReadAsync(input, stop))
        {
            var (answer, isGood) = evaluation.Answer(line);
            failed |= !isGood;
            await terminal.Out.WriteLineAsync(answer.ToJsonString(UserTerminal.JsonOptions).AsMemory(), stop);
        }

        return failed ? ExitCode.Findings : ExitCode.Ok;
    }
}
