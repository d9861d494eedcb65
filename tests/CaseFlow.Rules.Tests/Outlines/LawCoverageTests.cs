using CaseFlow.Rules.Comparison;
using CaseFlow.Rules.Coverage;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Outlines;

/// <summary>What of a law the rules of a pack cite, and what the outline changes and does not.</summary>
public sealed class LawCoverageTests
{
    private const string Header = "section,article,clause,point,from,before,title,rule,because\n";

    private const string Outline = Header + """
        ,1,,,,,Scope,none,no rule
        ,2,,,,,Rights,none,rights
        ,2,1,,,,,,
        ,2,2,,,,,later,not yet
        ,2,3,,,,,,
        ,3,,,,,Terms,,
        ,3,1,,,,,,
        ,3,1,a,,,,,
        ,3,1,b,,,,,
        ,3,2,,,,,,
        ,4,,,,2020-01-01,Old,,
        ,5,,,,,Other,,

        """;

    [Theory]
    [InlineData("L art 3", "art 3 cl 1 pt a, b, art 3 cl 2")]
    [InlineData("L art 3 cl 1", "art 3 cl 1 pt a, b")]
    [InlineData("L art 3 cl 1 pt b", "art 3 cl 1 pt b")]
    [InlineData("L cl 1 art 3", "art 3 cl 1 pt a, b")]
    [InlineData("L art 5 cl 9 pt c", "art 5")]
    [InlineData("L art 2 cl 3, L art 2 cl 2", "art 2 cl 2, 3")]
    [InlineData("L, practice \"p\"", "-")]
    public void Coverage_OfACitation_CountsWhatLiesInIt(string cites, string covered)
    {
        var coverage = Coverage(cites);

        LawCoverage.TextOf(coverage.In(LawPartState.Cited)).Should().Be(covered);
    }

    [Fact]
    public void Coverage_OfReasons_GoesDownToWhatIsNotCited()
    {
        var coverage = Coverage("L art 2 cl 3");

        LawCoverage.TextOf(coverage.In(LawPartState.NeedsNoRule)).Should().Be("art 1, art 2 cl 1");
        LawCoverage.TextOf(coverage.In(LawPartState.NotYet)).Should().Be("art 2 cl 2");
        LawCoverage.TextOf(coverage.In(LawPartState.Uncited)).Should().Be(
            "art 3 cl 1 pt a, b, art 3 cl 2, art 4, 5");
        coverage.In(LawPartState.NeedsNoRule).Select(part => part.Because).Should().Equal("no rule", "rights");
    }

    [Fact]
    public void Coverage_OfExamplesAlone_DoesNotCount()
    {
        var module = Module("practice \"p\"") + """

            example "e" given p.on is 2021-01-01 expect d citing L art 5
            """;

        LawCoverage.Of(TextPack.Of(module, ("l.csv", Outline)).Pack).Single().In(LawPartState.Cited)
            .Should().BeEmpty();
    }

    [Fact]
    public void Hash_WhereOnlyTheOutlineChanges_StaysAndTheContentsDoesNot()
    {
        var (one, other) = (Source(Outline), Source(Outline.Replace("Scope", "Range", StringComparison.Ordinal)));

        RulePack.Load(one).Pack!.Hash.Should().Be(RulePack.Load(other).Pack!.Hash);
        RulePack.ContentHash(one).Should().NotBe(RulePack.ContentHash(other));
    }

    [Fact]
    public void Compare_OfTwoOutlines_TellsTheRowsThatDiffer()
    {
        var amended = Outline.Replace(
            ",4,,,,2020-01-01,Old,,", ",4,,,,2021-01-01,Old,later,why", StringComparison.Ordinal);

        var change = WhatIf.Compare(Side(Outline), Side(amended), []).Changes.Should().ContainSingle().Subject;

        (change.Kind, change.Name).Should().Be((CauseKind.Outline, "L"));
        change.Before.Should().Contain("art 4").And.Contain("2020-01-01").And.NotContain("why");
        change.After.Should().Contain("art 4").And.Contain("2021-01-01").And.Contain("(why)");
    }

    private static LawCoverage Coverage(string cites) =>
        LawCoverage.Of(TextPack.Of(Module(cites), ("l.csv", Outline)).Pack).Should().ContainSingle().Subject;

    private static PackSide Side(string outline) => new(TextPack.Of(Module("L art 3"), ("l.csv", outline)));

    private static InMemoryRuleSource Source(string outline) => InMemoryRuleSource.OfTexts(
        ("main.cfr", "language en\nmodule test\n" + Module("L art 3")), ("l.csv", outline));

    private static string Module(string cites) => $$"""
        law L "Law" from 2012-07-01 outline from data "l"
        facts p { on : date }
        decision d gives level : number by date p.on hit single
          rule one per {{cites}} then level is 1
        end decision
        """;
}
