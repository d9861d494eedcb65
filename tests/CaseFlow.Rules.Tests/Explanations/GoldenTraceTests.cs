using System.Text.Json.Nodes;

namespace CaseFlow.Rules.Tests.Explanations;

public sealed class GoldenTraceTests
{
    private const int TracesAtLeast = 40;

    private static readonly string[] Lists =
    [
        "because", "defeated", "passedOver", "notLive", "open", "rules", "upstream", "assumptions", "parameters",
        "definitions", "dateSteps", "textHits", "facts", "missing", "blockedBy",
    ];

    private static readonly bool Writes = Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1";

    public static TheoryData<string> Names() => [.. GoldenTraces.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Trace_OfAGoldenCase_IsTheTraceOnFile(string name)
    {
        var golden = GoldenTraces.Read(name);
        var trace = golden.Trace();
        if (Writes)
        {
            golden.Write(trace);
            return;
        }

        trace.ToJsonString().Should().Be(golden.Expected.ToJsonString());
    }

    [Fact]
    public void Suite_AsAWhole_HoldsTheTracesThatTheDesignAsksFor() =>
        GoldenTraces.Names.Should().HaveCountGreaterThanOrEqualTo(TracesAtLeast);

    [Fact]
    public void Suite_AsAWhole_ShowsEveryHitPolicyAndEveryStatusInFullAndInBrief()
    {
        var traces = GoldenTraces.Names.Select(name => GoldenTraces.Read(name).Expected).ToList();

        foreach (var depth in new[] { "brief", "full" })
        {
            var ofDepth = traces.Where(trace => (string?)trace["depth"] == depth).ToList();
            ofDepth.Select(trace => (string?)trace["policy"]).Distinct().Should().BeEquivalentTo(
                "single", "first", "collect", "sum", "highest", "lowest");
            ofDepth.Select(trace => (string?)trace["status"]).Distinct().Should().BeEquivalentTo(
                "decided", "undecided", "gap", "conflict", "notApplicable");
        }
    }

    [Fact]
    public void Suite_AsAWhole_LeavesNoListOfATraceEmptyThroughout()
    {
        var traces = GoldenTraces.Names.Select(name => GoldenTraces.Read(name).Expected).ToList();

        foreach (var key in Lists)
        {
            traces.Should().Contain(trace => trace[key] is JsonArray && trace[key]!.AsArray().Count > 0, key);
        }
    }
}
