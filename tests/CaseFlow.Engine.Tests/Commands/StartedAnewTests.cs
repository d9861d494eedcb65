using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Commands;

/// <summary>A deadline started again from the same day, because the case turned out graver.</summary>
public sealed class StartedAnewTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Start_OfARunningDeadlineThatWasSuspended_KeepsTheDaysLeftOut()
    {
        var id = await _desk.OpenAccepted();
        _desk.GoTo("2026-03-10T09:00:00+07:00");
        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-03-10"}""");
        _desk.GoTo("2026-03-17T09:00:00+07:00");
        await _desk.Fire(id, "expertise_back", """{"on":"2026-03-17"}""");

        await _desk.Fire(id, "regrade", """{"weight":"heavy"}""");

        var deadline = await _desk.Deadline(id, "resolution");
        deadline.Status.Should().Be(ClockStatus.Running);
        deadline.Statement.ExcludedDays.Should().Be(7);
        deadline.Statement.RawEnd.Should().Be(Desk.Day("2026-04-23"), "2 March + 45 days + the 7 left out");
    }

    [Fact]
    public async Task Start_OfADeadlineThatIsSuspended_StaysSuspended()
    {
        var id = await _desk.OpenAccepted();
        _desk.GoTo("2026-03-10T09:00:00+07:00");
        await _desk.Fire(id, "suspend", """{"on":"2026-03-10"}""");

        await _desk.Fire(id, "regrade", """{"weight":"heavy"}""");

        var suspended = await _desk.Deadline(id, "resolution");
        suspended.Status.Should().Be(ClockStatus.Suspended);
        suspended.Statement.LastDay.Should().BeNull();

        _desk.GoTo("2026-03-20T09:00:00+07:00");
        await _desk.Fire(id, "resume", """{"on":"2026-03-20"}""");
        (await _desk.Deadline(id, "resolution")).Statement.RawEnd.Should().Be(Desk.Day("2026-04-26"));
    }
}
