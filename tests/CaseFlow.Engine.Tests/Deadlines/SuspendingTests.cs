using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Deadlines;

public sealed class SuspendingTests
{
    private readonly Desk _desk = new(TestPacks.Works, "2026-08-03T09:00:00+07:00");

    [Fact]
    public async Task Suspension_WhileItLasts_LeavesNoDueDay()
    {
        var id = await _desk.OpenAccepted("heavy");
        _desk.GoTo("2026-08-17T09:00:00+07:00");

        await _desk.Fire(id, "suspend", """{"on":"2026-08-17"}""");

        var deadline = await _desk.Deadline(id, "resolution");
        deadline.Status.Should().Be(ClockStatus.Suspended);
        deadline.Statement.LastDay.Should().BeNull();
        deadline.Statement.BreachesAt.Should().BeNull();
        (await _desk.Reader.FindAsync(id, CancellationToken.None))!.Row.NextDueOn.Should().BeNull();
        (await _desk.Store.NextDueAsync(CancellationToken.None)).Should().BeNull();
    }

    [Fact]
    public async Task Resumption_GivesTheDaysBack()
    {
        var id = await _desk.OpenAccepted("heavy");
        _desk.GoTo("2026-08-17T09:00:00+07:00");
        await _desk.Fire(id, "suspend", """{"on":"2026-08-17"}""");
        _desk.GoTo("2026-09-07T09:00:00+07:00");

        await _desk.Fire(id, "resume", """{"on":"2026-09-07"}""");

        var statement = (await _desk.Deadline(id, "resolution")).Statement;
        statement.ExcludedDays.Should().Be(21);
        statement.LastDay.Should().Be(Desk.Day("2026-10-08"));
    }

    [Fact]
    public async Task Suspension_RecordedLate_CountsFromItsOwnDate()
    {
        var id = await _desk.OpenAccepted();
        _desk.GoTo("2026-08-20T09:00:00+07:00");
        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-08-10"}""");
        _desk.GoTo("2026-08-24T09:00:00+07:00");
        await _desk.Fire(id, "expertise_back", """{"on":"2026-08-24"}""");

        var statement = (await _desk.Deadline(id, "resolution")).Statement;
        statement.ExcludedDays.Should().Be(14);
        statement.LastDay.Should().Be(Desk.Day("2026-09-16"));
    }

    [Fact]
    public async Task Return_LeadsToTheStateThatWasSuspended()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "verify");
        await _desk.Fire(id, "suspend", """{"on":"2026-08-03"}""");

        await _desk.Fire(id, "resume", """{"on":"2026-08-03"}""");

        (await _desk.State(id)).State.Should().Be("verifying");
    }

    [Theory]
    [InlineData("2026-08-04", EngineCodes.SuspendedFromFuture)]
    public async Task Suspension_FromADayAhead_IsRefused(string on, string code)
    {
        var id = await _desk.OpenAccepted();

        var result = await _desk.Try(id, "send_for_expertise", $$"""{"on":"{{on}}"}""");

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(code);
        result.Problems[0].Cites.Should().Equal("ACT art 3");
    }

    [Fact]
    public async Task Resumption_BeforeTheSuspension_IsRefused()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-08-03"}""");

        var result = await _desk.Try(id, "expertise_back", """{"on":"2026-08-02"}""");

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.ResumedTooEarly);
    }

    [Fact]
    public async Task Suspension_IntoTheOneBefore_IsRefused()
    {
        var id = await _desk.OpenAccepted();
        _desk.GoTo("2026-08-13T09:00:00+07:00");
        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-08-05"}""");
        await _desk.Fire(id, "expertise_back", """{"on":"2026-08-10"}""");

        var result = await _desk.Try(id, "send_for_expertise", """{"on":"2026-08-09"}""");

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.SuspensionsOverlap);
    }

    [Fact]
    public async Task Suspension_OfWhatIsSuspended_IsRecordedAsUntouched()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-08-03"}""");

        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-08-03"}""");

        (await _desk.Events(id))[^1].Should().Be(
            new DeadlineUntouched("resolution", DeadlineEffectName.Suspends, ClockStatus.Suspended));
    }

    [Fact]
    public async Task Duty_DoneWhileSuspendedInTime_IsInTime()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-08-03"}""");
        await _desk.PlayTo("2026-12-01T09:00:00+07:00");

        await _desk.Fire(id, "resolve", """{"on":"2026-12-01","form":"formal_decision"}""");

        (await _desk.Deadline(id, "resolution")).InTime.Should().BeTrue();
        (await _desk.Events(id)).OfType<DeadlineBreached>().Should().BeEmpty();
    }

    [Fact]
    public async Task Count_CompleteOnARestDayAndRolledIntoASuspension_MovesBehindIt()
    {
        // 30 days from Friday 2026-08-07 end on Sunday 2026-09-06 and roll to Monday, the first day of the suspension.
        _desk.GoTo("2026-08-07T09:00:00+07:00");
        var id = await _desk.OpenAccepted();
        _desk.GoTo("2026-09-07T09:00:00+07:00");
        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-09-07"}""");
        _desk.GoTo("2026-09-17T09:00:00+07:00");

        await _desk.Fire(id, "expertise_back", """{"on":"2026-09-17"}""");

        (await _desk.Deadline(id, "resolution")).Statement.LastDay.Should().Be(Desk.Day("2026-09-17"));
    }
}
