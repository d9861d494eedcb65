using System.Globalization;
using System.Text;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.Told;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>A case without an answer is a fault with a code, never an exception of the framework.</summary>
public sealed class FaultTests
{
    private const int OneMegabyte = 1 << 20;

    private const string Module = """
        calendar vn per practice "x" weekend saturday, sunday holidays from data "h" last day rolls forward
        facts p { on : date  n : number  ready : boolean  one : duration  other : duration }
        decision division gives v : number by date today hit single
          rule r per practice "x" then v is 10 / p.n
        end decision
        decision guarded gives v : number by date today hit single
          rule r per practice "x" when p.n is not 0 and 10 / p.n is more than 1 then v is 1
          otherwise v is 2 per practice "y"
        end decision
        decision unreached gives v : number by date today hit single
          rule r per practice "x" when p.ready then v is 10 / p.n
          rule s per practice "x" when not p.ready then v is 0
        end decision
        decision product gives v : number by date today hit single
          rule r per practice "x" then v is p.n * p.n
        end decision
        decision horizon gives v : date by date today hit single
          rule r per practice "x" then v is p.on plus 30 days on calendar vn
        end decision
        decision far gives v : date by date today hit single
          rule r per practice "x" then v is p.on plus p.one
        end decision
        decision month_later gives v : date by date today hit single
          rule r per practice "x" then v is p.on plus 1 month
        end decision
        decision units gives v : boolean by date today hit single
          rule r per practice "x" then v is if p.one is more than p.other then yes else no
        end decision
        """;

    private static readonly CompiledPack Pack =
        TextPack.Of(Module, ("h.csv", "date,name,kind,certainty\n2026-01-01,x,holiday,V\n"));

    [Theory]
    [InlineData("division", """{"p":{"n":0}}""", "CF4003")]
    [InlineData("product", """{"p":{"n":1e28}}""", "CF4001")]
    [InlineData("horizon", """{"p":{"on":"2026-12-20"}}""", "CF4005")]
    [InlineData("far", """{"p":{"on":"2026-12-20","one":{"value":2000000000,"unit":"day"}}}""", "CF4002")]
    [InlineData("far", """{"p":{"on":"2026-12-20","one":{"value":-2147483648,"unit":"day"}}}""", "CF4001")]
    [InlineData("far", """{"p":{"on":"2026-12-20","one":{"value":5,"unit":"workingDay"}}}""", "CF2209")]
    [InlineData("month_later", """{"p":{"on":"2026-01-31"}}""", "CF2208")]
    [InlineData("units",
        """{"p":{"one":{"value":30,"unit":"day"},"other":{"value":7,"unit":"workingDay"}}}""", "CF2204")]
    public void Decide_WithoutAnAnswer_IsAFaultWithWords(string decision, string facts, string code)
    {
        var deciding = () => Decide(Pack, decision, facts);

        var fault = deciding.Should().Throw<EvaluationFaultException>().Which;
        fault.Code.Should().Be(code);
        RulesMessages.Message(code, TextPack.Vietnamese, fault.Arguments).Should().NotBeEmpty().And.NotContain("{");
    }

    [Fact]
    public void Decide_WithTheFaultBehindAFalseOperand_HasAnAnswer() =>
        Decide(Pack, "guarded", """{"p":{"n":0}}""").Outputs[0].Should().Be(new NumberValue(2));

    [Fact]
    public void Decide_WithTheFaultInARuleThatMayNotHold_StaysOpen()
    {
        Decide(Pack, "unreached", """{"p":{"n":0}}""").Missing.Should().Equal("p.ready");
        Decide(Pack, "unreached", """{"p":{"n":0,"ready":false}}""").Outputs[0].Should().Be(new NumberValue(0));
    }

    [Fact]
    public void Decide_AfterAFault_AnswersOtherQuestions()
    {
        var evaluation = Told.Evaluate(Pack, """{"p":{"n":0}}""");

        FluentActions.Invoking(() => evaluation.Decide(Pack.DecisionNamed("division")!))
            .Should().Throw<EvaluationFaultException>();
        evaluation.Decide(Pack.DecisionNamed("guarded")!).Status.Should().Be(OutcomeStatus.Decided);
    }

    [Fact]
    public void Decide_WithTwoTransitionalClauses_IsAFaultThatNamesBoth()
    {
        const string module = """
            facts p { a : boolean  b : boolean }
            decision d gives v : number by date today hit single
              rule r per practice "x" then v is 1
            end decision
            transitional one for d per practice "x" when p.a then use law as of 2018-12-31
            transitional two for d per practice "x" when p.b then use law as of 2019-12-31
            """;

        FluentActions.Invoking(() => Decide(module, "d", """{"p":{"a":true,"b":true}}"""))
            .Should().Throw<EvaluationFaultException>().Which.Arguments.Should().Equal("d", "one", "two");
        Decide(module, "d", """{"p":{"a":true,"b":false}}""").GoverningDate.Should().Be(new DateOnly(2018, 12, 31));
        Decide(module, "d", """{"p":{"a":true}}""").Missing.Should().Equal("p.b");
    }

    [Fact]
    public void Evaluate_DeeperThanTheLimit_IsAFault()
    {
        var pack = new PackBuilder();
        BoundExpression deep = PackBuilder.Number(1);
        for (var level = 0; level < EvaluationLimits.Depth + 1; level++)
        {
            deep = pack.Define("d" + level.ToString(TextPack.English), new ArithmeticBoundExpression(
                ArithmeticOperator.Add, deep, PackBuilder.Number(1), RuleType.Number, PackBuilder.Nowhere));
        }

        var evaluation = pack.Build().Evaluate(CaseFacts.None, new EvaluationContext(Today));

        FluentActions.Invoking(() => evaluation.Value(deep)).Should()
            .Throw<EvaluationFaultException>().Which.Code.Should().Be("CF4007");
        evaluation.Value(PackBuilder.Number(2)).Should().Be(new NumberValue(2));
    }

    // Computed anew by each branch, sixty of them would take longer than the age of the law.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decide_WithAFaultBehindAChainOfBranches_IsOpenAtOnce(bool isCompiled)
    {
        var pack = TextPack.Of(
            "facts p { n : number  ready : boolean }\n"
            + Chain(60, next => $"if p.ready then {next} else {next}", "1 / p.n")
            + """
            decision d gives v : number by date today hit single
              rule r per practice "x" when p.ready then v is d0
            end decision
            """);
        if (isCompiled)
        {
            pack.Prepare();
        }

        Decide(pack, "d", """{"p":{"n":0}}""").Missing.Should().Equal("p.ready");
    }

    [Fact]
    public void Decide_WithAFaultBehindAChainOfDecisions_IsOpenAtOnce()
    {
        var text = new StringBuilder("facts p { n : number  one : boolean  other : boolean }\n");
        for (var link = 0; link <= 60; link++)
        {
            var next = link == 60 ? "1 / p.n" : string.Create(TextPack.English, $"d{link + 1}.v");
            text.Append(TextPack.English, $"""
                decision d{link} gives v : number by date today hit single
                  rule r per practice "x" when p.one then v is {next}
                  rule s per practice "x" when p.other then v is {next}
                  otherwise v is 1 per practice "x"
                end decision

                """);
        }

        Decide(TextPack.Of(text.ToString()), "d0", """{"p":{"n":0}}""").Missing.Should().Equal("p.one", "p.other");
    }

    // What compiled code gives up is not computed again and again before the interpreter takes over.
    [Fact]
    public void Decide_WhereCompiledCodeGivesUpBehindAChainOfSums_IsAFaultAtOnce()
    {
        var pack = TextPack.Of(
            "parameter k : number from 2030-01-01 = 1 between 0 and 5 per practice \"x\"\n"
            + Chain(60, next => $"{next} + {next}", "k")
            + """
            decision d gives v : number by date today hit single
              rule r per practice "x" then v is d0
            end decision
            """);
        pack.Prepare();

        FluentActions.Invoking(() => Decide(pack, "d", "{}"))
            .Should().Throw<EvaluationFaultException>().Which.Code.Should().Be("CF2304");
    }

    private static string Chain(int links, Func<string, string> link, string last) => string.Concat(
        Enumerable.Range(0, links + 1).Select(place => string.Create(
            TextPack.English,
            $"define d{place} : number per practice \"x\" as {(place == links ? last : link(Named(place + 1)))}\n")));

    private static string Named(int place) => string.Create(TextPack.English, $"d{place}");

    [Fact]
    public void Decide_ADecisionOnALongChainOfOthers_IsAFault()
    {
        var module = new StringBuilder("facts p { on : date  n : number }\n")
            .Append("decision d0 gives v : number by date p.on hit single rule r per practice \"x\" then v is p.n ")
            .Append("end decision\n");
        for (var next = 1; next < 300; next++)
        {
            module.Append(CultureInfo.InvariantCulture, $"decision d{next} gives v : number by date p.on hit single ")
                .Append(CultureInfo.InvariantCulture, $"rule r per practice \"x\" then v is d{next - 1}.v ")
                .Append("end decision\n");
        }

        const string facts = """{"p":{"on":"2026-01-01","n":7}}""";

        SmallStack.Run(() => Fault(module.ToString(), "d299", facts), OneMegabyte).Should().Be("CF4007");
        Decide(module.ToString(), "d50", facts).Outputs.Should().Equal(new NumberValue(7));
    }

    private static string? Fault(string module, string decision, string facts)
    {
        try
        {
            Decide(module, decision, facts);
            return null;
        }
        catch (EvaluationFaultException fault)
        {
            return fault.Code;
        }
    }

    [Fact]
    public void Test_ExampleWithoutAnyDate_FailsOnlyWhereTodayIsAsked()
    {
        var report = TextPack.Of("""
            facts p { a : boolean  on : date }
            decision asks gives v : date by date today hit single
              rule r per practice "x" then v is today
            end decision
            decision waits gives v : number by date p.on hit single
              rule r per practice "x" then v is 1
            end decision
            example "asks" given p.a is yes expect asks is undecided
            example "waits" given p.a is yes expect waits is undecided and waits missing p.on
            example "wrong" given p.on is 2026-01-01 expect waits.v is 2
            """).Test();

        report.Results.Select(result => result.Failure?.Code).Should().Equal("CF7002", null, "CF7001");
        report.Results[2].Message(TextPack.English).Should().Contain("wrong").And.Contain("v is 2").And.Contain("1");
        (report.Passed, report.Failed).Should().Be((1, 2));
    }
}
