using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Tests.Evaluation;

namespace CaseFlow.Rules.Tests.Explanations;

public sealed class DecisionTraceTests
{
    private static readonly CompiledPack Pack = TextPack.Of(
        """
        law LKN "Luật Khiếu nại số 02/2011/QH13" from 2012-07-01
        calendar vn per practice "x" weekend saturday, sunday last day rolls forward
        enum instance { first label vi "lần đầu", second }
        facts petition {
          accepted_on : date
          instance    : instance ask "Lần đầu hay lần hai?"
          complex     : boolean
          remote      : boolean assume no per practice "phiếu"
        }
        decision resolution label vi "Thời hạn giải quyết" label en "Term of resolution"
          gives term : duration label vi "thời hạn" label en "term", due_on
              : date label vi "ngày cuối" label en "last day"
          by date petition.accepted_on
          hit single
          # The general case.
          rule general per LKN art 28
            when petition.instance is first
            then term is 30 days and due_on is petition.accepted_on plus 30 days on calendar vn
          exception complex to general per LKN art 28 cl 1
            when petition.complex and petition.instance is not second
            then term is 45 days and due_on is petition.accepted_on plus 45 days on calendar vn
          exception remote to general per LKN art 28
            when petition.remote
            then term is 45 days and due_on is petition.accepted_on plus 45 days on calendar vn
          rule second per LKN art 37
            when petition.instance is second
            then term is 45 days and due_on is petition.accepted_on plus 45 days on calendar vn
        end decision
        """);

    private const string Facts = """{"petition":{"accepted_on":"2025-03-06","instance":"first","complex":true}}""";

    [Fact]
    public void Trace_OfADecidedDecision_TellsRulesConditionsAndDates()
    {
        var json = Trace(Facts);

        json["schema"]!.GetValue<string>().Should().Be("cfr.trace/1");
        json["governingDate"]!.ToJsonString().Should()
            .Be("""{"value":"2025-03-06","from":"petition.accepted_on","transition":null}""");
        JsonNode.DeepEquals(
            json["because"]![0]!["conditions"],
            JsonNode.Parse("""
                [
                  { "text": "petition.instance is first", "value": true, "inheritedFrom": "general",
                    "facts": ["petition.instance"] },
                  { "text": "petition.complex", "value": true, "inheritedFrom": null,
                    "facts": ["petition.complex"] },
                  { "text": "petition.instance is not second", "value": true, "inheritedFrom": null,
                    "facts": ["petition.instance"] }
                ]
                """)).Should().BeTrue();
        json["because"]![0]!["cites"]![0]!["cl"]!.GetValue<string>().Should().Be("1");
        json["defeated"]!.ToJsonString().Should().Be("""[{"rule":"general","by":"complex","kind":"override"}]""");
        json["notLive"]!.AsArray().Select(rule => rule!["rule"]!.GetValue<string>()).Should().Equal("remote", "second");
        json["assumptions"]![0]!["fact"]!.GetValue<string>().Should().Be("petition.remote");
        json["dateSteps"]!.AsArray().Should().ContainSingle();
        json["dateSteps"]![0]!["rawEnd"]!.GetValue<string>().Should().Be("2025-04-20");
        json["dateSteps"]![0]!["lastDay"]!.GetValue<string>().Should().Be("2025-04-21");
    }

    [Fact]
    public void Trace_OfAnUndecidedDecision_TellsWhatIsOpenAndWhatToAsk()
    {
        var json = Trace("""{"petition":{"accepted_on":"2025-03-06","complex":false}}""");

        json["missing"]!.ToJsonString().Should()
            .Be("""[{"fact":"petition.instance","label":"instance","""
                + "\"ask\":\"L\\u1EA7n \\u0111\\u1EA7u hay l\\u1EA7n hai?\"}]");
        json["open"]!.AsArray().Select(rule => rule!["rule"]!.GetValue<string>()).Should().Equal("general", "second");
        json["because"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public void Trace_OfTheSameCase_IsTheSameText() =>
        Trace(Facts).ToJsonString().Should().Be(Trace(Facts).ToJsonString());

    // Each layer has two ways to the one above: gone through way by way, forty of them would never end.
    [Fact]
    public void Trace_OfExceptionsToTwoRulesManyLayersDeep_StatesEachConditionOnce()
    {
        var rules = new StringBuilder();
        for (var layer = 0; layer < 40; layer++)
        {
            foreach (var side in "ab")
            {
                var kind = layer == 0 ? "rule" : "exception";
                var to = layer == 0 ? "" : string.Create(TextPack.English, $" to a{layer - 1} and b{layer - 1}");
                rules.Append(TextPack.English, $"""
                    {kind} {side}{layer}{to} per practice "x" when p.n is at least {layer} then x is {layer}

                    """);
            }
        }

        var json = Trace(
            $"facts p {{ n : number }} decision d gives x : number by date today hit single\n{rules}end decision",
            """{"p":{"n":40}}""");

        json["because"]!.AsArray().Select(rule => rule!["rule"]!.GetValue<string>()).Should().Equal("a39", "b39");
        json["because"]![0]!["conditions"]!.AsArray().Should().HaveCount(79);
    }

    [Theory]
    [InlineData("boolean", "{0} or (not {0})", "p.flag", "d0")]
    [InlineData("number", "{0} + {0}", "p.n", "d0 is at least 0")]
    [InlineData("number", "if p.flag then {0} else {0}", "p.n", "d0 is at least 0")]
    public void Trace_OfDefinitionsThatReadAnotherTwiceEach_IsToldAtOnce(
        string type, string link, string last, string condition)
    {
        const int links = 60;
        var chain = Enumerable.Range(0, links).Select(place => string.Create(
            TextPack.English,
            $"define d{place} : {type} per practice \"x\" as {string.Format(
                TextPack.English, link, string.Create(TextPack.English, $"d{place + 1}"))}\n"));

        var json = Trace(
            "facts p { n : number  flag : boolean }\n" + string.Concat(chain)
            + $"define d{links} : {type} per practice \"x\" as {last}\n"
            + "decision d gives x : number by date today hit single\n"
            + $"rule r per practice \"x\" when {condition} then x is 1\nend decision",
            """{"p":{"n":0,"flag":true}}""");

        json["because"]![0]!["conditions"]![0]!["facts"]!.AsArray().Should().NotBeEmpty();
        json["sentence"]!.GetValue<string>().Length.Should().BeLessThan(1_000_000);
    }

    private static JsonObject Trace(string module, string facts)
    {
        var pack = TextPack.Of(module);
        var evaluation = Told.Evaluate(pack, facts);
        return TraceJson.Write(evaluation.Explain(pack.DecisionNamed("d")!, TraceDepth.Full), TextPack.English);
    }

    private static JsonObject Trace(string facts)
    {
        var evaluation = Told.Evaluate(Pack, facts);
        return TraceJson.Write(evaluation.Explain(Pack.DecisionNamed("resolution")!), TextPack.Vietnamese);
    }
}
