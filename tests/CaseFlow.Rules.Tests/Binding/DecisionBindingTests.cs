using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>Rules, exceptions and tables become one form: rules with parents, versions and periods.</summary>
public sealed class DecisionBindingTests
{
    private const string Table = """
          table t
            per LC art 1
            from 2019-01-01
            | petition.instance | petition.contents || term    | from       | before     | per      |
            |-------------------|-------------------||---------|------------|------------|----------|
            | first, second     | [1 .. 3)          || 10 days | -          | 2026-07-01 | LC art 2 |
            | not second        | -                 || missing | 2026-07-01 | -          | LB art 3 |
        """;

    [Fact]
    public void Table_OfTwoRows_BecomesTwoRulesWithTheirOwnPeriodsAndCitations()
    {
        var rules = Decision(Table).Rules;

        rules.Select(rule => rule.Name).Should().Equal("t#1", "t#2");
        rules[0].Versions.Single().Period.Should().Be(new LawPeriod(new(2019, 1, 1), new(2026, 7, 1)));
        rules[1].Versions.Single().Period.Should().Be(new LawPeriod(new(2026, 7, 1), null));
        rules[0].Versions.Single().Cites.Single().Text.Should().Be("LC art 2");
        Value(rules[1]).Should().Be(MissingValue.Instance);
    }

    [Fact]
    public void Cells_OfARow_BecomeOneConditionOverTheColumns()
    {
        var when = (LogicalBoundExpression)Decision(Table).Rules[0].Versions.Single().When!;

        when.Operands[0].Should().BeOfType<MembershipBoundExpression>().Which.Choices.Should().HaveCount(2);
        var range = when.Operands[1].Should().BeOfType<LogicalBoundExpression>().Which;
        range.Operands.Cast<ComparisonBoundExpression>().Select(test => test.Operator)
            .Should().Equal(ComparisonOperator.GreaterOrEqual, ComparisonOperator.Less);
    }

    [Fact]
    public void Exception_ToATable_StandsAgainstEachOfItsRows()
    {
        const string exception = "\nexception e to t per LC art 1 when petition.complex then term is 20 days";

        var rules = Decision(Table + exception).Rules;

        rules.Select(rule => rule.Name).Should().Equal("t#1", "t#2", "e", "e");
        rules.Skip(2).Select(rule => rule.Parents.Single()).Should().Equal(0, 1);
    }

    [Fact]
    public void Exception_RegardlessOfATable_StandsOnceAgainstAllRows()
    {
        var rules = Decision(Table + "\nexception e to t regardless per LC art 1 then term is 20 days").Rules;

        rules[2].Parents.Should().Equal(0, 1);
        rules[2].Regardless.Should().BeTrue();
    }

    [Fact]
    public void Rule_WithoutAPeriod_HasTheCommonPeriodOfItsLaws()
    {
        var rule = Decision("rule r per LA art 1, LC art 2 then term is 1 day").Rules.Single();

        rule.Versions.Single().Period.Should().Be(new LawPeriod(new(2012, 7, 1), new(2019, 1, 1)));
    }

    [Fact]
    public void Rule_ThatGivesNothingToAnOptionalOutput_LeavesItMissing()
    {
        const string gives = "term : duration, other : number optional";

        var rule = Pack("rule r per LC art 1 then term is 1 day", gives).Rules.Single();

        rule.Versions.Single().Values[1].Should().BeOfType<ConstantExpression>()
            .Which.Value.Should().Be(MissingValue.Instance);
    }

    [Fact]
    public void Names_InEitherLanguage_MeanTheSameSymbol()
    {
        var english = (FactExpression)Condition("petition.complex");
        var vietnamese = (FactExpression)Condition("đơn.phức_tạp");

        vietnamese.Fact.Name.Should().Be(english.Fact.Name);
        vietnamese.Fact.Slot.Should().Be(english.Fact.Slot);
    }

    [Theory]
    [InlineData("petition.contents is between 1 and 3")]
    [InlineData("petition.contents >= 1 and petition.contents <= 3")]
    public void Between_IsTwoComparisons_OfOneMeaning(string condition)
    {
        var both = (LogicalBoundExpression)Condition(condition);

        both.IsAnd.Should().BeTrue();
        both.Operands.Cast<ComparisonBoundExpression>().Select(test => test.Operator)
            .Should().Equal(ComparisonOperator.GreaterOrEqual, ComparisonOperator.LessOrEqual);
    }

    [Fact]
    public void Member_OfAnEnum_IsFoundOnEitherSideByTheTypeOfTheOther()
    {
        var comparison = (ComparisonBoundExpression)Condition("first is petition.instance");

        comparison.Left.Should().BeOfType<ConstantExpression>()
            .Which.Value.Should().BeOfType<EnumValue>().Which.Member.Name.Should().Be("first");
    }

    [Fact]
    public void Decisions_InAnyOrderOfText_StandAfterThoseTheyRead()
    {
        var pack = SmallPack.Sound("""
            decision later
              gives term : duration optional
              by date petition.received_on
              hit single
              rule r per LC art 1 when sooner.term is recorded and many then term is 1 day
            end decision
            decision sooner
              gives term : duration optional
              by date petition.received_on
              hit single
              rule r per LC art 1 then term is 1 day
            end decision
            define many : boolean per LC art 1 as more
            define more : boolean per LC art 1 as petition.contents is more than 3
            """);

        pack.Decisions.Select(decision => decision.Symbol.Name).Should().ContainInOrder("sooner", "later");
        pack.Definitions.Select(definition => definition.Name).Should().Equal("more", "many");
    }

    [Fact]
    public void TransitionalClause_IsGivenToEachDecisionItNames()
    {
        var pack = SmallPack.Sound(SmallPack.Decision("rule r per LC art 1 then term is 1 day") + """
            transitional t for d, handling
              per LC art 9
              when petition.accepted_on is before 2019-01-01
              then use law as of 2018-12-31
            """);

        pack.Decisions.Select(decision => decision.Transitions.Single().Name).Should().Equal("t", "t");
    }

    private static BoundDecision Decision(string body) => Pack(body, "term : duration optional");

    private static BoundDecision Pack(string body, string gives)
    {
        var pack = SmallPack.Sound(
            $"decision d\n gives {gives}\n by date petition.received_on\n hit single\n{body}\nend decision\n");
        return pack.Decisions.Single(decision => decision.Symbol.Name == "d");
    }

    private static BoundExpression Condition(string condition)
    {
        var result = SmallPack.Load(SmallPack.Decision($"rule r per LC art 1 when {condition} then term is 1 day"));
        return result.Pack!.Decisions.Single(decision => decision.Symbol.Name == "d").Rules[0].Versions[0].When!;
    }

    private static Value Value(BoundRule rule) => ((ConstantExpression)rule.Versions.Single().Values.Single()).Value;
}
