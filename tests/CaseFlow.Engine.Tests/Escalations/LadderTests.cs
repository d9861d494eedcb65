using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Escalations;

public sealed class LadderTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Ladder_OfADutyThatNobodyDoes_FiresEachStepOnItsDay()
    {
        // Accepted on Monday 2026-03-02: 30 days end on Wednesday 2026-04-01.
        var id = await _desk.OpenAccepted();

        await _desk.PlayTo("2026-12-31T00:00:00+07:00");

        Fired(await _desk.Events(id)).Should().Equal(
            ("half", 1, "2026-03-17T08:00:00+07:00"),
            ("near", 1, "2026-03-25T08:00:00+07:00"),
            ("last_day", 1, "2026-04-01T08:00:00+07:00"),
            ("late", 1, "2026-04-02T08:00:00+07:00"),
            ("again", 1, "2026-04-13T08:00:00+07:00"),
            ("again", 2, "2026-04-21T08:00:00+07:00"),
            ("again", 3, "2026-05-01T08:00:00+07:00"));
    }

    [Fact]
    public async Task Step_WhoseConditionDoesNotHold_IsSkippedOnceAndRecorded()
    {
        var id = await _desk.OpenAccepted();

        await _desk.PlayTo("2026-12-31T00:00:00+07:00");

        var skipped = (await _desk.Events(id)).OfType<EscalationStepSkipped>().Should().ContainSingle().Subject;
        skipped.Identity.Step.Should().Be("takeover");
        skipped.Reason.Should().Be(StepSkipReason.ConditionDoesNotHold);
        (await _desk.Store.NextDueAsync(CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Takeover_GivesTheCaseToTheRoleFoundUpTheLine()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "hear", facts: """{"petition":{"contents":2}}""");

        await _desk.PlayTo("2026-04-13T08:00:00+07:00");

        var reassigned = (await _desk.Events(id)).OfType<CaseReassigned>().Should().ContainSingle().Subject;
        reassigned.HolderBefore.Should().Be("off-resolver");
        reassigned.Holder.Should().Be("off-inspector-1");
        var state = await _desk.State(id);
        state.Holder.Should().Be("off-inspector-1");
        state.Agency.Should().Be("province");
    }

    [Fact]
    public async Task Step_ForSomebodyThatTheRegisterLacks_IsRecordedNotDropped()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"), agency: null);
        await _desk.Fire(id, "accept", """{"on":"2026-03-02"}""");

        await _desk.PlayTo("2026-04-02T08:00:00+07:00");

        var fired = (await _desk.Events(id)).OfType<EscalationStepFired>().ToList();
        fired.Select(step => step.Actions[0].Who!.Unresolved).Should().Equal(
            UnresolvedReason.NoHolder, UnresolvedReason.NoHolder, UnresolvedReason.NoAgency, UnresolvedReason.NoAgency);
    }

    [Fact]
    public async Task Actions_OfAStep_EachYieldTheirEventAndTheirMessage()
    {
        var id = await _desk.OpenAccepted();
        await _desk.PlayTo("2026-04-02T08:00:00+07:00");

        var events = await _desk.Events(id);
        events.OfType<PriorityRaised>().Should().ContainSingle().Which.By.Should().Be(15m);
        var demanded = events.OfType<ReportDemanded>().Should().ContainSingle().Subject;
        demanded.From.Officers.Should().Equal("off-resolver");
        demanded.DueOn.Should().Be(Desk.Day("2026-04-09"));
        var messages = await _desk.Store.ClaimAsync(
            _desk.Clock.GetUtcNow(), TimeSpan.Zero, 100, CancellationToken.None);
        messages.Select(message => message.Message.Topic).Where(topic => topic != "event").Should().Equal(
            "reminder", "reminder", "report", "report", "demand");
    }

    [Fact]
    public async Task Extension_RecomputesStepsThatHaveNotFired()
    {
        var id = await _desk.OpenAccepted("heavy");
        await _desk.PlayTo("2026-03-26T00:00:00+07:00");
        _desk.GoTo("2026-03-26T09:00:00+07:00");
        await _desk.Fire(id, "extend", """{"length":{"value":30,"unit":"day"}}""");

        await _desk.PlayTo("2026-12-31T00:00:00+07:00");

        // Half of 45 days had come before the extension to 75 days, last day 2026-05-18; the others follow it.
        Fired(await _desk.Events(id)).Take(4).Should().Equal(
            ("half", 1, "2026-03-25T08:00:00+07:00"),
            ("near", 1, "2026-05-11T08:00:00+07:00"),
            ("last_day", 1, "2026-05-18T08:00:00+07:00"),
            ("late", 1, "2026-05-19T08:00:00+07:00"));
    }

    [Fact]
    public async Task Ladder_OfADutyThatIsDone_FiresNoMore()
    {
        var id = await _desk.OpenAccepted();
        await _desk.PlayTo("2026-03-20T09:00:00+07:00");
        await _desk.Fire(id, "resolve", """{"on":"2026-03-20","form":"formal_decision"}""");
        await _desk.Fire(id, "send");

        await _desk.PlayTo("2026-12-31T00:00:00+07:00");

        Fired(await _desk.Events(id)).Should().ContainSingle().Which.Step.Should().Be("half");
    }

    private static IEnumerable<(string Step, int Occurrence, string At)> Fired(IEnumerable<CaseEvent> events) =>
        events.OfType<EscalationStepFired>().Select(fired => (
            fired.Identity.Step,
            fired.Identity.Occurrence,
            fired.DueAt.ToOffset(TimeSpan.FromHours(7))
                .ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)));
}
