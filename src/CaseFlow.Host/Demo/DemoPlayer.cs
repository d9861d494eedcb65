using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Demo;

/// <summary>What was played.</summary>
/// <param name="Cases">The case of each petition that was opened, in the order of the samples.</param>
/// <param name="Refused">Every step that was refused.</param>
/// <param name="Until">The instant up to which was played.</param>
internal sealed record DemoRun(
    IReadOnlyList<KeyValuePair<SamplePetition, CaseId>> Cases, IReadOnlyList<HostError> Refused, DateTimeOffset Until);

/// <summary>Plays sample petitions through the engine of a host, on the host's own skipping clock.</summary>
internal sealed class DemoPlayer(IServiceProvider services, SkippingTimeProvider clock, CultureInfo culture)
{
    private readonly CaseEngine _engine = services.GetRequiredService<CaseEngine>();
    private readonly ITimerQueue _timers = services.GetRequiredService<ITimerQueue>();
    private readonly AgencyTime _time = services.GetRequiredService<AgencyTime>();
    private readonly Dictionary<string, CaseId> _cases = new(StringComparer.Ordinal);
    private readonly List<HostError> _refused = [];

    /// <summary>
    /// Plays all steps, then what falls due until the end of the last day; may be run again after it was stopped.
    /// </summary>
    public async Task<DemoRun> PlayAsync(
        IReadOnlyList<SamplePetition> petitions,
        IReadOnlyList<DemoStep> steps,
        Action<DateTimeOffset> played,
        CancellationToken cancellationToken)
    {
        // A lease of zero: whoever was killed with timers claimed must not make the next run wait.
        var sweep = new Sweep(_engine, _timers, clock, new SweepOptions { Lease = TimeSpan.Zero });
        var stepOf = new Dictionary<string, DemoStep>(StringComparer.Ordinal);
        var playback = new Playback(_engine, sweep, _timers, clock)
        {
            Played = command =>
            {
                Remember(stepOf[command.Command.Key], command);
                played(command.Scheduled.At);
            },
        };
        var schedule = steps.Select(step => new ScheduledCommand(step.At, () =>
        {
            var command = DemoPlan.CommandOf(step, Find);
            stepOf[command.Key] = step;
            return command;
        }));
        var until = steps.Count == 0 ? clock.GetUtcNow() : _time.StartOf(_time.DayOf(steps[^1].At).AddDays(1));
        await playback.RunAsync(schedule, until, cancellationToken);
        return new DemoRun(
            [.. petitions.Where(petition => _cases.ContainsKey(petition.Id))
                .Select(petition => KeyValuePair.Create(petition, _cases[petition.Id]))],
            _refused,
            until);
    }

    private CaseId? Find(string petition) => _cases.TryGetValue(petition, out var caseId) ? caseId : null;

    private void Remember(DemoStep step, PlayedCommand command)
    {
        if (command.Result.Status is CommandStatus.Accepted)
        {
            _cases[step.Petition.Id] = command.Result.CaseId!.Value;
            return;
        }

        var reasons = command.Result.Problems.Select(problem => $"{problem.Code} {problem.Message(culture)}");
        _refused.Add(
            new HostError(
                HostCodes.SampleRefused,
                step.Petition.Id,
                step.Number == 0
                    ? "open"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"{step.Number} ({step.Petition.Steps[step.Number - 1].Trigger})"),
                _time.DayOf(step.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                string.Join("; ", reasons)
            )
        );
    }
}
