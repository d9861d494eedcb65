using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Engine.Tests.Workflows.Cases;

/// <summary>Commands that workflows give: done once under a key, or refused with every reason.</summary>
public sealed class CaseCommandTests
{
    private readonly PetitionDesk _desk = new();

    [Fact]
    public async Task FireTrigger_TwiceUnderOneKey_HappensOnce()
    {
        var id = await _desk.Open();
        var payload = Classify(id, by: "off-commune-a-resolver");

        var first = await _desk.Answer("CaseFlow.FireTrigger", payload);
        var again = await _desk.Answer("CaseFlow.FireTrigger", payload);

        again.Should().Be(first).And.Contain("version");
        (await _desk.Desk.Events(id)).OfType<TriggerFired>().Should().ContainSingle();
        (await _desk.Desk.State(id)).State.Should().Be("classified");
    }

    [Fact]
    public async Task FireTrigger_RefusedByTheLifecycle_EndsAsRefusedWithTheArticles()
    {
        var id = await _desk.Open();

        var answer = await _desk.Answer(
            "CaseFlow.FireTrigger", $$"""{"case":"{{id}}","trigger":"accept","dayInput":"on"}""");

        answer.Should().StartWith("""{"outcome":"Refused","version":""").And.Contain("CF1011").And.Contain("classify");
        (await _desk.Desk.State(id)).State.Should().Be("received");
    }

    [Fact]
    public async Task FireTrigger_ByAnOfficerWithoutTheRole_IsRefused()
    {
        var id = await _desk.Open();
        var payload = Classify(id, by: "off-commune-a-verifier-1");

        (await _desk.Answer("CaseFlow.FireTrigger", payload)).Should().StartWith("""{"outcome":"Refused""");
    }

    [Fact]
    public async Task FireTrigger_ByAnOfficer_StandsInHisNameInTheHistory()
    {
        var id = await _desk.Open();
        var payload = Classify(id, by: "off-commune-a-resolver");

        await _desk.Answer("CaseFlow.FireTrigger", payload);

        var history = await _desk.Desk.Reader.HistoryAsync(id, TestContext.Current.CancellationToken);
        history.Last(recorded => recorded.Event is TriggerFired).Principal.Should().Be("off-commune-a-resolver");
        history[^1].CommandKey.Should().Be("workflow/instance/1");
    }

    [Fact]
    public async Task FireTrigger_WithTheDayAsAnInput_GivesTheDayOnWhichItWasAsked()
    {
        var id = await _desk.Open();
        await _desk.Fire(id, "classify", """{"competent":true}""");
        var payload = $$"""{"case":"{{id}}","trigger":"accept","dayInput":"on","at":"2026-09-14T16:59:59Z"}""";
        _desk.Desk.GoTo("2026-09-15T00:30:00+07:00");

        await _desk.Answer("CaseFlow.FireTrigger", payload);

        (await _desk.Desk.State(id)).Facts["petition.accepted_on"].Should().Be("\"2026-09-14\"");
    }

    [Theory]
    [InlineData("""{"case":"CASE","trigger":"no_such"}""", "refused CF10141 no_such | CF1010 no_such")]
    [InlineData(
        """{"case":"CASE","trigger":"classify","facts":{"petition":{"colour":1}}}""", """{"outcome":"Refused",""")]
    [InlineData("""{"case":"00000000-0000-0000-0000-000000000099","trigger":"classify"}""", "refused CF10142")]
    public async Task FireTrigger_ThatNoCaseCouldCarryOut_IsRefusedOrCannotSucceed(string payload, string expected)
    {
        var id = await _desk.Open();

        var answer = await _desk.Answer(
            "CaseFlow.FireTrigger", payload.Replace("CASE", id.ToString(), StringComparison.Ordinal));

        answer.Should().StartWith(expected);
    }

    [Fact]
    public async Task OpenCase_TwiceUnderOneKey_OpensOneCase()
    {
        var payload = $$"""{"agency":"commune_a","facts":{{PetitionDesk.Complaint("2026-09-14")}}}""";

        var first = await _desk.Answer("CaseFlow.OpenCase", payload);
        var again = await _desk.Answer("CaseFlow.OpenCase", payload);

        again.Should().Be(first).And.Contain("caseId");
    }

    [Fact]
    public async Task OpenCase_OfNoKindOfCase_IsRefused()
    {
        (await _desk.Answer("CaseFlow.OpenCase", """{"facts":{}}""")).Should().StartWith("""{"outcome":"Refused""");
    }

    [Theory]
    [InlineData("role verifier", "off-commune-a-verifier-1")]
    [InlineData("role verifier level province", "off-province-verifier-1")]
    public async Task Assign_ByRole_GivesTheCaseToTheOfficerThatTheRegisterNames(string to, string officer)
    {
        var id = await _desk.OpenAccepted();

        var answer = await _desk.Answer(
            "CaseFlow.Assign",
            $$"""{"case":"{{id}}","to":"{{to}}","trigger":"assign","officerInput":"officer"}""");

        answer.Should().Contain($"\"result\":\"{officer}\"");
        (await _desk.Desk.State(id)).Holder.Should().Be(officer);
        (await _desk.Desk.State(id)).State.Should().Be("assigned");
    }

    [Theory]
    [InlineData("role gardener", """{"outcome":"Nobody"}""")]
    [InlineData("the holder", """{"outcome":"Nobody"}""")]
    [InlineData("somebody", "refused CF10149 somebody")]
    public async Task Assign_ToNobody_SaysSo(string to, string expected)
    {
        var id = await _desk.OpenAccepted();

        var answer = await _desk.Answer(
            "CaseFlow.Assign",
            $$"""{"case":"{{id}}","to":"{{to}}","trigger":"assign","officerInput":"officer"}""");

        answer.Should().Be(expected);
    }

    [Fact]
    public async Task ReadCase_AcceptedCase_GivesStateFactsAndDeadlines()
    {
        var id = await _desk.OpenAccepted();

        var answer = await _desk.Answer("CaseFlow.ReadCase", $$"""{"case":"{{id}}"}""");

        answer.Should().StartWith("""{"outcome":["Done","accepted"],""")
            .And.Contain("\"kind\":\"complaint\"")
            .And.Contain(
                """{"name":"acceptance","status":"Met","lastDay":"2026-09-23","isBreached":false,"inTime":true}""");
    }

    [Fact]
    public async Task EvaluateDecision_OfTheCasesPack_GivesOutputsStatusAndArticles()
    {
        var id = await _desk.OpenAccepted();

        var answer = await _desk.Answer("CaseFlow.EvaluateDecision", $$"""{"case":"{{id}}","decision":"resolution"}""");

        answer.Should().StartWith("""{"outcome":["Done","Decided"],"result":{""")
            .And.Contain("\"status\":\"decided\"").And.Contain("LKN art 28");
    }

    [Fact]
    public async Task EvaluateDecision_ThatThePackDoesNotHave_CannotSucceed()
    {
        var id = await _desk.Open();

        (await _desk.Answer("CaseFlow.EvaluateDecision", $$"""{"case":"{{id}}","decision":"weather"}"""))
            .Should().Be("refused CF10143 decision | weather");
    }

    [Fact]
    public async Task SendNotice_ToThePetitioner_IsAMessageOfNamesAndIdsUnderItsKey()
    {
        var id = await _desk.Open();

        var answer = (WorkAnswer.Done)await _desk.Ask(
            "CaseFlow.SendNotice",
            $$"""{"case":"{{id}}","notice":"acceptance-notice","to":"petitioner","cites":["LKN art 27"]}""", 7);

        var message = answer.Outbox.Should().ContainSingle().Subject;
        message.Key.Should().Be("workflow/instance/7");
        message.Topic.Should().Be("notice");
        message.CaseId.Should().Be(id);
        message.Payload.Should()
            .StartWith($$$"""{"case":"{{{id}}}","notice":"acceptance-notice",""")
            .And.EndWith("""
                "to":{"kind":"Petitioner"},"cites":["LKN art 27"]}
                """);
    }

    [Theory]
    [InlineData("2026-02-13T09:15:30.1234567+07:00", 1, null, "2026-02-23T02:15:30.1234567+00:00")]
    [InlineData("2026-02-13T09:15:30.1234567+07:00", 1, "08:00", "2026-02-23T01:00:00.0000000+00:00")]
    [InlineData("2026-09-12T10:00:00+07:00", 1, null, "2026-09-14T03:00:00.0000000+00:00")]
    [InlineData("2026-09-14T23:30:00+07:00", 5, null, "2026-09-21T16:30:00.0000000+00:00")]
    public async Task DelayWorkingDays_ByThePacksCalendar_IsExactToTheTick(
        string now, int days, string? time, string until)
    {
        var desk = new PetitionDesk(now);
        var timeOfDay = time is null ? "" : $",\"timeOfDay\":\"{time}\"";

        (await desk.Answer("CaseFlow.DelayWorkingDays", string.Create(
                CultureInfo.InvariantCulture, $$"""{"days":{{days}}{{timeOfDay}}}""")))
            .Should().Be($$"""{"until":"{{until}}"}""");
    }

    [Fact]
    public async Task DelayWorkingDays_PastTheHolidayData_CannotSucceed()
    {
        (await _desk.Answer("CaseFlow.DelayWorkingDays", """{"days":2000}"""))
            .Should().Be("refused CF10144 vn | 2027-12-31");
    }

    [Fact]
    public async Task DelayWorkingDays_ByNoCalendar_CannotSucceed()
    {
        (await _desk.Answer("CaseFlow.DelayWorkingDays", """{"days":2,"calendar":"lao"}"""))
            .Should().Be("refused CF10147 lao");
    }

    [Fact]
    public async Task HumanTask_InWorkingDays_IsDueOnTheLastOfThem()
    {
        (await _desk.Answer("CaseFlow.HumanTask", """{"days":7}""")).Should().Be("""{"dueOn":"2026-09-23"}""");
    }

    private static string Classify(CaseId id, string by) =>
        $$"""{"case":"{{id}}","trigger":"classify","inputs":{"competent":true},"by":"{{by}}"}""";
}
