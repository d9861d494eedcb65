using System.Globalization;
namespace CaseFlow.Engine.Tests.Workflows.Cases;

/// <summary>Waits for cases: what the host sees when it looks.</summary>
public sealed class CaseWaitTests
{
    private readonly PetitionDesk _desk = new();

    [Fact]
    public async Task WaitForState_BeforeAndAfterTheState_IsNotYetThenReached()
    {
        var id = await _desk.Open();
        var wait = $$"""{"wait":"state","case":"{{id}}","states":["accepted"],"at":"2026-09-14T01:00:00Z"}""";

        (await _desk.Answer("case", wait)).Should().Be("not yet ");
        await _desk.Fire(id, "classify", """{"competent":true}""");
        await _desk.Fire(id, "accept", """{"on":"2026-09-14"}""");
        (await _desk.Answer("case", wait)).Should().Be("""{"result":"accepted"}""");
        await _desk.Fire(id, "assign", """{"officer":"off-commune-a-verifier-1"}""");
        (await _desk.Answer("case", wait)).Should().Be("""{"result":"assigned"}""", "it is a substate of accepted");
    }

    [Fact]
    public async Task WaitForState_PassedThroughSinceTheWaitBegan_IsReached()
    {
        var id = await _desk.Open();
        var wait = $$"""{"wait":"state","case":"{{id}}","states":["classified"],"at":"2026-09-14T01:00:00Z"}""";
        _desk.Desk.GoTo("2026-09-14T09:00:00+07:00");
        await _desk.Fire(id, "classify", """{"competent":true}""");
        await _desk.Fire(id, "accept", """{"on":"2026-09-14"}""");

        (await _desk.Answer("case", wait)).Should().Be("""{"result":"classified"}""");
    }

    [Fact]
    public async Task WaitForState_OfAClosedCase_EndsAsClosed()
    {
        var id = await _desk.Open();
        await _desk.Fire(id, "withdraw_early", """{"on":"2026-09-14","signed":true}""");

        (await _desk.Answer("case", $$"""{"wait":"state","case":"{{id}}","states":["resolved"]}"""))
            .Should().Be("""{"outcome":"Closed","result":"withdrawn"}""");
    }

    [Fact]
    public async Task WaitForState_ThatTheLifecycleDoesNotHave_CannotSucceed()
    {
        var id = await _desk.Open();

        (await _desk.Answer("case", $$"""{"wait":"state","case":"{{id}}","states":["lost"]}"""))
            .Should().Be("refused CF10143 state | lost");
    }

    [Fact]
    public async Task WaitForDeadline_Running_LooksAgainAtTheInstantOfItsBreach()
    {
        var id = await _desk.Open();
        var wait = $$"""{"wait":"deadline","case":"{{id}}","deadline":"acceptance"}""";

        (await _desk.Answer("case", wait)).Should().Be("not yet 2026-09-23T17:00:00.0000000+00:00");
        _desk.Desk.GoTo("2026-09-23T23:59:59.9999999+07:00");
        (await _desk.Answer("case", wait)).Should().Be("not yet 2026-09-23T17:00:00.0000000+00:00");
        _desk.Desk.GoTo("2026-09-24T00:00:00+07:00");
        (await _desk.Answer("case", wait)).Should().Be("""{"outcome":"Breached","lastDay":"2026-09-23"}""");
    }

    [Fact]
    public async Task WaitForDeadline_Met_SaysWhetherInTime()
    {
        var id = await _desk.OpenAccepted();

        (await _desk.Answer("case", $$"""{"wait":"deadline","case":"{{id}}","deadline":"acceptance"}"""))
            .Should().Be("""{"outcome":"Met","lastDay":"2026-09-23","inTime":true}""");
    }

    [Fact]
    public async Task WaitForDeadline_ThatFellAway_SaysSo()
    {
        var id = await _desk.Open();
        await _desk.Fire(id, "withdraw_early", """{"on":"2026-09-14","signed":true}""");

        (await _desk.Answer("case", $$"""{"wait":"deadline","case":"{{id}}","deadline":"acceptance"}"""))
            .Should().StartWith("""{"outcome":"Voided""");
        (await _desk.Answer("case", $$"""{"wait":"deadline","case":"{{id}}","deadline":"resolution"}"""))
            .Should().Be("""{"outcome":"Closed"}""", "it never began and never will");
    }

    [Fact]
    public async Task WaitForDeadline_ThatHasNotBegun_WaitsToBeWoken()
    {
        var id = await _desk.Open();

        (await _desk.Answer("case", $$"""{"wait":"deadline","case":"{{id}}","deadline":"resolution"}"""))
            .Should().Be("not yet ");
    }

    [Fact]
    public async Task WaitForDeadline_AShareOfTheTerm_IsReachedAtTheStartOfItsDay()
    {
        var id = await _desk.Open();
        var wait = $$"""{"wait":"deadline","case":"{{id}}","deadline":"acceptance","percent":50}""";

        (await _desk.Answer("case", wait)).Should().Be("not yet 2026-09-17T17:00:00.0000000+00:00");
        _desk.Desk.GoTo("2026-09-18T00:00:00+07:00");
        (await _desk.Answer("case", wait)).Should().Be("""{"outcome":"Reached","lastDay":"2026-09-23"}""");
    }

    [Fact]
    public async Task WaitForDeadline_ThatStandsStill_WaitsToBeWoken()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(
            id, "suspend", """{"on":"2026-09-14","ground":"force_majeure","decision_no":"14a/2026"}""");

        (await _desk.Answer("case", $$"""{"wait":"deadline","case":"{{id}}","deadline":"resolution"}"""))
            .Should().Be("not yet ");
    }

    [Fact]
    public async Task WaitForDeadline_AStepOfALadder_IsReachedWhenItFired()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "assign", """{"officer":"off-commune-a-verifier-1"}""");
        var wait = $$"""{"wait":"deadline","case":"{{id}}","deadline":"resolution","step":"late"}""";

        (await _desk.Answer("case", wait)).Should().Be("not yet ");
        await _desk.Desk.PlayTo("2026-10-20T12:00:00+07:00");

        (await _desk.Answer("case", wait)).Should().StartWith("""{"outcome":"Reached""");
    }

    [Fact]
    public async Task WaitForDeadline_AStepWhoseConditionDoesNotHold_IsSkipped()
    {
        var id = await _desk.OpenAccepted("""{"petition":{"instance":"second","attaches_first_decision":true}}""");
        var wait = $$"""
            {"wait":"deadline","case":"{{id}}","deadline":"resolution","ladder":"complaint_overdue","step":"escalate"}
            """;
        await _desk.Desk.PlayTo("2026-11-20T12:00:00+07:00");

        (await _desk.Answer("case", wait)).Should().StartWith("""{"outcome":"Skipped""");
    }

    [Theory]
    [InlineData("\"deadline\":\"lunch\"", "refused CF10143 deadline | lunch")]
    [InlineData("\"deadline\":\"resolution\",\"step\":\"soon\"", "refused CF10143 step | soon")]
    public async Task WaitForDeadline_ThatThePackDoesNotHave_CannotSucceed(string what, string expected)
    {
        var id = await _desk.Open();

        (await _desk.Answer("case", $$"""{"wait":"deadline","case":"{{id}}",{{what}}}""")).Should().Be(expected);
    }

    [Fact]
    public async Task WaitForEvent_AfterAVersion_SeesTheFirstThatFits()
    {
        var id = await _desk.Open();
        var version = (await _desk.Desk.State(id)).Version;
        var wait = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"wait":"event","case":"{{id}}","eventType":"StateChanged","after":{{version}}}""");

        (await _desk.Answer("case", wait)).Should().Be("not yet ");
        await _desk.Fire(id, "classify", """{"competent":true}""");
        await _desk.Fire(id, "accept", """{"on":"2026-09-14"}""");

        (await _desk.Answer("case", wait)).Should().Contain("\"state\":\"classified\"");
        var accepted = wait.Replace("\"after\"", "\"state\":\"accepted\",\"after\"", StringComparison.Ordinal);
        (await _desk.Answer("case", accepted))
            .Should().Contain("\"state\":\"accepted\"").And.Contain("\"effectiveOn\":\"2026-09-14\"");
    }

    [Fact]
    public async Task WaitForEvent_OfNoSuchType_CannotSucceed()
    {
        var id = await _desk.Open();

        (await _desk.Answer("case", $$"""{"wait":"event","case":"{{id}}","eventType":"Rained","after":0}"""))
            .Should().Be("refused CF10143 eventType | Rained");
    }

    [Fact]
    public async Task WaitForState_ThatNoWayLeadsToAnyMore_EndsAsUnreachable()
    {
        var id = await _desk.OpenAccepted();
        var wait = $$"""{"wait":"state","case":"{{id}}","states":["received"],"at":"2026-09-14T01:00:00Z"}""";

        (await _desk.Answer("case", wait)).Should().Be("""{"outcome":"Unreachable","result":"accepted"}""");
        (await _desk.Answer("case", wait.Replace("[", "[\"resolved\",", StringComparison.Ordinal)))
            .Should().Be("not yet ", "one of the two can still come");
    }

    [Fact]
    public async Task WaitForDeadline_ThatNothingStartsAnyMore_EndsAsUnreachable()
    {
        var id = await _desk.Open();
        var wait = $$"""{"wait":"deadline","case":"{{id}}","deadline":"act_on_conclusion"}""";

        (await _desk.Answer("case", wait)).Should().Be("""{"outcome":"Unreachable"}""");
    }

    [Fact]
    public async Task WaitForDeadline_AStepWhoseLadderHasStopped_EndsAsStopped()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "assign", """{"officer":"off-commune-a-verifier-1"}""");
        var wait = $$"""{"wait":"deadline","case":"{{id}}","deadline":"resolution","step":"late"}""";
        (await _desk.Answer("case", wait)).Should().Be("not yet ");

        await _desk.Fire(id, "begin_verification", facts: """{"petition":{"kind":"recommendation"}}""");

        (await _desk.Answer("case", wait)).Should().StartWith("""{"outcome":"Stopped""");
    }

    [Fact]
    public async Task WaitForEvent_OfATriggerThatCannotBeFiredAnyMore_EndsAsUnreachable()
    {
        var id = await _desk.OpenAccepted();
        var wait = $$"""{"wait":"event","case":"{{id}}","eventType":"TriggerFired","about":"classify","after":99}""";

        (await _desk.Answer("case", wait)).Should().Be("""{"outcome":"Unreachable"}""");
        (await _desk.Answer("case", wait.Replace("classify", "assign", StringComparison.Ordinal)))
            .Should().Be("not yet ");
    }
}
