using System.Text;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Coverage.Conditions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Coverage;

/// <summary>Which sides of conditions examples show to matter, and the examples that are still needed.</summary>
public sealed class ConditionCoverageTests
{
    private const string Rules =
        """
        law L "Law" from 2012-07-01
        facts p { on : date  a : boolean  b : boolean  c : boolean  n : number }
        decision d gives level : number by date p.on hit single
          rule low per L art 1 when p.a and (p.b or not p.c) then level is 1
          exception more to low per L art 2 when p.n is at least 5 then level is 2
          otherwise level is 0 per L art 3
        end decision

        """;

    [Fact]
    public void Conditions_WithoutExamples_NeedBothSidesOfEveryPart()
    {
        var report = Of(Rules);

        Needed(report).Should().Equal(
            "p.a holds", "p.a fails", "p.b holds", "p.b fails", "p.c holds", "p.c fails",
            "p.n is at least 5 holds", "p.n is at least 5 fails");
        report.Percent.Should().Be(0);
    }

    [Fact]
    public void Conditions_OfAnExample_ShowTheSidesThatItHangsOn()
    {
        // Both `b` and `not c` hold: neither alone matters. The exception is not reached by the second example.
        var report = Of(Rules + Example("yes", "yes", "no", 3, 1) + Example("no", "yes", "yes", 9, 0));

        Needed(report).Should().Equal(
            "p.b holds", "p.b fails", "p.c holds", "p.c fails", "p.n is at least 5 holds");
        report.Shown.Should().Be(3);
    }

    [Fact]
    public void Conditions_OfAnExampleThatFails_ShowNothing() =>
        Of(Rules + Example("yes", "yes", "no", 3, 7)).Shown.Should().Be(0);

    [Fact]
    public void Conditions_OfASideThatNoCaseCanHave_AreLeftOut()
    {
        var report = Of(
            """
            law L "Law" from 2012-07-01
            facts p { on : date  n : number }
            decision d gives level : number by date p.on hit single
              rule one per L art 1 when p.n is at least 5 and p.n is at least 3 then level is 1
              otherwise level is 0 per L art 1
            end decision
            """);

        // What is below 3 is below 5: the second part alone never decides.
        Needed(report).Should().Equal(
            "p.n is at least 5 holds", "p.n is at least 5 fails", "p.n is at least 3 holds");
    }

    // An example of a gap asks its author what is right and fails until then: it shows nothing yet.
    [Fact]
    public void Conditions_OfThePetitionPackWithTheNeededExamplesPasted_NeedNoMore()
    {
        var before = Of(PackWith([]));
        before.IsCutShort.Should().BeFalse();
        var needed = before.Sides.Where(side => side.State == ConditionState.Needed).ToList();
        needed.Should().NotBeEmpty();

        var after = Of(PackWith(needed));

        var left = after.Sides.Where(side => side.State == ConditionState.Needed).ToList();
        left.Where(side => !side.Example!.Contains("  # ", StringComparison.Ordinal)).Should().BeEmpty();
        after.Shown.Should().BeGreaterThanOrEqualTo(before.Total - left.Count);
    }

    private static CompiledPack PackWith(IEnumerable<ConditionSide> needed)
    {
        var pasted = needed.ToLookup(side => side.Span.File, side => side.Example, StringComparer.Ordinal);
        var files = FolderPack.Files(FolderPack.Petitions).ToDictionary(
            file => file.Key,
            file => (byte[])
                [.. file.Value, .. Encoding.UTF8.GetBytes(string.Concat(pasted[file.Key].Select(text => "\n" + text)))],
            StringComparer.Ordinal);
        var loaded = RulePack.Load(new Rules.Syntax.InMemoryRuleSource(files));
        loaded.Pack.Should().NotBeNull(string.Join("; ", loaded.Diagnostics.Take(5).Select(found => found.Span
            + " " + found.Code + " " + found.Message(TextPack.English))));
        return new CompiledPack(loaded.Pack!);
    }

    private static ConditionReport Of(string rules) => Of(TextPack.Of(rules));

    private static ConditionReport Of(CompiledPack pack) => pack.ConditionCoverage(AnalysisBudget.Default);

    private static string Example(string a, string b, string c, int n, int level) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"""
        example "{a} {b} {c} {n}" given p.on is 2020-01-01 and p.a is {a} and p.b is {b} and p.c is {c} and p.n is {n}
          expect d.level is {level}

        """);

    private static IEnumerable<string> Needed(ConditionReport report) => report.Sides
        .Where(side => side.State == ConditionState.Needed)
        .Select(side => side.Text + (side.Holds ? " holds" : " fails"));
}
