using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Deadlines;

public sealed class ExtendingTests
{
    private const string ThirtyDays = """{"length":{"value":30,"unit":"day"}}""";

    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Extension_WhereTheLawAllowsNone_IsRefusedWithTheDeadlinesArticle()
    {
        var id = await _desk.OpenAccepted();

        var result = await _desk.Try(id, "extend", ThirtyDays);

        var problem = result.Problems.Should().ContainSingle().Subject;
        problem.Code.Should().Be(EngineCodes.ExtensionNotAllowed);
        problem.Cites.Should().Equal("ACT art 3");
    }

    [Fact]
    public async Task Extension_WithinTheCap_AddsToTheRawEndAndRollsOnce()
    {
        // 45 days end on Thursday 2026-04-16; 75 days on Saturday 2026-05-16, which rolls to Monday.
        var id = await _desk.OpenAccepted("heavy");

        await _desk.Fire(id, "extend", ThirtyDays);

        var statement = (await _desk.Deadline(id, "resolution")).Statement;
        statement.RawEnd.Should().Be(Desk.Day("2026-05-16"));
        statement.LastDay.Should().Be(Desk.Day("2026-05-18"));
        var extended = (await _desk.Events(id)).OfType<DeadlineExtended>().Single();
        extended.Number.Should().Be(1);
        extended.TimesAtMost.Should().Be(1);
    }

    [Fact]
    public async Task Extension_BeyondNumberAndLength_IsRefusedWithBothReasons()
    {
        var id = await _desk.OpenAccepted("heavy");
        await _desk.Fire(id, "extend", ThirtyDays);

        var result = await _desk.Try(id, "extend", """{"length":{"value":31,"unit":"day"}}""");

        result.Problems.Select(problem => problem.Code).Should().Equal(
            EngineCodes.TooManyExtensions, EngineCodes.ExtensionTooLong);
    }

    [Fact]
    public async Task Extension_InAnotherUnitThanTheCap_IsRefused()
    {
        var id = await _desk.OpenAccepted("grave");

        var result = await _desk.Try(id, "extend", """{"length":{"value":5,"unit":"workingDay"}}""");

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.ExtensionUnitDiffers);
    }

    [Fact]
    public async Task Cap_IsReadOnTheDayOfTheStep()
    {
        var id = await _desk.OpenAccepted("heavy");
        await _desk.Fire(id, "extend", ThirtyDays);

        await _desk.Fire(id, "extend", ThirtyDays, facts: """{"petition":{"weight":"grave"}}""");

        (await _desk.Events(id)).OfType<DeadlineExtended>().Last().TimesAtMost.Should().Be(2);
    }
}
