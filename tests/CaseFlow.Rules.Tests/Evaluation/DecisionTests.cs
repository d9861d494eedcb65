using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using static CaseFlow.Rules.Tests.Evaluation.Told;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>What an outcome tells besides its value: what to ask, what stands in the way, what was assumed.</summary>
public sealed class DecisionTests
{
    [Fact]
    public void Missing_OfAnUndecidedDecision_ComesInOrderOfWhatSettlesMost()
    {
        var outcome = Decide(Many, "many", """{"p":{"a":true}}""");

        outcome.Missing.Should().Equal("p.shared", "p.b", "p.c");
    }

    [Fact]
    public void Missing_FactThatNoCompletionIsSensitiveTo_IsNotAskedFor()
    {
        var outcome = Decide(
            """
            facts p { a : boolean  b : boolean  c : boolean }
            decision d gives v : number by date today hit single
              rule one per practice "x" when p.a and (p.b or not p.b) then v is 1
              rule two per practice "x" when not p.a then v is 2
            end decision
            """,
            "d",
            "{}");

        outcome.Status.Should().Be(OutcomeStatus.Undecided);
        outcome.Missing.Should().Equal("p.a");
    }

    [Fact]
    public void Decide_WhereAllCompletionsAgree_IsDecidedByTheRulesThatAlwaysStand()
    {
        var outcome = Decide(
            """
            facts p { a : boolean  b : boolean }
            decision d gives v : number by date today hit single
              rule always per practice "x" then v is 1
              rule one per practice "y" when p.a then v is 1
              exception other to one per practice "z" when p.b then v is 1
            end decision
            """,
            "d",
            "{}");

        outcome.Status.Should().Be(OutcomeStatus.Decided);
        outcome.Rules.Select(rule => rule.Name).Should().Equal("always");
    }

    [Fact]
    public void Decide_WhereEveryCompletionHasAnotherRule_NamesAllThatMayStand()
    {
        var outcome = Decide(
            """
            facts p { a : boolean }
            decision d gives v : number by date today hit single
              rule one per practice "x" when p.a then v is 1
              rule two per practice "y" when not p.a then v is 1
            end decision
            """,
            "d",
            "{}");

        outcome.Status.Should().Be(OutcomeStatus.Decided);
        outcome.Rules.Select(rule => rule.Name).Should().Equal("one", "two");
        outcome.Cites.Select(cite => cite.Text).Should().Equal("practice \"x\"", "practice \"y\"");
    }

    [Theory]
    [InlineData(EvaluationLimits.EnumeratedFacts, OutcomeStatus.Decided)]
    [InlineData(EvaluationLimits.EnumeratedFacts + 1, OutcomeStatus.Undecided)]
    public void Decide_ByEnumeration_KeepsToItsLimit(int facts, OutcomeStatus status)
    {
        var names = Enumerable.Range(0, facts).Select(index => "f" + index.ToString(TextPack.English)).ToList();
        var all = string.Join(" and ", names.Select(name => "p." + name));
        var outcome = Decide(
            $$"""
            facts p { {{string.Join(' ', names.Select(name => name + " : boolean"))}} }
            decision d gives v : number by date today hit single
              rule one per practice "x" when {{all}} then v is 1
              rule two per practice "y" when not ({{all}}) then v is 1
            end decision
            """,
            "d",
            "{}");

        outcome.Status.Should().Be(status);
    }

    [Fact]
    public void Decide_ReadingAConflict_NamesItAndAsksForNothing()
    {
        var outcome = Decide(Chain, "reader", """{"p":{"left":true,"right":true}}""");

        outcome.Status.Should().Be(OutcomeStatus.Undecided);
        outcome.BlockedBy.Should().Equal("disputed");
        outcome.Missing.Should().BeEmpty();
    }

    [Fact]
    public void Decide_ReadingAGapThroughAnother_NamesTheGap()
    {
        var outcome = Decide(Chain, "second_reader", """{"p":{"left":false,"right":false}}""");

        outcome.BlockedBy.Should().Equal("disputed");
    }

    [Fact]
    public void Decide_WithADefinitionOutOfForce_NamesTheDefinition()
    {
        var outcome = Decide(
            """
            law OLD "Old" from 2012-07-01 before 2019-01-01
            facts p { a : boolean }
            define old : boolean per OLD art 1 as p.a
            decision d gives v : number by date today hit single
              rule one per practice "x" when old then v is 1
              otherwise v is 2 per practice "y"
            end decision
            """,
            "d",
            """{"p":{"a":false}}""");

        outcome.BlockedBy.Should().Equal("old");
        outcome.Status.Should().Be(OutcomeStatus.Undecided);
    }

    [Fact]
    public void Assumptions_ReadThroughDefinitionsAndDecisions_AreTold()
    {
        const string module = """
            facts p { far : boolean assume no per practice "form"  near : boolean }
            define remote : boolean per practice "x" as p.far
            decision first gives v : boolean by date today hit single
              rule one per practice "x" then v is remote
            end decision
            decision second gives v : boolean by date today hit single
              rule one per practice "x" when not first.v then v is yes
            end decision
            """;

        Decide(module, "second", "{}").Assumptions.Select(fact => fact.Path).Should().Equal("p.far");
        Decide(module, "first", """{"p":{"far":false}}""").Assumptions.Should().BeEmpty();
    }

    [Fact]
    public void Json_OfADecidedOutcome_HasTheShapeOfEvaluate()
    {
        var outcome = Decide(
            """
            law L "Law" from 2012-07-01
            facts p { on : date }
            decision d gives term : duration, due_on : date, spare : text optional by date p.on hit single
              rule one per L art 10 cl 1, L art 11a then term is 7 working days and due_on is p.on plus 9 days
            end decision
            """,
            "d",
            """{"p":{"on":"2026-07-06"}}""");

        OutcomeJson.Write(outcome).ToJsonString().Should().Be(
            """{"status":"decided","outputs":{"term":{"value":7,"unit":"workingDay"},"due_on":"2026-07-15","""
            + "\"spare\":null}"
            + ""","rules":["one"],"cites":["L art 10 cl 1","L art 11a"],"missing":[]}""");
    }

    [Theory]
    [InlineData("""{"p":{"left":true,"right":true}}""", "disputed",
        """{"status":"conflict","outputs":{"v":null},"rules":["a","b"],"cites":["L art 1","L art 2"],"missing":[]}""")]
    [InlineData("""{"p":{"left":false,"right":false}}""", "disputed",
        """{"status":"gap","outputs":{"v":null},"rules":[],"cites":[],"missing":[]}""")]
    [InlineData("""{"p":{"left":false,"right":false}}""", "reader",
        """{"status":"undecided","outputs":{"v":null},"rules":[],"cites":[],"missing":[],"blockedBy":["disputed"]}""")]
    [InlineData("{}", "disputed",
        """{"status":"undecided","outputs":{"v":null},"rules":[],"cites":[],"missing":["p.left","p.right"]"""
        + ""","possible":{"rows":[{"v":1},{"v":2}],"gap":true,"conflict":true}}""")]
    [InlineData("""{"p":{"left":true}}""", "elsewhere",
        """{"status":"notApplicable","outputs":{"v":null},"rules":[],"cites":[],"missing":[]}""")]
    public void Json_OfAnOutcomeWithoutAValue_TellsWhy(string facts, string decision, string json) =>
        OutcomeJson.Write(Decide(Chain, decision, facts)).ToJsonString().Should().Be(json);

    [Fact]
    public void Json_OfADateOverEstimatedHolidays_MarksIt()
    {
        var pack = TextPack.Of(
            """
            calendar vn per practice "x" weekend saturday, sunday holidays from data "h"
            facts p { on : date }
            decision d gives sure : date, guessed : date by date p.on hit single
              rule one per practice "x" then sure is p.on plus 1 working day on calendar vn
                and guessed is p.on plus 5 working days on calendar vn
            end decision
            """,
            ("h.csv", "date,name,kind,certainty\n2027-02-08,Tet,holiday,E\n"));

        OutcomeJson.Write(Decide(pack, "d", """{"p":{"on":"2027-02-03"}}"""))["estimated"]!.ToJsonString()
            .Should().Be("""["guessed"]""");
    }

    private const string Many = """
        facts p { shared : boolean  a : boolean  b : boolean  c : boolean }
        decision many gives v : number by date today hit single
          rule one per practice "x" when p.a and p.b and p.shared then v is 1
          rule two per practice "x" when p.a and p.c and p.shared then v is 2
          rule three per practice "x" when not p.shared then v is 3
        end decision
        """;

    private const string Chain = """
        law L "Law" from 2012-07-01
        facts p { left : boolean  right : boolean }
        decision disputed gives v : number by date today hit single
          rule a per L art 1 when p.left then v is 1
          rule b per L art 2 when p.right then v is 2
        end decision
        decision reader gives v : number by date today hit single
          rule one per practice "x" then v is disputed.v
        end decision
        decision second_reader gives v : number by date today hit single
          rule one per practice "x" when reader.v is 1 then v is 1
          otherwise v is 2 per practice "y"
        end decision
        decision elsewhere gives v : number by date today hit single applies when not p.left
          rule one per practice "x" then v is 1
        end decision
        """;
}
