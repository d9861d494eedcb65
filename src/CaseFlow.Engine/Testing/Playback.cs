using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Testing;

/// <summary>A command at an instant of a playback.</summary>
/// <param name="At">When.</param>
/// <param name="Make">
/// Makes the command when its time has come, for it may need what earlier ones answered. Its key must be the same in
/// every run.
/// </param>
public sealed record ScheduledCommand(DateTimeOffset At, Func<Command> Make);

/// <summary>A command that a playback carried out, and its answer.</summary>
/// <param name="Scheduled">Which.</param>
/// <param name="Command">The command.</param>
/// <param name="Result">Its answer; not always accepted.</param>
public sealed record PlayedCommand(ScheduledCommand Scheduled, Command Command, CommandResult Result);

/// <summary>How a playback went.</summary>
/// <param name="Commands">How many commands were carried out.</param>
/// <param name="TimersFired">How many timers took effect in this run.</param>
/// <param name="TimersLeft">True where timers kept failing and the playback went on without them.</param>
public sealed record PlaybackSummary(int Commands, int TimersFired, bool TimersLeft);

/// <summary>
/// Plays commands and due timers in order of time on a clock that skips; timers due at or before an instant come before
/// its commands. May be stopped anywhere and run again from the beginning on the same store: keys make the rerun the
/// same. The sweep it is given has a lease of zero.
/// </summary>
public sealed class Playback(CaseEngine engine, Sweep sweep, ITimerQueue timers, SkippingTimeProvider clock)
{
    // A timer that fails is put off again and again; beyond this many fruitless jumps the playback leaves the rest.
    private const int FruitlessJumpsAtMost = 1000;

    /// <summary>Told of every command as it is answered.</summary>
    public Action<PlayedCommand>? Played { get; set; }

    /// <summary>Told of every instant that the clock jumps to.</summary>
    public Action<DateTimeOffset>? Jumped { get; set; }

    /// <summary>
    /// Plays a schedule, then the timers up to <paramref name="until"/>, inclusive. Commands of one instant keep their
    /// order.
    /// </summary>
    public async ValueTask<PlaybackSummary> RunAsync(
        IEnumerable<ScheduledCommand> schedule, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var commands = 0;
        var fired = 0;
        var isStuck = false;
        foreach (var scheduled in schedule.OrderBy(scheduled => scheduled.At).TakeWhile(next => next.At <= until))
        {
            var (count, stuck) = await SweepUntilAsync(scheduled.At, cancellationToken);
            (fired, isStuck) = (fired + count, isStuck || stuck);
            await PlayAsync(scheduled, cancellationToken);
            commands++;
        }

        var (rest, left) = await SweepUntilAsync(until, cancellationToken);
        return new PlaybackSummary(commands, fired + rest, isStuck || left);
    }

    private async ValueTask PlayAsync(ScheduledCommand scheduled, CancellationToken cancellationToken)
    {
        var command = scheduled.Make();
        var result = await engine.ExecuteAsync(command, cancellationToken);
        Played?.Invoke(new PlayedCommand(scheduled, command, result));
    }

    private async ValueTask<(int Fired, bool IsStuck)> SweepUntilAsync(
        DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var fired = 0;
        var fruitless = 0;
        while (fruitless < FruitlessJumpsAtMost
            && await timers.NextDueAsync(cancellationToken) is { } due && due <= instant)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Jump(due);
            var count = await sweep.RunOnceAsync(cancellationToken);
            fired += count;
            fruitless = count == 0 ? fruitless + 1 : 0;
        }

        Jump(instant);
        return (fired, fruitless >= FruitlessJumpsAtMost);
    }

    private void Jump(DateTimeOffset instant)
    {
        clock.JumpTo(instant);
        Jumped?.Invoke(clock.GetUtcNow());
    }
}
