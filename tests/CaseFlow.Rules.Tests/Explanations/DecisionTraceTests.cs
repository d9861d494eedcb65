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

    private static JsonObject Trace(string facts)
    {
        var evaluation = Told.Evaluate(Pack, facts);
        return TraceJson.Write(evaluation.Explain(Pack.DecisionNamed("resolution")!), TextPack.Vietnamese);
    }
}
