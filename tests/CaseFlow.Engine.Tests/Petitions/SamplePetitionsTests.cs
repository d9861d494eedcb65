using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Tests.Petitions;

/// <summary>Every sample petition of the pack goes its lawful road to the end.</summary>
public sealed class SamplePetitionsTests(SamplePlay play) : IClassFixture<SamplePlay>
{
    [Fact]
    public async Task SamplePetitions_PlayedInOrderOfTime_AllReachAFinalState()
    {
        play.Refusals.Should().BeEmpty();
        play.Cases.Should().HaveCount(60);
        foreach (var (petition, id) in play.Cases)
        {
            var reading = await play.Reader.FindAsync(id, TestContext.Current.CancellationToken);
            reading!.Row.IsOpen.Should().BeFalse($"{petition} stands in {reading.Row.State}");
            var deadlines = await play.Reader.DeadlinesAsync(id, TestContext.Current.CancellationToken);
            deadlines.Where(deadline => deadline.Status is ClockStatus.Running or ClockStatus.Suspended)
                .Select(deadline => deadline.Name).Should().BeEmpty($"nothing is left open in {petition}");
        }
    }

    [Fact]
    public async Task SamplePetitions_PlayedInOrderOfTime_AboutAQuarterIsLate()
    {
        var late = 0;
        foreach (var id in play.Cases.Values)
        {
            var history = await play.Reader.HistoryAsync(id, TestContext.Current.CancellationToken);
            late += history.Any(recorded => recorded.Event is DeadlineBreached) ? 1 : 0;
        }

        late.Should().BeInRange(12, 18);
    }

    [Fact]
    public async Task SamplePetitions_PlayedInOrderOfTime_EveryStepOfALadderFindsItsRecipient()
    {
        var fired = new List<EscalationStepFired>();
        foreach (var id in play.Cases.Values)
        {
            var history = await play.Reader.HistoryAsync(id, TestContext.Current.CancellationToken);
            fired.AddRange(history.Select(recorded => recorded.Event).OfType<EscalationStepFired>());
        }

        fired.Select(step => step.Identity.Ladder).Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(
            "complaint_overdue", "discipline_overdue", "denunciation_overdue", "recommendation_overdue");
        fired.SelectMany(step => step.Actions)
            .Where(action => action.Who is { Unresolved: not null }).Should().BeEmpty();
    }
}
