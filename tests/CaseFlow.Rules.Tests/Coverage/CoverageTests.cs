using CaseFlow.Rules.Coverage;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Coverage;

/// <summary>What the examples of a pack show to work, and what they do not, by its place.</summary>
public sealed class CoverageTests
{
    private const string Rules =
        """
        law L "Law" from 2012-07-01
        facts p { on : date  a : boolean  b : boolean  c : boolean  n : number }
        define size : number per L art 1 as if p.c then 1 else 2
        decision d gives level : number by date p.on hit single
          rule general
            version from 2012-07-01 before 2020-01-01 per L art 1 when p.a then level is size
            version from 2020-01-01 per L art 1 when p.a then level is 5
          exception special to general per L art 2 when p.b then level is 7
          exception blocked to general per L art 2 when p.c and p.b then does not apply
          table more per L art 3
            | p.n || level |
            |-----||-------|
            | 3   || 30    |
            | 4   || 40    |
          otherwise level is 0 per L art 4
        end decision
        decision e gives ok : boolean by date p.on hit first hit
          rule first per L art 1 when d.level is at least 5 then ok is yes
          rule second per L art 1 then ok is no
        end decision

        """;

    private const string General2013 =
        """
        example "general" given p.on is 2013-01-01 and p.a is yes and p.b is no and p.c is no and p.n is 0
          expect d.level is 2

        """;

    private const string Special2021 =
        """
        example "special" given p.on is 2021-01-01 and p.a is yes and p.b is yes and p.c is no and p.n is 0
          expect e.ok is yes

        """;

    [Fact]
    public void Coverage_WithoutExamples_ShowsNothing()
    {
        var report = TextPack.Of(Rules).Coverage();

        report.Percent.Should().Be(0);
        Left(report).Should().Equal(
            "then of size NeverLive", "else of size NeverLive",
            "general of d NeverInForce", "general of d NeverInForce",
            "special of d NeverInForce", "blocked of d NeverInForce",
            "more#1 of d NeverInForce", "more#2 of d NeverInForce",
            "otherwise of d NeverLive",
            "first of e NeverInForce", "second of e NeverInForce");
    }

    [Fact]
    public void Coverage_OfAnExample_ShowsItsRuleVersionAndBranchAndHowFarItWentWithTheRest()
    {
        var report = TextPack.Of(Rules + General2013).Coverage();

        (report.Covered, report.Items.Count, report.Percent).Should().Be((2, 11, 18.1m));
        Left(report).Should().Equal(
            "then of size NeverLive", "general of d NeverInForce", "special of d NeverLive", "blocked of d NeverLive",
            "more#1 of d NeverLive", "more#2 of d NeverLive", "otherwise of d NeverLive",
            "first of e NeverInForce", "second of e NeverInForce");
    }

    [Fact]
    public void Coverage_OfWhatIsReadUpstream_CountsAndARuleAlwaysReplacedDoesNot()
    {
        var report = TextPack.Of(Rules + Special2021).Coverage();

        report.Items.Where(item => item.IsCovered).Select(item => item.Name).Should().Equal("special", "first");
        Left(report).Should().Contain("general of d OverriddenOnly", "what an exception always replaces")
            .And.Contain("second of e OverriddenOnly", "what an earlier rule always hides");
        report.Uncovered.Single(item => item.State == CoverageState.OverriddenOnly && item.Owner == "d")
            .Period!.Value.From.Should().Be(new DateOnly(2020, 1, 1));
    }

    [Fact]
    public void Coverage_OfABlockerThatTakesItsRuleAway_CountsTheBlocker()
    {
        var report = TextPack.Of(Rules +
            """
            example "blocked" given p.on is 2021-01-01 and p.a is yes and p.b is yes and p.c is yes and p.n is 0
              expect d.level is 0
            """).Coverage();

        report.Items.Where(item => item.IsCovered).Select(item => item.Name)
            .Should().BeEquivalentTo("blocked", "otherwise");
    }

    [Theory]
    [InlineData("expect d.level is 3")]
    [InlineData("expect d is undecided")]
    public void Coverage_OfAnExampleThatFails_ShowsNothing(string want)
    {
        var example = "example \"wrong\" given p.on is 2013-01-01 and p.a is yes and p.b is no and p.c is no and "
            + "p.n is 0 " + want + "\n";

        TextPack.Of(Rules + example).Coverage().Covered.Should().Be(0);
    }

    [Fact]
    public void Coverage_OfAnOutcomeStillOpen_ShowsNoRule()
    {
        var report = TextPack.Of(Rules +
            """
            example "open" given p.on is 2021-01-01 and p.a is yes and p.b is no
              expect d is undecided
            """).Coverage();

        report.Covered.Should().Be(0);
    }

    [Fact]
    public void Coverage_OfThePetitionPack_ShowsEveryRuleExceptionAndRow() =>
        PackOf("packs/vietnam-petitions").Coverage().Uncovered
            .Where(item => item.Kind != CoverageKind.Branch)
            .Select(item => item.Span + " " + item.Name)
            .Should().BeEmpty();

    private static CompiledPack PackOf(string folder) => new(FolderPack.Load(folder).Pack!);

    private static IEnumerable<string> Left(CoverageReport report) =>
        report.Uncovered.Select(item => $"{item.Name} of {item.Owner} {item.State}");
}
