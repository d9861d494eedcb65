using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class AgencyTimeTests
{
    [Theory]
    [InlineData("2026-03-09T16:59:59.999Z", "2026-03-09")]
    [InlineData("2026-03-09T17:00:00Z", "2026-03-10")]
    public void DayOf_AroundLocalMidnight_IsTheLocalDay(string instant, string day)
    {
        AgencyTime.Vietnam.DayOf(Desk.Instant(instant)).Should().Be(Desk.Day(day));
    }

    [Fact]
    public void StartOf_ADay_IsItsLocalMidnight()
    {
        AgencyTime.Vietnam.StartOf(Desk.Day("2026-03-10")).Should().Be(Desk.Instant("2026-03-09T17:00:00Z"));
    }

    [Fact]
    public void StartOf_ADayWhoseMidnightIsSkipped_IsItsFirstInstant()
    {
        var cairo = AgencyTime.Find("Africa/Cairo")!;

        cairo.StartOf(Desk.Day("2024-04-26")).Should().Be(Desk.Instant("2024-04-25T22:00:00Z"));
    }

    [Fact]
    public void Find_OfAZoneThatIsNot_IsNull()
    {
        AgencyTime.Find("Mars/Olympus").Should().BeNull();
    }
}
