using System.CommandLine;
using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Host.Composition;
using CaseFlow.Host.Demo;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Packs;

namespace CaseFlow.Host.CommandLine;

/// <summary>`demo`: plays the pack's sample petitions on a clock that skips, says what happened, then serves.</summary>
internal sealed class DemoCommand
{
    private readonly GlobalOptions _common;
    private readonly UserTerminal _terminal;
    private readonly SettingOptions _settings = new();

    private readonly Option<bool> _noServe = new("--no-serve") { Description = "Ends after the table" };

    private readonly Option<int?> _days = new("--days") { Description = "Plays only the first N days of the samples" };

    private DemoCommand(GlobalOptions common, UserTerminal terminal) => (_common, _terminal) = (common, terminal);

    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions common, UserTerminal terminal)
    {
        var demo = new DemoCommand(common, terminal);
        var command = new Command("demo", "Plays the sample petitions, says what happened, then serves them")
        {
            demo._noServe, demo._days,
        };
        demo._settings.AddTo(command);
        command.SetAction(demo.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var pack = LoadedPack.Load(_common.PackFolderOf(parsed));
        var samples = DemoSamples.Read(pack, _terminal);
        var (firstDay, span) = samples.Span();
        var clock = new SkippingTimeProvider(AgencyTime.Vietnam.StartOf(firstDay));
        var request = new HostRequest(parsed.GetValue(_common.Data)!, pack, clock)
        {
            Overrides = _settings.Read(parsed),
            PublishesWorkflows = false,

            // The demo's reader watches a table; what goes wrong is still told.
            QuietBelow = LogLevel.Warning,
        };
        await using var app = HostComposition.Build(request);
        var run = await PlayAsync(app, samples, clock, Days(parsed, span), stop);
        await SayAsync(app, samples, run, stop);
        if (!parsed.GetValue(_noServe))
        {
            using var walk = new ClockWalk(clock, TimeProvider.System);
            await new HostRun(app, request.DataFolder, _terminal).ServeAsync(stop);
        }

        return run.Refused.Count == 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private int? Days(ParseResult parsed, int span)
    {
        var days = parsed.GetValue(_days);
        return days is < 1 || days > span
            ? throw new HostErrorException(
                new HostError(
                    HostCodes.BadNumberOption, "--days", days.Value.ToString(CultureInfo.InvariantCulture), "1",
                    span.ToString(CultureInfo.InvariantCulture)),
                ExitCode.Usage)
            : days;
    }

    private async Task<DemoRun> PlayAsync(
        WebApplication app, DemoSamples samples, SkippingTimeProvider clock, int? days, CancellationToken stop)
    {
        var time = app.Services.GetRequiredService<AgencyTime>();
        var steps = DemoPlan.StepsOf(samples.Petitions, time, days);
        var player = new DemoPlayer(app.Services, clock, _terminal.Culture);
        DemoRun? run = null;
        await PlayProgress.RunAsync(_terminal, _terminal.Text("demo.playing"), steps.Count, async played =>
            run = await player.PlayAsync(samples.Petitions, steps, played, stop));
        return run!;
    }

    private async Task SayAsync(WebApplication app, DemoSamples samples, DemoRun run, CancellationToken stop)
    {
        var store = app.Services.GetRequiredService<ICaseStore>();
        var tally = new DemoTally(store, app.Services.GetRequiredService<EventCodec>(), samples.DecidedStates);
        var printer = new DemoPrinter(_terminal, app.Services.GetRequiredService<LoadedPack>().Cases);
        foreach (var refused in run.Refused)
        {
            _terminal.Report(refused);
        }

        printer.Table(await tally.CountAsync(run.Cases.Select(entry => entry.Value), run.Until, stop));
        var reader = app.Services.GetRequiredService<CaseReader>();
        (SamplePetition Petition, CaseState State)? chosen = null;
        foreach (var (petition, caseId) in run.Cases)
        {
            var state = (await reader.FindAsync(caseId, stop))!.State;
            if (chosen is not { } best || DemoChoice.Weight(state) > DemoChoice.Weight(best.State))
            {
                chosen = (petition, state);
            }
        }

        if (chosen is { } told)
        {
            var deadlines = await reader.DeadlinesAsync(told.State.Id, stop);
            printer.Explain(told.Petition, told.State.Tracking.Value, deadlines);
        }
    }
}
