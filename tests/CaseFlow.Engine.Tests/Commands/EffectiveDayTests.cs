using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Commands;

public sealed class EffectiveDayTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Theory]
    [InlineData("2026-03-03", EngineCodes.EffectiveInFuture)]
    [InlineData("2025-12-31", EngineCodes.EffectiveTooFarBack)]
    public async Task Open_OnADayThatIsNotAllowed_IsRefused(string on, string code)
    {
        var result = await _desk.Do(new OpenCase(_desk.NextKey(), Desk.Resolver)
        {
            Facts = Desk.Complaint("2026-03-02"), EffectiveOn = Desk.Day(on),
        });

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Fact]
    public async Task Open_OnTheEarliestDayAllowed_IsAccepted()
    {
        var id = await _desk.Open(Desk.Complaint("2026-01-01"), on: Desk.Day("2026-01-01"));

        (await _desk.State(id)).OpenedOn.Should().Be(Desk.Day("2026-01-01"));
    }

    [Fact]
    public async Task Trigger_BeforeTheOpening_IsRefused()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        var result = await _desk.Try(id, "withdraw", on: Desk.Day("2026-03-01"));

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.EffectiveBeforeOpening);
    }

    [Fact]
    public async Task Trigger_BeforeTheLastChangeOfState_IsRefused()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));
        _desk.GoTo("2026-03-06T09:00:00+07:00");
        await _desk.Fire(id, "accept", """{"on":"2026-03-05"}""", Desk.Day("2026-03-05"));

        var result = await _desk.Try(id, "verify", on: Desk.Day("2026-03-04"));

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.EffectiveBeforeState);
    }

    [Fact]
    public async Task Trigger_DatedBack_IsEffectiveThenAndRecordedNow()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));
        _desk.GoTo("2026-03-20T09:00:00+07:00");

        await _desk.Fire(id, "accept", """{"on":"2026-03-12"}""", Desk.Day("2026-03-12"));

        var history = await _desk.Reader.HistoryAsync(id, CancellationToken.None);
        var met = history.Single(recorded => recorded.Event is DeadlineMet);
        met.EffectiveOn.Should().Be(Desk.Day("2026-03-12"));
        met.RecordedAt.Should().Be(Desk.Instant("2026-03-20T09:00:00+07:00"));
        ((DeadlineMet)met.Event).InTime.Should().BeTrue();
    }

    [Fact]
    public async Task Step_InTimeButRecordedAfterTheBreach_LeavesTheBreachInTheHistory()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));
        await _desk.PlayTo("2026-03-13T00:00:00+07:00");
        _desk.GoTo("2026-03-13T09:00:00+07:00");

        await _desk.Fire(id, "accept", """{"on":"2026-03-12"}""", Desk.Day("2026-03-12"));

        (await _desk.Events(id)).OfType<DeadlineBreached>().Should().ContainSingle();
        var deadline = await _desk.Deadline(id, "acceptance");
        deadline.InTime.Should().BeTrue();
        deadline.BreachedAt.Should().Be(Desk.Instant("2026-03-13T00:00:00+07:00"));
        (await _desk.Reader.FindAsync(id, CancellationToken.None))!.Row.IsOverdue.Should().BeFalse();
    }

    [Fact]
    public async Task Default_AroundLocalMidnight_IsTheAgencysDay()
    {
        _desk.GoTo("2026-03-09T23:59:59.999+07:00");
        var before = await _desk.Open(Desk.Complaint("2026-03-02"));
        _desk.GoTo("2026-03-10T00:00:00+07:00");
        var after = await _desk.Open(Desk.Complaint("2026-03-02"));

        (await _desk.State(before)).OpenedOn.Should().Be(Desk.Day("2026-03-09"));
        (await _desk.State(after)).OpenedOn.Should().Be(Desk.Day("2026-03-10"));
    }

    [Fact]
    public async Task Instant_OnAnotherDayOrAhead_IsRefused()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        var result = await _desk.Do(new FireTrigger(_desk.NextKey(), Desk.Resolver, id, "withdraw")
        {
            At = Desk.Instant("2026-03-02T09:00:01+07:00"),
        });

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.InstantOutsideDay);
    }

    [Theory]
    [InlineData("2026-06-30T09:00:00+07:00", "{}", true)]
    [InlineData("2026-07-01T09:00:00+07:00", "{}", false)]
    [InlineData("2026-07-01T09:00:00+07:00", """{"by_all":true}""", true)]
    public async Task Trigger_WithTwoBodies_UsesTheOneInForceOnTheDayOfTheStep(
        string now, string inputs, bool isAccepted)
    {
        _desk.GoTo(now);
        var id = await _desk.Open(Desk.Complaint("2026-06-29"));

        var result = await _desk.Try(id, "withdraw", inputs);

        result.Status.Should().Be(isAccepted ? CommandStatus.Accepted : CommandStatus.Refused);
    }
}
