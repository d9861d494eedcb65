using System.Globalization;
using Spectre.Console;

namespace CaseFlow.Host.CommandLine;

/// <summary>How far a playback is: a bar where a person watches, a line for every tenth otherwise.</summary>
internal static class PlayProgress
{
    private const int PlainLines = 10;

    /// <summary>
    /// Runs <paramref name="play"/>, which tells of every step done and of the instant it was done at.
    /// </summary>
    public static async Task RunAsync(
        UserTerminal terminal, string title, int total, Func<Action<DateTimeOffset>, Task> play)
    {
        if (!terminal.IsWatched)
        {
            await play(Plain(terminal, title, total));
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        await console
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn()
            )
            .StartAsync(async context =>
            {
                var task = context.AddTask(title, maxValue: Math.Max(total, 1));
                await play(at =>
                {
                    task.Increment(1);
                    task.Description = $"{title} {Day(at)}";
                });
            });
    }

    private static Action<DateTimeOffset> Plain(UserTerminal terminal, string title, int total)
    {
        var done = 0;
        return at =>
        {
            done++;
            if (!terminal.Json && (done * PlainLines / total) > ((done - 1) * PlainLines / total))
            {
                terminal.Error.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{title} {Day(at)}  {done}/{total}"));
            }
        };
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
