namespace CaseFlow.Rules.Tests.Explanations;

public sealed class GoldenTraceTests
{
    private const int TracesAtLeast = 35;

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
}
