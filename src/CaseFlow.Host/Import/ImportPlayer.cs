using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;

namespace CaseFlow.Host.Import;

/// <summary>What a run of an import did.</summary>
/// <param name="Cases">The case of each entry of the register.</param>
/// <param name="Refused">Steps that the engine refused, with its answers.</param>
/// <param name="StepsAhead">Steps after the end of the run, left to a later one.</param>
internal sealed record ImportRun(
    IReadOnlyDictionary<RegisterCase, CaseId> Cases,
    IReadOnlyList<(ImportStep Step, CommandResult Result)> Refused,
    int StepsAhead);

/// <summary>
/// Plays a register on the clock of <paramref name="services"/>: each row acts at its own moment, what falls due before
/// it comes first, and the sweep alone records breaches.
/// </summary>
internal sealed class ImportPlayer(IServiceProvider services, SkippingTimeProvider clock, ImportMap map)
{
    private readonly CaseEngine _engine = services.GetRequiredService<CaseEngine>();
    private readonly ITimerQueue _timers = services.GetRequiredService<ITimerQueue>();
    private readonly ImportPlan _plan = new(map);
    private readonly Dictionary<RegisterCase, CaseId> _cases = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ImportStep> _stepOf = new(StringComparer.Ordinal);
    private readonly List<(ImportStep, CommandResult)> _refused = [];

    /// <summary>The clock of a register: it starts before the first thing happens.</summary>
    public static SkippingTimeProvider ClockBefore(IReadOnlyList<RegisterCase> cases) =>
        new(cases.Min(read => read.OpensAt).AddSeconds(-1));

    /// <summary>
    /// Plays everything up to <paramref name="until"/>, inclusive; may be run again after it was stopped or killed.
    /// </summary>
    public async Task<ImportRun> PlayAsync(
        IReadOnlyList<RegisterCase> cases,
        DateTimeOffset until,
        Action<DateTimeOffset> played,
        CancellationToken cancellationToken)
    {
        // A lease of zero: whoever was killed with timers claimed must not make the next run wait.
        var sweep = new Sweep(_engine, _timers, clock, new SweepOptions { Lease = TimeSpan.Zero });
        var playback = new Playback(_engine, sweep, _timers, clock)
        {
            Played = command =>
            {
                Remember(_stepOf[command.Command.Key], command.Result);
                played(command.Scheduled.At);
            },
        };
        var steps = ImportPlan.StepsOf(cases);
        await playback.RunAsync(steps.Select(Schedule), until, cancellationToken);
        return new ImportRun(_cases, _refused, steps.Count(step => step.At > until));
    }

    private ScheduledCommand Schedule(ImportStep step) => new(step.At, () =>
    {
        var opened = _cases.TryGetValue(step.Case, out var caseId) ? caseId : (CaseId?)null;
        var command = _plan.CommandOf(step, opened);
        _stepOf[command.Key] = step;
        return command;
    });

    private void Remember(ImportStep step, CommandResult result)
    {
        if (result.Status is not CommandStatus.Accepted)
        {
            _refused.Add((step, result));
        }
        else if (step.Act is ImportAct.Open)
        {
            _cases[step.Case] = result.CaseId!.Value;
        }
    }
}
