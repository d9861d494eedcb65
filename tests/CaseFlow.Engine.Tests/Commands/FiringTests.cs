using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Commands;

public sealed class FiringTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Open_OfAComplaint_StartsItsFirstDeadlineWithRulesAndArticles()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        var deadline = await _desk.Deadline(id, "acceptance");
        deadline.Status.Should().Be(ClockStatus.Running);
        deadline.Statement.LastDay.Should().Be(Desk.Day("2026-03-12"));
        deadline.Statement.BreachesAt.Should().Be(Desk.Instant("2026-03-13T00:00:00+07:00"));
        deadline.Statement.Terms.Should().ContainSingle().Which.Rules.Should().Equal("old_acceptance");
        deadline.Statement.Terms[0].Cites.Should().Equal("ACT art 2");
        (await _desk.State(id)).State.Should().Be("received");
    }

    [Fact]
    public async Task Accept_OfACompleteComplaint_MovesMeetsAndStartsInWrittenOrder()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        await _desk.Fire(id, "accept", """{"on":"2026-03-02","officer":"off-resolver"}""");

        (await _desk.Events(id)).Select(happened => happened.GetType()).Should().Equal(
            typeof(CaseOpened),
            typeof(FactsRecorded),
            typeof(DeadlineStarted),
            typeof(TriggerFired),
            typeof(FactsRecorded),
            typeof(HolderSet),
            typeof(DeadlineMet),
            typeof(DeadlineStarted),
            typeof(StateChanged));
        var state = await _desk.State(id);
        state.State.Should().Be("accepted");
        state.Holder.Should().Be("off-resolver");
        (await _desk.Deadline(id, "acceptance")).InTime.Should().BeTrue();
    }
}
