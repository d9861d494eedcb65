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
    [InlineData("working", "deep", false, "the body written for the substate hides the other")]
    [InlineData("any open state", "working", false, "a named state goes before any open one")]
    [InlineData("open", "working", false, "they start from different states")]
    [InlineData("working", "working", true, "both start from working")]
    [InlineData("any open state", "any open state except open", true, "both start from working")]
    public void AmbiguousTrigger_OfTwoBodies_DependsOnTheirStates(
        string first, string second, bool isAmbiguous, string reason)
    {
        var codes = Codes("  trigger close\n" + Body(first, "") + Body(second, ""));

        codes.Contains(RulesCodes.AmbiguousTrigger).Should().Be(isAmbiguous, reason);
    }

    [Theory]
    [InlineData("petition.complex", "not petition.complex", false)]
    [InlineData("petition.instance is first", "petition.instance is second", false)]
    [InlineData("petition.kind is one of (complaint, feedback)", "petition.kind is denunciation", false)]
    [InlineData("petition.kind is complaint", "petition.kind is not complaint", false)]
    [InlineData("petition.remark is missing", "petition.contents is 1 and petition.remark is recorded", false)]
    [InlineData("petition.complex", "petition.instance is first", true)]
    [InlineData("not (petition.complex and petition.instance is first)", "petition.complex", true)]
    [InlineData("petition.complex or petition.contents is 1", "not petition.complex", true)]
    public void AmbiguousTrigger_OfTwoBodies_DependsOnGuardsThatExcludeEachOther(
        string first, string second, bool isAmbiguous)
    {
        var codes = Codes("  trigger close\n" + Body("working", first) + Body("working", second));

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
    [InlineData("DAY is at least petition.received_on", "", "", false, "a comparison that holds tells it")]
    [InlineData("DAY is recorded", "", "", false, "a guard demands it")]
    [InlineData("yes", "", "", true, "nothing has set the day")]
    [InlineData("yes", "sets DAY is today", "", false, "an effect before sets it")]
    [InlineData("yes", "", "sets DAY is today", true, "the effect stands after")]
    [InlineData("yes", "sets DAY is missing", "", true, "it is set to missing")]
    public void AnchorNotSet_DependsOnGuardsAndEarlierEffects(
        string guard, string before, string after, bool isFound, string reason)
    {
        var triggers = $"""
              trigger close per LC art 1 from working goes to closed
                guard g per LC art 1 : {guard} refuse with "no"
                {before} starts resolution {after}
              trigger meet per LC art 1 from closed stays meets resolution
            """;

        var codes = Codes(triggers.Replace("DAY", "petition.accepted_on", StringComparison.Ordinal));

        codes.Contains(RulesCodes.AnchorNotSet).Should().Be(isFound, reason);
    }

    [Fact]
    public void AnchorNotSet_WhereOneOfTwoWaysHasNotSetTheFact_IsFound()
    {
        const string first = """
              trigger short per LC art 1 from open goes to idle
              trigger long per LC art 1 from working goes to idle sets petition.accepted_on is today
              trigger close per LC art 1 from idle goes to closed starts resolution meets handling
              trigger meet per LC art 1 from closed stays meets resolution
            """;

        var both = first.Replace(
            "from open goes to idle",
            "from open goes to idle sets petition.accepted_on is today",
            StringComparison.Ordinal);

        Codes(first, "state idle").Should().Contain(RulesCodes.AnchorNotSet);
        Codes(both, "state idle").Should().NotContain(RulesCodes.AnchorNotSet);
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

    private static string Body(string source, string guard) => $"""
            version
              per LC art 1
              from {source} goes to closed
              {(guard.Length > 0 ? $"guard g per LC art 1 : {guard} refuse with \"no\"" : "")}
              meets handling

        """;

    private static IReadOnlyList<string> Codes(string triggers, string moreStates = "")
    {
        var result = SmallPack.Load(
            "lifecycle life for petition.kind is complaint\n"
            + States + moreStates + "\n" + Ways + triggers + "\nend lifecycle\n");
        var codes = BindingConformance.Of(result).Select(finding => finding.Code).ToList();
        codes.Should().NotContain(
            code => code.StartsWith("CF0", StringComparison.Ordinal), BindingConformance.Lines(result));
        return codes;
    }
}
