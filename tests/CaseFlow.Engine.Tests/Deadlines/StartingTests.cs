using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Deadlines;

public sealed class StartingTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Start_UnderALawThatNamesNoTerm_StartsNothingAndRecordsSo()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "verify");

        await _desk.Fire(id, "fix_hearing", """{"on":"2026-06-30"}""");

        var notStarted = (await _desk.Events(id)).OfType<DeadlineNotStarted>().Should().ContainSingle().Subject;
        notStarted.Reason.Should().Be(NotStartedReason.NoTerm);
        notStarted.Rules.Should().Equal("no_number");
        notStarted.Cites.Should().Equal("ACT art 5");
    }

    [Fact]
    public async Task Start_CountedBack_EndsThatLongBeforeAndDoesNotRoll()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "verify");

        await _desk.Fire(id, "fix_hearing", """{"on":"2026-07-10"}""");

        var statement = (await _desk.Deadline(id, "hearing_notice")).Statement;
        statement.LastDay.Should().Be(Desk.Day("2026-07-05"), "a Sunday stays");
        statement.LastWorkingDay.Should().Be(Desk.Day("2026-07-03"));
        statement.CountedBack.Should().BeTrue();
    }

    [Fact]
    public async Task Start_OfADeadlineThatRuns_VoidsTheOneBefore()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "verify");
        await _desk.Fire(id, "fix_hearing", """{"on":"2026-07-10"}""");

        await _desk.Fire(id, "fix_hearing", """{"on":"2026-07-20"}""");

        var voided = (await _desk.Events(id)).OfType<DeadlineVoided>().Should().ContainSingle().Subject;
        voided.Reason.Should().Be(VoidReason.StartedAnew);
        (await _desk.State(id)).Clocks.Count(clock => clock.IsOpen && clock.Name == "hearing_notice").Should().Be(1);
    }

    [Fact]
    public async Task Start_AnewFromTheSameDay_KeepsSuspensionsAndExtensions()
    {
        var id = await _desk.OpenAccepted("heavy");
        await _desk.Fire(id, "extend", """{"length":{"value":30,"unit":"day"}}""");
        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-03-02"}""");

        await _desk.Fire(id, "weigh", """{"weight":"grave"}""");

        (await _desk.Deadline(id, "resolution")).Status.Should().Be(ClockStatus.Suspended);
        _desk.GoTo("2026-03-12T09:00:00+07:00");
        await _desk.Fire(id, "expertise_back", """{"on":"2026-03-12"}""");
        var statement = (await _desk.Deadline(id, "resolution")).Statement;
        statement.Terms.Select(term => term.Length.Count).Should().Equal(45, 30);
        statement.RawEnd.Should().Be(Desk.Day("2026-05-25"), "45 and 30 days, and nine of the suspension");
    }

    [Fact]
    public async Task Meet_OfADeadlineThatNeverRan_IsRecordedAsUntouched()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "verify");

        await _desk.Fire(id, "notify_hearing");

        var untouched = (await _desk.Events(id)).OfType<DeadlineUntouched>().Should().ContainSingle().Subject;
        untouched.Should().Be(new DeadlineUntouched("hearing_notice", DeadlineEffectName.Meets, null));
    }

    [Theory]
    [InlineData("2026-06-30", "2026-07-10")]
    [InlineData("2026-07-01", "2026-07-10")]
    [InlineData("2026-07-03", "2026-07-14")]
    public async Task Acceptance_ByTheDayOfReceipt_CountsDaysOrWorkingDays(string receivedOn, string lastDay)
    {
        _desk.GoTo("2026-07-06T09:00:00+07:00");
        var id = await _desk.Open(Desk.Complaint(receivedOn));

        (await _desk.Deadline(id, "acceptance")).Statement.LastDay.Should().Be(Desk.Day(lastDay));
    }

    [Fact]
    public async Task WaitingPeriod_ThatEnds_BreachesNothing()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "resolve", """{"on":"2026-03-02","form":"formal_decision"}""");
        await _desk.Fire(id, "send");

        await _desk.PlayTo("2026-06-01T00:00:00+07:00");

        var events = await _desk.Events(id);
        events.OfType<DeadlineBreached>().Should().BeEmpty();
        events.OfType<WaitingPeriodEnded>().Should().ContainSingle().Which.LastDay.Should().Be(Desk.Day("2026-04-01"));
        (await _desk.Deadline(id, "effect")).Status.Should().Be(ClockStatus.Ended);
        (await _desk.Store.NextDueAsync(CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Move_ToTheFirstStateWhoseConditionHolds_IsTaken()
    {
        var heard = await _desk.Open(Desk.Complaint("2026-03-02"));
        var unheard = await _desk.Open(Desk.Complaint("2026-03-02"));

        await _desk.Fire(heard, "reject");
        await _desk.Fire(unheard, "reject", facts: """{"petition":{"heard":false}}""");

        (await _desk.State(heard)).State.Should().Be("closed");
        (await _desk.State(unheard)).State.Should().Be("rejected");
    }

    [Fact]
    public async Task Trigger_ThatIsIgnored_IsAcceptedAndChangesNothingElse()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "verify");
        var before = await _desk.State(id);

        await _desk.Fire(id, "hear_late");

        (await _desk.Events(id))[^1].Should().Be(new TriggerIgnored("hear_late", "verifying"));
        (await _desk.State(id)).State.Should().Be(before.State);
    }
}
