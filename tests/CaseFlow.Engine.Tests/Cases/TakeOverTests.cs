using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class TakeOverTests
{
    private static readonly DateTimeOffset Due = Desk.Instant("2026-03-20T10:15:00.0000001+07:00");

    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task TakenOver_StandsWhereItStoodWithItsDueMomentToTheTick()
    {
        var id = await TakeOver();

        var state = await _desk.State(id);
        state.State.Should().Be("accepted");
        var statement = (await _desk.Deadline(id, "resolution")).Statement;
        statement.LastDay.Should().Be(Desk.Day("2026-03-20"));
        statement.BreachesAt.Should().Be(Due.AddTicks(1));
        (await _desk.Events(id)).OfType<CaseTakenOver>().Should().ContainSingle();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Duty_OfADueMomentTakenOver_IsComparedToTheTick(long ticksLate, bool inTime)
    {
        var id = await TakeOver();
        var at = Due.AddTicks(ticksLate);
        await _desk.PlayTo(at.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

        var result = await _desk.Do(new FireTrigger(_desk.NextKey(), Desk.Resolver, id, "resolve")
        {
            At = at,
            Inputs = Desk.Json("""{"on":"2026-03-20","form":"formal_decision"}"""),
        });

        result.Status.Should().Be(CommandStatus.Accepted);
        (await _desk.Deadline(id, "resolution")).InTime.Should().Be(inTime);
        (await _desk.Events(id)).OfType<DeadlineBreached>().Should().HaveCount(inTime ? 0 : 1);
    }

    [Fact]
    public async Task TakenOver_WithoutADueMoment_CountsFromItsAnchor()
    {
        var facts = Desk.Complaint("2026-03-02");
        facts["petition"]!["accepted_on"] = "2026-03-02";
        var result = await _desk.Do(new OpenCase(_desk.NextKey(), Desk.Resolver)
        {
            Facts = facts, TakeOver = new TakeOver("accepted", [new TakenOverDeadline("resolution", null)]),
        });

        (await _desk.Deadline(result.CaseId!.Value, "resolution")).Statement.LastDay
            .Should().Be(Desk.Day("2026-04-01"));
    }

    [Fact]
    public async Task TakenOver_WithoutAState_BeginsAsUsualWithTheListedMoment()
    {
        var result = await _desk.Do(new OpenCase(_desk.NextKey(), Desk.Resolver)
        {
            Facts = Desk.Complaint("2026-03-02"),
            TakeOver = new TakeOver(null, [new TakenOverDeadline("acceptance", Due)]),
        });

        var state = await _desk.State(result.CaseId!.Value);
        state.State.Should().Be("received");
        state.Clocks.Should().ContainSingle().Which.Statement.TakenOverDueAt.Should().Be(Due);
    }

    [Fact]
    public async Task TakenOver_IntoAnUnknownStateWithAnUnknownDeadline_IsRefusedWithBoth()
    {
        var result = await _desk.Do(new OpenCase(_desk.NextKey(), Desk.Resolver)
        {
            Facts = Desk.Complaint("2026-03-02"),
            TakeOver = new TakeOver("limbo", [new TakenOverDeadline("doomsday", Due)]),
        });

        result.Problems.Select(problem => problem.Code).Should().Equal(
            EngineCodes.UnknownState, EngineCodes.UnknownDeadline);
    }

    private async Task<CaseId> TakeOver()
    {
        var result = await _desk.Do(new OpenCase(_desk.NextKey(), Desk.Resolver)
        {
            Facts = Desk.Complaint("2026-03-02"),
            Agency = "ward",
            TakeOver = new TakeOver("accepted", [new TakenOverDeadline("resolution", Due)]),
        });
        result.Problems.Should().BeEmpty();
        return result.CaseId!.Value;
    }
}
