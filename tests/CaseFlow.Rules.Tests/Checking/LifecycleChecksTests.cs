using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Tests.Binding;

namespace CaseFlow.Rules.Tests.Checking;

/// <summary>Where the checks of lifecycles speak, and where they keep silent.</summary>
public sealed class LifecycleChecksTests
{
    private const string States = """
          initial state open starts handling
          state working
          state deep substate of working
          final state closed

        """;

    private const string Ways = """
          trigger begin per LC art 1 from open goes to working
          trigger dig per LC art 1 from working except deep goes to deep

        """;

    [Theory]
    [InlineData("from working goes to closed", "from deep goes to closed", false, "the body written for the substate hides the other")]
    [InlineData("from any open state goes to closed", "from working goes to closed", false, "a named state goes before any open one")]
    [InlineData("from open goes to closed", "from working goes to closed", false, "they start from different states")]
    [InlineData("from working goes to closed", "from working goes to closed", true, "both start from working")]
    [InlineData("from any open state goes to closed", "from any open state except open goes to closed", true, "both start from working")]
    public void AmbiguousTrigger_OfTwoBodies_DependsOnTheirStates(string first, string second, bool isAmbiguous, string reason)
    {
        var codes = Codes(Trigger(first, "") + Trigger(second, "").Replace("trigger close", "", StringComparison.Ordinal));

        codes.Contains(RulesCodes.AmbiguousTrigger).Should().Be(isAmbiguous, reason);
    }

    [Theory]
    [InlineData("petition.complex", "not petition.complex", false)]
    [InlineData("petition.instance is first", "petition.instance is second", false)]
    [InlineData("petition.kind is one of (complaint, feedback)", "petition.kind is denunciation", false)]
    [InlineData("petition.kind is complaint", "petition.kind is not complaint", false)]
    [InlineData("petition.accepted_on is missing", "petition.contents is 1 and petition.accepted_on is recorded", false)]
    [InlineData("petition.complex", "petition.instance is first", true)]
    [InlineData("not (petition.complex and petition.instance is first)", "petition.complex", true)]
    [InlineData("petition.complex or petition.contents is 1", "not petition.complex", true)]
    public void AmbiguousTrigger_OfTwoBodies_DependsOnGuardsThatExcludeEachOther(string first, string second, bool isAmbiguous)
    {
        var codes = Codes(
            Trigger("from working goes to closed", first)
            + Trigger("from working goes to closed", second).Replace("trigger close", "", StringComparison.Ordinal));

        codes.Contains(RulesCodes.AmbiguousTrigger).Should().Be(isAmbiguous);
    }

    [Theory]
    [InlineData("meets handling", true, "nothing runs after the only deadline is met")]
    [InlineData("voids handling", true, "nothing runs after the only deadline is voided")]
    [InlineData("needs { on : date } suspends handling from on", true, "a suspended deadline does not run")]
    [InlineData("meets handling starts pause", false, "a waiting period runs")]
    [InlineData("", false, "the deadline runs on")]
    public void StateWithoutDeadline_DependsOnWhatCanRunThere(string effects, bool isFound, string reason)
    {
        var codes = Codes($"""
              trigger rest per LC art 1 from working goes to idle {effects}
              trigger resume per LC art 1 from idle goes to working needs {"{ on : date }"} resumes handling from on
              trigger close per LC art 1 from idle, working goes to closed meets handling
            """, "state idle");

        codes.Contains(RulesCodes.StateWithoutDeadline).Should().Be(isFound, reason);
    }

    [Theory]
    [InlineData("starts resolution", true, "nothing has set the day")]
    [InlineData("sets petition.accepted_on is today starts resolution", false, "an effect before sets it")]
    [InlineData("starts resolution sets petition.accepted_on is today", true, "the effect stands after")]
    [InlineData("sets petition.accepted_on is missing starts resolution", true, "it is set to missing")]
    [InlineData("guard g per LC art 1 : petition.accepted_on is recorded refuse with \"no\" starts resolution", false, "a guard demands it")]
    [InlineData("guard g per LC art 1 : petition.accepted_on is at least petition.received_on refuse with \"no\" starts resolution", false, "a comparison that holds tells it")]
    public void AnchorNotSet_DependsOnGuardsAndEarlierEffects(string clauses, bool isFound, string reason)
    {
        var codes = Codes($"""
              trigger close per LC art 1 from working goes to closed {clauses}
              trigger meet per LC art 1 from closed stays meets resolution
            """);

        codes.Contains(RulesCodes.AnchorNotSet).Should().Be(isFound, reason);
    }

    [Fact]
    public void AnchorNotSet_WhereOneOfTwoWaysHasNotSetTheFact_IsFound()
    {
        const string ways = """
              trigger short per LC art 1 from open goes to idle
              trigger long per LC art 1 from working goes to idle sets petition.accepted_on is today
              trigger close per LC art 1 from idle goes to closed starts resolution meets handling
              trigger meet per LC art 1 from closed stays meets resolution
            """;

        Codes(ways, "state idle").Should().Contain(RulesCodes.AnchorNotSet);
        Codes(ways.Replace("from open goes", "from deep goes", StringComparison.Ordinal)
                .Replace("goes to idle\n", "goes to idle sets petition.accepted_on is today\n", StringComparison.Ordinal), "state idle")
            .Should().NotContain(RulesCodes.AnchorNotSet);
    }

    [Theory]
    [InlineData("needs { on : date } suspends handling from on", false)]
    [InlineData("", true)]
    public void GoesBack_WhereAnotherWayInRemembersNothing_IsFound(string other, bool isFound)
    {
        var codes = Codes($"""
              trigger stop per LC art 1 from working goes to idle needs {"{ on : date }"} suspends handling from on
              trigger halt per LC art 1 from open goes to idle {other}
              trigger go_on per LC art 1 from idle goes back needs {"{ on : date }"} resumes handling from on
              trigger close per LC art 1 from working goes to closed meets handling
            """, "state idle no deadline per LC art 1");

        codes.Contains(RulesCodes.NothingToGoBackTo).Should().Be(isFound);
    }

    [Fact]
    public void UnreachableState_OfASuperstateThatOnlyGroups_IsNotFound()
    {
        var codes = Codes("""
              trigger close per LC art 1 from working goes to closed meets handling
              trigger sink per LC art 1 from open goes to inner
              trigger rise per LC art 1 from inner goes to closed meets handling
            """, "state outer\n  state inner substate of outer");

        codes.Should().NotContain(RulesCodes.UnreachableState);
    }

    [Fact]
    public void Checks_OfALifecycleThatIsNotBound_SayNothingFurther()
    {
        var codes = Codes("  trigger close per LC art 1 from wrking goes to closed meets handling\n");

        codes.Should().Equal(RulesCodes.UnknownLifecycleName);
    }

    private static string Trigger(string ways, string guard) => $"""
          trigger close
            version
              per LC art 1
              {ways}
              {(guard.Length > 0 ? $"guard g per LC art 1 : {guard} refuse with \"no\"" : "")}
              meets handling

        """;

    private static IReadOnlyList<string> Codes(string triggers, string moreStates = "")
    {
        var result = SmallPack.Load(
            "lifecycle life for petition.kind is complaint\n" + States + moreStates + "\n" + Ways + triggers + "\nend lifecycle\n");
        var codes = BindingConformance.Of(result).Select(finding => finding.Code).ToList();
        codes.Should().NotContain(code => code.StartsWith("CF0", StringComparison.Ordinal), BindingConformance.Lines(result));
        return codes;
    }
}
