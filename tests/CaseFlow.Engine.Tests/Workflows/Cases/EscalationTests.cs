using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Engine.Tests.Workflows.Cases;

/// <summary>Escalations by workflows: in the case's history, once, with whom, why and by which activity.</summary>
public sealed class EscalationTests
{
    private const string Cause = "\"definition\":\"overdue\",\"node\":\"flow:report\"";

    private readonly PetitionDesk _desk = new();

    [Theory]
    [InlineData("superior", "province", "")]
    [InlineData("role unit_head level province", "province", "off-province-unit-head")]
    [InlineData("agency department_land", "department_land", "")]
    public async Task Escalate_Upward_StandsInTheHistoryWithWhomTheRegisterNames(
        string to, string agency, string officers)
    {
        var id = await _desk.OpenAccepted();

        const string About = "\"deadline\":\"resolution\",\"cites\":[\"LKN art 28\"],";
        await _desk.Ask("CaseFlow.Escalate", Payload(id, to, About), 7);

        var recorded = await LastAsync(id);
        var escalated = recorded.Event.Should().BeOfType<CaseEscalated>().Subject;
        recorded.CommandKey.Should().Be("workflow/instance/7");
        recorded.Principal.Should().Be("workflow");
        escalated.Should().BeEquivalentTo(new
        {
            Notice = "late", Deadline = "resolution", DueOn = (DateOnly?)null, Cites = new[] { "LKN art 28" },
            Cause = new EscalationCause("overdue", "instance", "flow:report"),
        });
        escalated.To.Agency.Should().Be(agency);
        string.Join(",", escalated.To.Officers).Should().Be(officers);
    }

    [Fact]
    public async Task Escalate_TwiceUnderOneKey_IsOneEventAndOneMessageAndTheSameAnswer()
    {
        var id = await _desk.OpenAccepted();
        var payload = Payload(id, "role unit_head", "\"within\":5,");

        var first = await _desk.Answer("CaseFlow.Escalate", payload);
        var again = await _desk.Answer("CaseFlow.Escalate", payload);

        again.Should().Be(first).And.Contain("off-commune-a-unit-head").And.Contain("\"lastDay\":\"2026-09-21\"");
        (await _desk.Desk.Events(id)).OfType<CaseEscalated>().Should().ContainSingle();
        var message = (await Waiting()).Should().ContainSingle(row => row.Topic == "demand").Subject;
        var sequence = (await LastAsync(id)).Sequence;
        message.Key.Should().Be(string.Create(CultureInfo.InvariantCulture, $"{id}/{sequence}/1"));
        message.Payload.Should().StartWith($$"""{"case":"{{id}}","notice":"late",""")
            .And.Contain("\"lastDay\":\"2026-09-21\"").And.Contain("off-commune-a-unit-head");
    }

    [Fact]
    public async Task Escalate_WithoutADay_IsAReport()
    {
        var id = await _desk.OpenAccepted();

        await _desk.Ask("CaseFlow.Escalate", Payload(id, "superior"));

        (await Waiting()).Should().ContainSingle(row => row.Topic == "report");
    }

    [Fact]
    public async Task Escalate_OfAClosedCase_IsRefusedAndWritesNothing()
    {
        var id = await _desk.Open();
        await _desk.Fire(id, "withdraw_early", """{"on":"2026-09-14","signed":true}""");
        var before = await LastAsync(id);

        (await _desk.Answer("CaseFlow.Escalate", Payload(id, "superior")))
            .Should().StartWith("""{"outcome":"Refused",""").And.Contain("CF1058");

        (await LastAsync(id)).Sequence.Should().Be(before.Sequence);
    }

    [Theory]
    [InlineData("role gardener", """{"outcome":"Nobody"}""")]
    [InlineData("somebody", "refused CF10149 somebody")]
    public async Task Escalate_ToNobody_SaysSoAndWritesNothing(string to, string expected)
    {
        var id = await _desk.OpenAccepted();

        (await _desk.Answer("CaseFlow.Escalate", Payload(id, to))).Should().Be(expected);

        (await _desk.Desk.Events(id)).OfType<CaseEscalated>().Should().BeEmpty();
    }

    [Fact]
    public async Task Escalate_AboutADeadlineThatThePackDoesNotHave_CannotSucceed()
    {
        var id = await _desk.OpenAccepted();

        (await _desk.Answer("CaseFlow.Escalate", Payload(id, "superior", "\"deadline\":\"lunch\",")))
            .Should().Be("refused CF10141 late | CF1054 lunch");
    }

    private static string Payload(CaseId id, string to, string more = "") =>
        $$"""{"case":"{{id}}","notice":"late","to":"{{to}}",{{more}}{{Cause}}}""";

    private async Task<RecordedEvent> LastAsync(CaseId id) =>
        (await _desk.Desk.Reader.HistoryAsync(id, TestContext.Current.CancellationToken))[^1];

    private async Task<IReadOnlyList<OutboxRow>> Waiting() =>
    [
        .. (await _desk.Desk.Store.ClaimAsync(
            _desk.Desk.Clock.GetUtcNow(), TimeSpan.FromMinutes(1), 100, TestContext.Current.CancellationToken))
            .Select(lease => lease.Message),
    ];
}
