using System.Globalization;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Commands;

public sealed class RefusalTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Trigger_WithEverythingAgainstIt_IsRefusedWithAllReasonsAtOnce()
    {
        var id = await _desk.Open(Desk.Json(
            """{"petition":{"kind":"complaint","received_on":"2026-03-02","competent":false}}"""));

        var clerk = new Principal("off-clerk", ["clerk"]);
        var result = await _desk.Do(new FireTrigger(_desk.NextKey(), clerk, id, "accept"));

        result.Status.Should().Be(CommandStatus.Refused);
        result.Problems.Select(problem => (problem.Code, problem.Place)).Should().BeEquivalentTo(
        [
            (EngineCodes.RoleMissing, "accept"),
            (EngineCodes.MissingInput, "on"),
            (EngineCodes.GuardUnmet, "is_competent"),
            (EngineCodes.GuardUnknown, "is_signed"),
        ]);
        var unmet = result.Problems.Single(problem => problem.Code == EngineCodes.GuardUnmet);
        unmet.Cites.Should().Equal("ACT art 2 cl 1");
        unmet.Message(Vietnamese).Should().Be("Không thuộc thẩm quyền");
        result.Problems.Single(problem => problem.Code == EngineCodes.GuardUnknown)
            .LeadsOut.Should().Equal("petition.signed");
        (await _desk.State(id)).Version.Should().Be(3);
    }

    [Fact]
    public async Task Trigger_WhoseEffectLacksFacts_NamesThemBesideTheUnmetGuards()
    {
        var id = await _desk.Open(Desk.Json(
            """{"petition":{"kind":"complaint","received_on":"2026-03-02","competent":true,"signed":false}}"""));

        var result = await _desk.Try(id, "accept", """{"on":"2026-03-02"}""");

        result.Problems.Select(problem => problem.Code).Should().BeEquivalentTo(
            [EngineCodes.GuardUnmet, EngineCodes.TermUndecided]);
        result.Problems.Single(problem => problem.Code == EngineCodes.TermUndecided)
            .LeadsOut.Should().Equal("petition.weight");
    }

    [Fact]
    public async Task Trigger_InAWrongState_NamesTheNearestTriggersThatLeadThere()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        var result = await _desk.Try(id, "resolve", """{"on":"2026-03-02","form":"letter"}""");

        var problem = result.Problems.Should().ContainSingle().Subject;
        problem.Code.Should().Be(EngineCodes.NotPermittedHere);
        problem.LeadsOut.Should().Equal("accept");
        problem.Help(CultureInfo.InvariantCulture).Should().Contain("accept");
    }

    [Fact]
    public async Task Trigger_ThatNoRoadLeadsTo_SaysSo()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));
        await _desk.Fire(id, "withdraw");

        var result = await _desk.Try(id, "accept", """{"on":"2026-03-02"}""");

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.NoWayThere);
    }

    [Fact]
    public async Task Trigger_Unknown_IsMalformedAndListsTheKnown()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        var result = await _desk.Try(id, "acept");

        result.Status.Should().Be(CommandStatus.Malformed);
        result.Problems.Should().ContainSingle().Which.LeadsOut.Should().Contain("accept");
    }

    [Fact]
    public async Task Trigger_WithUnknownFactsAndWrongTypes_IsMalformedWithEveryProblem()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        var result = await _desk.Try(
            id,
            "accept",
            """{"on":"yesterday","colour":"red"}""",
            facts: """{"petition":{"wieght":"heavy","contents":"two"}}""");

        result.Status.Should().Be(CommandStatus.Malformed);
        result.Problems.Select(problem => problem.Place).Should().BeEquivalentTo(
            ["petition.wieght", "petition.contents", "on", "colour"]);
    }

    [Fact]
    public async Task Trigger_ByItsAlias_IsTheSameTrigger()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        await _desk.Fire(id, "thụ_lý", """{"on":"2026-03-02"}""");

        (await _desk.State(id)).State.Should().Be("accepted");
    }

    [Fact]
    public async Task Trigger_OnAVersionThatIsPast_IsStale()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        var result = await _desk.Do(
            new FireTrigger(_desk.NextKey(), Desk.Resolver, id, "withdraw") { ExpectedVersion = 2 });

        result.Status.Should().Be(CommandStatus.Stale);
        result.Version.Should().Be(3);
    }

    [Fact]
    public async Task Open_OfFactsThatFitNoLifecycle_IsRefused()
    {
        var result = await _desk.Do(new OpenCase(_desk.NextKey(), Desk.Resolver)
        {
            Facts = Desk.Json("""{"petition":{"kind":"memo"}}"""),
        });

        result.Status.Should().Be(CommandStatus.Refused);
        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.NoLifecycle);
    }

    [Fact]
    public async Task Open_WithoutTheFactThatTellsTheLifecycle_AsksForIt()
    {
        var result = await _desk.Do(new OpenCase(_desk.NextKey(), Desk.Resolver));

        var problem = result.Problems.Should().ContainSingle().Subject;
        problem.Code.Should().Be(EngineCodes.LifecycleUnknown);
        problem.LeadsOut.Should().Equal("petition.kind");
    }

    [Fact]
    public async Task Open_AtAnAgencyThatTheRegisterLacks_IsMalformed()
    {
        var result = await _desk.Do(new OpenCase(_desk.NextKey(), Desk.Resolver)
        {
            Facts = Desk.Complaint("2026-03-02"), Agency = "moon",
        });

        result.Status.Should().Be(CommandStatus.Malformed);
        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.UnknownAgency);
    }

    [Fact]
    public async Task Command_OnACaseThatIsNot_IsNotFound()
    {
        var result = await _desk.Try(_desk.Ids.NewCaseId(), "accept");

        result.Status.Should().Be(CommandStatus.NotFound);
        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.NoSuchCase);
    }
}
