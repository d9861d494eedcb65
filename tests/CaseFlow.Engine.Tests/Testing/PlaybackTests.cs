using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Testing;

/// <summary>A schedule that is stopped anywhere and run again gives the same histories.</summary>
public sealed class PlaybackTests
{
    private const int Cases = 6;
    private static readonly DateTimeOffset Start = Desk.Instant("2026-01-05T09:00:00+07:00");
    private static readonly DateTimeOffset End = Start.AddDays(200);

    [Fact]
    public async Task Playback_FiresTimersDueAtAnInstantBeforeItsCommands()
    {
        var world = new World();
        var schedule = new List<ScheduledCommand>
        {
            new(Start, () => Opening(0)),
            new(Desk.Instant("2026-01-16T00:00:00+07:00"), () => world.Fire(0, "withdraw", "{}")),
        };

        await world.RunAsync(schedule);

        var history = await world.HistoryAsync(0);
        var breach = history.ToList().FindIndex(recorded => recorded.Event is DeadlineBreached);
        var fired = history.ToList().FindIndex(recorded => recorded.Event is TriggerFired);
        breach.Should().BePositive().And.BeLessThan(fired);
    }

    [Fact]
    public async Task Playback_StoppedAnywhereAndRunAgain_EndsWithTheSameHistories()
    {
        var whole = new World();
        await whole.RunAsync(Schedule(whole));
        var expected = await whole.TellAsync();

        for (var stopAfter = 1; stopAfter < 60; stopAfter += 7)
        {
            var world = new World();
            await world.RunUntilStoppedAsync(Schedule(world), stopAfter);
            await world.RunAsync(Schedule(world));

            (await world.TellAsync()).Should().Equal(expected, "stopped after {0} commits", stopAfter);
        }
    }

    private static List<ScheduledCommand> Schedule(World world)
    {
        var schedule = new List<ScheduledCommand>();
        for (var number = 0; number < Cases; number++)
        {
            var mine = number;
            var opened = Start.AddDays(number * 3);
            schedule.Add(new ScheduledCommand(opened, () => Opening(mine)));
            schedule.Add(new ScheduledCommand(
                opened.AddDays(5), () => world.Fire(mine, "accept", $$"""{"on":"{{Day(opened.AddDays(5))}}"}""")));
            if (number % 2 == 0)
            {
                var resolved = opened.AddDays(40);
                schedule.Add(new ScheduledCommand(
                    resolved,
                    () => world.Fire(mine, "resolve", $$"""{"on":"{{Day(resolved)}}","form":"formal_decision"}""")));
            }
        }

        return schedule;
    }

    private static string Day(DateTimeOffset instant) =>
        AgencyTime.Vietnam.DayOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string KeyOf(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"case-{number}/{what}");

    private static OpenCase Opening(int number) => new(KeyOf(number, "open"), Desk.Resolver)
    {
        Facts = Desk.Complaint(Day(Start.AddDays(number * 3))), Agency = "ward",
    };

    /// <summary>Stores that outlive a process, and one process after another on them.</summary>
    private sealed class World
    {
        private readonly InMemoryCaseStore _store = new();
        private readonly InMemoryPackArchive _archive = new();
        private readonly SequentialIds _ids = new();
        private readonly Dictionary<int, CaseId> _cases = [];

        public FireTrigger Fire(int number, string trigger, string inputs) =>
            new(KeyOf(number, trigger), Desk.Resolver, _cases[number], trigger) { Inputs = Desk.Json(inputs) };

        public async Task RunAsync(IEnumerable<ScheduledCommand> schedule)
        {
            var summary = await NewPlayback(_store).RunAsync(schedule, End, CancellationToken.None);
            summary.TimersLeft.Should().BeFalse();
        }

        public async Task RunUntilStoppedAsync(IEnumerable<ScheduledCommand> schedule, int commits)
        {
            using var stop = new CancellationTokenSource();
            var act = () => NewPlayback(new StoppingStore(_store, commits, stop))
                .RunAsync(schedule, End, stop.Token).AsTask();
            await act.Should().ThrowAsync<OperationCanceledException>();
        }

        public async Task<IReadOnlyList<RecordedEvent>> HistoryAsync(int number)
        {
            var rows = await _store.ReadEventsAsync(_cases[number], CancellationToken.None);
            return [.. rows.Select(EventCodec.Current.Decode)];
        }

        public async Task<IReadOnlyList<string>> TellAsync()
        {
            var told = new List<string>();
            foreach (var (number, id) in _cases.OrderBy(pair => pair.Key))
            {
                foreach (var row in await _store.ReadEventsAsync(id, CancellationToken.None))
                {
                    told.Add(string.Create(
                        CultureInfo.InvariantCulture, $"{number} {row.Sequence} {row.Type} {row.RecordedAt:O} "));
                }
            }

            return told;
        }

        private Playback NewPlayback(ICaseStore store)
        {
            var clock = new SkippingTimeProvider(Start);
            var catalogue = new PackCatalogue(_archive, TestPacks.Works, TestPacks.SourceOf("works"));
            var engine = new CaseEngine(
                store, new InMemoryIdentityVault(clock), catalogue, _ids, clock, AgencyTime.Vietnam);
            var sweep = new Sweep(engine, _store, clock, new SweepOptions { Lease = TimeSpan.Zero });
            return new Playback(engine, sweep, _store, clock) { Played = Remember };
        }

        private void Remember(PlayedCommand played)
        {
            played.Result.Problems.Should().BeEmpty();
            if (played.Command is OpenCase open)
            {
                _cases[int.Parse(open.Key.AsSpan(5, 1), CultureInfo.InvariantCulture)] = played.Result.CaseId!.Value;
            }
        }
    }
}
