using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Tests.Kit;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Tests.Commands;

/// <summary>Random triggers with random inputs: whatever is asked, what must always hold holds.</summary>
public sealed class RandomWalkTests
{
    private const int Walks = 60;
    private const int Steps = 40;

    private static readonly string[] Inputs =
    [
        "{}",
        """{"on":"2026-06-20"}""",
        """{"on":"2026-07-15"}""",
        """{"on":"2026-06-29","form":"formal_decision"}""",
        """{"on":"2026-06-29","form":"letter"}""",
        """{"length":{"value":10,"unit":"day"}}""",
        """{"length":{"value":3,"unit":"month"}}""",
        """{"by_all":true}""",
        """{"weight":"grave"}""",
        """{"nonsense":1}""",
    ];

    [Fact]
    public async Task Walk_OverAnyTriggers_KeepsEveryInvariantAndNeverThrows()
    {
        var accepted = 0;
        for (var seed = 1; seed <= Walks; seed++)
        {
            var random = new Random(seed);
            var desk = new Desk(TestPacks.Works, "2026-06-15T09:00:00+07:00");
            var id = await desk.Open(Desk.Complaint("2026-06-15", "heavy"));
            for (var step = 0; step < Steps; step++)
            {
                accepted += await Take(desk, id, random) ? 1 : 0;
                await Check(desk, id, string.Create(CultureInfo.InvariantCulture, $"seed {seed}, step {step}"));
            }
        }

        accepted.Should().BeGreaterThan(Walks * 3, "a walk that goes nowhere tests nothing");
    }

    private static async Task<bool> Take(Desk desk, CaseId id, Random random)
    {
        desk.Clock.Advance(TimeSpan.FromHours(random.Next(0, 60)));
        if (random.Next(3) == 0)
        {
            await desk.Sweep.RunOnceAsync(CancellationToken.None);
        }

        var trigger = Pick(desk, random);
        var before = await desk.State(id);
        var inputs = random.Next(2) == 0 ? Inputs[random.Next(Inputs.Length)] : Fitting(trigger, desk, random);
        var result = await desk.Try(id, trigger.Name, inputs);
        var after = await desk.State(id);
        if (result.Status == CommandStatus.Accepted)
        {
            after.Version.Should().Be(result.Version);
            return true;
        }

        result.Problems.Should().NotBeEmpty();
        after.Version.Should().Be(before.Version, "a refusal writes nothing");
        return false;
    }

    // Ways out end a walk, so they are taken seldom.
    private static BoundTrigger Pick(Desk desk, Random random)
    {
        var triggers = desk.Pack.DefinitionOf("complaint").Lifecycle.Triggers;
        var picked = triggers[random.Next(triggers.Count)];
        return picked.IsSide && picked.Name != "suspend" && random.Next(20) > 0 ? Pick(desk, random) : picked;
    }

    private static string Fitting(BoundTrigger trigger, Desk desk, Random random)
    {
        var day = AgencyTime.Vietnam.DayOf(desk.Clock.GetUtcNow()).AddDays(-random.Next(3));
        var inputs = new JsonObject();
        foreach (var input in trigger.Versions[^1].Inputs)
        {
            inputs[input.Name] = input.Type.Kind switch
            {
                TypeKind.Date => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                TypeKind.Duration => new JsonObject { ["value"] = 10, ["unit"] = "day" },
                TypeKind.Enum => input.Type.Enum!.Members[0].Name,
                TypeKind.Boolean => true,
                _ => "off-resolver",
            };
        }

        return inputs.ToJsonString();
    }

    private static async Task Check(Desk desk, CaseId id, string because)
    {
        var history = await desk.Reader.HistoryAsync(id, CancellationToken.None);
        var row = (await desk.Store.FindAsync(id, CancellationToken.None))!.Case;
        var state = CaseFold.Of(history)!;

        CaseDocument.Write(state).Should().Be(row.Document, because);
        history.Select(recorded => recorded.RecordedAt).Should().BeInAscendingOrder(because);
        desk.Pack.DefinitionOf(state.Lifecycle).FindState(state.State).Should().NotBeNull(because);
        state.Clocks.Where(clock => clock.IsOpen).Select(clock => clock.Name).Should().OnlyHaveUniqueItems(because);
        var circumstances = new Circumstances(desk.Pack, desk.Clock.GetUtcNow(), AgencyTime.Vietnam);
        var running = state.Clocks.Where(clock => clock.Status == Engine.Deadlines.ClockStatus.Running)
            .Select(clock => clock.Started);
        TimerPlan.Of(state, circumstances).Timers.Select(StartedOf).Should().BeSubsetOf(running, because);
    }

    private static int StartedOf(TimerRow timer) => TimerKey.Read(timer.Key)!.Started;
}
