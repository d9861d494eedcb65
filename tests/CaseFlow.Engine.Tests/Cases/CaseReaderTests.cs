using System.Globalization;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Tests.Kit;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class CaseReaderTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Triggers_OfAState_TellWhatEachStillNeeds()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        var triggers = await _desk.Reader.TriggersAsync(id, Desk.Resolver, CancellationToken.None);

        triggers.Select(trigger => trigger.Name).Should().Equal("accept", "reject", "withdraw");
        triggers[0].StillNeeds.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.MissingInput);
        triggers[1].StillNeeds.Should().BeEmpty();
    }

    [Fact]
    public async Task Explanations_NameTheDecisionBehindEachDeadline()
    {
        var id = await _desk.OpenAccepted("heavy");

        var explanations = await _desk.Reader.ExplanationsAsync(
            id, CultureInfo.InvariantCulture, CancellationToken.None);

        explanations.Select(explanation => explanation.Deadline).Should().Equal("acceptance", "resolution");
        explanations[1].Outcome!.Status.Should().Be(OutcomeStatus.Decided);
        explanations[1].Outcome!.Rules.Select(rule => rule.Name).Should().Equal("heavy_resolution");
        explanations[1].Trace.ToJsonString().Should().Contain("heavy_resolution").And.Contain("because");
    }

    [Fact]
    public async Task Case_IsFoundByTheCitizensCode()
    {
        var result = await _desk.Do(new OpenCase("k", Desk.Resolver) { Facts = Desk.Complaint("2026-03-02") });

        var found = await _desk.Reader.FindByTrackingAsync(result.Tracking!.Value, CancellationToken.None);

        found!.State.Id.Should().Be(result.CaseId!.Value);
    }

    [Fact]
    public async Task Readings_OfACaseThatIsNot_AreEmpty()
    {
        var id = _desk.Ids.NewCaseId();

        (await _desk.Reader.FindAsync(id, CancellationToken.None)).Should().BeNull();
        (await _desk.Reader.HistoryAsync(id, CancellationToken.None)).Should().BeEmpty();
        (await _desk.Reader.DeadlinesAsync(id, CancellationToken.None)).Should().BeEmpty();
        (await _desk.Reader.TriggersAsync(id, Desk.Resolver, CancellationToken.None)).Should().BeEmpty();
        (await _desk.Reader.ExplanationsAsync(id, CultureInfo.InvariantCulture, CancellationToken.None))
            .Should().BeEmpty();
    }
}
