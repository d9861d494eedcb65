using System.Globalization;
using System.Text;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>Loading never throws, whatever the text.</summary>
public sealed class HostileTextTests
{
    private const int Seed = 20261121;
    private const int Runs = 150;

    [Fact]
    public void Load_OfPacksWithWordsTakenOutOrSwapped_AlwaysAnswers()
    {
        var folder = Repository.PathOf("tests/CaseFlow.Rules.Tests/conformance");
        var texts = Directory.GetFiles(folder, "*.cfr", SearchOption.AllDirectories)
            .Where(path => !path.Contains("parse", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)
            .ToList();
        var random = new Random(Seed);
        for (var run = 0; run < Runs; run++)
        {
            var text = Mutate(texts[random.Next(texts.Count)], random);
            var act = () => RulePack.Load(Source(File.ReadAllText(Path.Combine(folder, "base.cfr")), text));

            act.Should().NotThrow("seed {0}, run {1}: {2}", Seed, run, text);
        }
    }

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("petition.contents", " * 2")]
    [InlineData("today is today", " and today is today")]
    public void Load_OfAVeryLongExpression_AlwaysAnswers(string start, string more)
    {
        var text = "language en\nmodule test\nimport base\ndefine d : number per LC art 1 as " + start
            + new StringBuilder().Insert(0, more, 20_000);

        var act = () => RulePack.Load(Source(Base(), text));

        act.Should().NotThrow();
    }

    [Theory]
    [InlineData(500, new string[0])]
    [InlineData(501, new[] { "CF3304" })]
    [InlineData(20_000, new[] { "CF3304" })]
    public void Load_OfALongChainOfDefinitions_SaysOnceThatItIsTooDeep(int definitions, string[] found)
    {
        var text = new StringBuilder("language en\nmodule test\nimport base\n")
            .Append("define d0 : number per LC art 1 as 1 + 1\n");
        for (var next = 1; next < definitions; next++)
        {
            text.Append(CultureInfo.InvariantCulture, $"define d{next} : number per LC art 1 as d{next - 1} + 1\n");
        }

        var result = RulePack.Load(Source(Base(), text.ToString()));

        result.Diagnostics.Where(finding => finding.Span.File == "test.cfr").Select(finding => finding.Code)
            .Should().Equal(found);
    }

    // Two levels each: the sum, and the output in it.
    [Theory]
    [InlineData(400, new string[0])]
    [InlineData(600, new[] { "CF3304" })]
    public void Load_OfALongChainOfDecisions_SaysOnceThatItIsTooDeep(int decisions, string[] found)
    {
        var text = new StringBuilder("language en\nmodule test\nimport base\n")
            .Append("define d0 : number per LC art 1 as 1\n");
        for (var next = 0; next < decisions; next++)
        {
            text.Append(CultureInfo.InvariantCulture, $"decision a{next} gives x : number by date today hit single\n")
                .Append(CultureInfo.InvariantCulture, $"rule r per LC art 1 then x is {Former(next)} + 1\n")
                .Append("end decision\n");
        }

        var result = RulePack.Load(Source(Base(), text.ToString()));

        result.Diagnostics.Where(finding => finding.Span.File == "test.cfr").Select(finding => finding.Code)
            .Should().Equal(found);

        static string Former(int next) => next == 0 ? "d0" : FormattableString.Invariant($"a{next - 1}.x");
    }

    [Fact]
    public void Load_OfALongChainOfSubstates_AlwaysAnswers()
    {
        var text = new StringBuilder("lifecycle l for petition.complex initial state s0 no deadline per LC art 1\n");
        for (var next = 1; next < 5000; next++)
        {
            text.Append(CultureInfo.InvariantCulture, $"state s{next} substate of s{next - 1}\n");
        }

        text.Append("final state over trigger go per LC art 1 from s0 goes to s4999\n")
            .Append("trigger close per LC art 1 from s4999 goes to over end lifecycle\n");

        var result = SmallStack.Run(() => SmallPack.Load(text.ToString()));

        BindingConformance.Of(result).Should().BeEmpty();
    }

    [Theory]
    [InlineData("duration", "1 day", "s40 is 2 days")]
    [InlineData("date optional", "petition.accepted_on", "petition.accepted_on is recorded and s40 is after today")]
    public void Load_OfDefinitionsThatBranchIntoOneAnother_FollowsEachOnce(string type, string first, string when)
    {
        var text = new StringBuilder($"define s0 : {type} per LC art 1 as {first}\n");
        for (var next = 1; next <= 40; next++)
        {
            text.Append(CultureInfo.InvariantCulture, $"define s{next} : {type} per LC art 1 as ")
                .Append(CultureInfo.InvariantCulture, $"if petition.complex then s{next - 1} else s{next - 1}\n");
        }

        if (first == "petition.accepted_on")
        {
            text.Append("deadline far lasts handling.term counted from s40 per LC art 1\n")
                .Append("lifecycle l for petition.complex initial state one no deadline per LC art 1\n")
                .Append("final state over\n")
                .Append("trigger go per LC art 1 from one goes to over starts far meets far end lifecycle\n");
        }

        var result = SmallPack.Load(text + SmallPack.Decision($"rule r per LC art 1 when {when} then term is 1 day"));

        BindingConformance.Of(result).Where(finding => finding.Code != "CF3413").Should().BeEmpty();
    }

    [Fact]
    public void Load_OfDefinitionsThatAllReadTheFirst_TellsSomeOfTheCircles()
    {
        var text = new StringBuilder();
        for (var next = 0; next < 2000; next++)
        {
            text.Append(CultureInfo.InvariantCulture, $"define d{next} : boolean per LC art 1 ")
                .Append(CultureInfo.InvariantCulture, $"as d{(next + 1) % 2000} and d0\n");
        }

        BindingConformance.Of(SmallPack.Load(text.ToString())).Where(finding => finding.Code == "CF3101")
            .Should().HaveCountGreaterThan(10).And.HaveCountLessThan(200);
    }

    [Fact]
    public void Load_OfAnExceptionToOneRuleManyTimes_IsAnExceptionToItOnce()
    {
        var parents = new StringBuilder("first").Insert(5, " and first", 20_000);
        var pack = SmallPack.Sound(SmallPack.Decision(
            $"rule first per LC art 1 then term is 1 day\nexception e to {parents} per LC art 1 then term is 2 days"));

        pack.Decisions[^1].Rules[^1].Parents.Should().Equal(0);
    }

    [Theory]
    [InlineData("parameter p : number = {0} between -{0} and {0} step 1 per LC art 1")]
    [InlineData("""
        deadline d lasts handling.term counted from petition.received_on extends at most {0} times by 30 days
          per LC art 1
        ladder l for deadline d per LC art 1
          step s at {0} days before due then remind the holder
        end ladder
        """)]
    public void Load_OfNumbersAtTheEdge_AlwaysAnswers(string text)
    {
        var edge = decimal.MaxValue.ToString(CultureInfo.InvariantCulture);

        var act = () => SmallPack.Load(text.Replace("{0}", edge, StringComparison.Ordinal));

        act.Should().NotThrow();
    }

    [Theory]
    [InlineData(4096, new string[0])]
    [InlineData(4097, new[] { "CF3303" })]
    public void Load_OfADecisionOfManyRules_SaysOnceThatTheyAreTooMany(int rules, string[] found)
    {
        var text = new StringBuilder("language en\nmodule test\nimport base\n")
            .Append("decision d gives x : number by date petition.received_on hit first hit\n");
        for (var next = 0; next < rules; next++)
        {
            text.Append(CultureInfo.InvariantCulture, $"rule r{next} per LC art 1 then x is {next}\n");
        }

        var result = RulePack.Load(Source(Base(), text + "end decision"));

        result.Diagnostics.Where(finding => finding.Span.File == "test.cfr").Select(finding => finding.Code)
            .Should().Equal(found);
    }

    private static string Base() =>
        File.ReadAllText(Repository.PathOf("tests/CaseFlow.Rules.Tests/conformance/base.cfr"));

    private static InMemoryRuleSource Source(string basis, string text) =>
        InMemoryRuleSource.OfTexts(("base.cfr", basis), ("test.cfr", text));

    private static string Mutate(string text, Random random)
    {
        var words = text.Split(' ');
        for (var change = 0; change < 3; change++)
        {
            var (one, other) = (random.Next(words.Length), random.Next(words.Length));
            (words[one], words[other]) = random.Next(2) == 0 ? ("", words[other]) : (words[other], words[one]);
        }

        return string.Join(' ', words);
    }
}
