using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;
using Xunit.Sdk;

namespace CaseFlow.Engine.Tests.Escalations;

/// <summary>A simulated year in which cases are suspended, resumed and extended at random.</summary>
public sealed class YearOfSuspensionsTests
{
    private const int Runs = 150;
    private const int DaysInAYear = 365;

    [Fact]
    public async Task Ladders_OverAYearOfRandomSuspensions_FireEachStepAtMostOnceAndNeverWhileSuspended()
    {
        for (var seed = 1; seed <= Runs; seed++)
        {
            var (desk, id) = await Live(seed);
            var history = await desk.Reader.HistoryAsync(id, CancellationToken.None);
            var because = string.Create(CultureInfo.InvariantCulture, $"seed {seed}");

            CheckOnce(history, because);
            CheckNeverWhileSuspended(history, because);
            CheckFold(await desk.State(id), history, because);
        }
    }

    private static async Task<(Desk Desk, CaseId Id)> Live(int seed)
    {
        var random = new Random(seed);
        var desk = new Desk(TestPacks.Works, "2026-01-05T09:00:00+07:00");
        var id = await desk.OpenAccepted(random.Next(3) switch { 0 => "plain", 1 => "heavy", _ => "grave" });
        var start = desk.Clock.GetUtcNow();
        var at = 0;
        while ((at += random.Next(1, 15)) < DaysInAYear)
        {
            await desk.PlayTo(start.AddDays(at).ToString("O", CultureInfo.InvariantCulture));
            var day = AgencyTime.Vietnam.DayOf(desk.Clock.GetUtcNow());
            await Step(desk, id, random, day);
        }

        await desk.PlayTo(start.AddDays(DaysInAYear * 2).ToString("O", CultureInfo.InvariantCulture));
        return (desk, id);
    }

    // What is not possible at the moment is refused or left untouched; both belong to the life of a case.
    private static async Task Step(Desk desk, CaseId id, Random random, DateOnly day)
    {
        var back = day.AddDays(-random.Next(0, 5)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (trigger, inputs) = random.Next(6) switch
        {
            0 or 1 => ("send_for_expertise", $$"""{"on":"{{back}}"}"""),
            2 or 3 => ("expertise_back", $$"""{"on":"{{back}}"}"""),
            4 => ("extend", """{"length":{"value":20,"unit":"day"}}"""),
            _ => ("hear", "{}"),
        };
        var result = await desk.Try(id, trigger, inputs);
        if (result.Status is not (CommandStatus.Accepted or CommandStatus.Refused))
        {
            throw new XunitException("Unexpected: " + result.Status);
        }
    }

    private static void CheckOnce(IReadOnlyList<RecordedEvent> history, string because)
    {
        var steps = history.Select(recorded => recorded.Event switch
        {
            EscalationStepFired e => e.Identity,
            EscalationStepSkipped e => e.Identity,
            _ => null,
        }).OfType<StepIdentity>().ToList();
        steps.Should().OnlyHaveUniqueItems(because);
        history.Count(recorded => recorded.Event is DeadlineBreached).Should().BeLessThanOrEqualTo(1, because);
    }

    private static void CheckNeverWhileSuspended(IReadOnlyList<RecordedEvent> history, string because)
    {
        var isSuspended = false;
        foreach (var recorded in history)
        {
            isSuspended = recorded.Event switch
            {
                DeadlineSuspended => true,
                DeadlineResumed => false,
                _ => isSuspended,
            };
            if (recorded.Event is EscalationStepFired or DeadlineBreached)
            {
                isSuspended.Should().BeFalse(because);
            }
        }
    }

    private static void CheckFold(CaseState state, IReadOnlyList<RecordedEvent> history, string because) =>
        CaseDocument.Write(CaseFold.Of(history)!).Should().Be(CaseDocument.Write(state), because);
}
