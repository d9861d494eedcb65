using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Definitions;

public sealed class CaseDefinitionTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private readonly CaseDefinition _definition = TestPacks.Works.DefinitionOf("complaint");

    [Fact]
    public void PermittedTriggers_OfASubstate_IncludeThoseOfItsSuperstate()
    {
        var verifying = _definition.FindState("verifying")!;

        _definition.PermittedTriggers(verifying, Day).Select(trigger => trigger.Name).Should().Contain(
            ["suspend", "resolve", "fix_hearing"]).And.NotContain("verify");
    }

    [Theory]
    [InlineData("2026-06-30", 0)]
    [InlineData("2026-07-01", 1)]
    public void BodiesOf_ATriggerWithVersions_AreThoseInForceOnTheDay(string day, int inputs)
    {
        var body = _definition.BodiesOf(
            _definition.Initial, _definition.FindTrigger("withdraw")!, Desk.Day(day)).Should().ContainSingle().Subject;

        body.Inputs.Should().HaveCount(inputs);
    }

    [Fact]
    public void NearestTriggers_FromTheBeginning_AreTheFirstStepsOfTheShortestRoads()
    {
        NearestTriggers.Towards(
            _definition, _definition.Initial, _definition.FindTrigger("close")!, Day, returnTo: null)
            .Should().Equal("accept");
    }

    [Fact]
    public void NearestTriggers_FromASuspension_GoBackToTheStateRemembered()
    {
        NearestTriggers.Towards(
            _definition,
            _definition.FindState("suspended")!,
            _definition.FindTrigger("fix_hearing")!,
            Day,
            _definition.FindState("verifying")).Should().Equal("resume");
    }

    [Fact]
    public void Describe_TellsStatesGuardsAndTargets()
    {
        var described = _definition.Describe();

        described.States.Single(state => state.Name == "verifying").Superstate.Should().Be("accepted");
        var accept = described.Transitions.Single(transition => transition.Trigger == "accept");
        accept.From.Should().Be("received");
        accept.Targets.Should().Equal("accepted");
        accept.Guards.Select(guard => guard.Name).Should().Equal("is_competent", "is_signed", "not_before");
        described.Transitions.Single(transition => transition.Trigger == "reject").Targets
            .Should().Equal("closed", "rejected");
    }
}
