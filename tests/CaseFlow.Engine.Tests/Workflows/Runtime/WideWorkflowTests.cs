using System.Text;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Tests.Workflows.Runtime;

/// <summary>Many branches beside each other, and what an activity breaks on.</summary>
public sealed class WideWorkflowTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Cancel_TenThousandBranchesThatWait_EndsThemAll()
    {
        const string delay = """
            {"type": "Elsa.Delay",
             "timeSpan": {"typeName": "TimeSpan", "expression": {"type": "Literal", "value": "01:00:00"}}}
            """;
        var run = Started($"[{string.Join(',', Enumerable.Repeat(delay, 10_000))}]");
        run.State.Bookmarks.Should().HaveCount(10_000);

        run.Cancel(Now);

        run.State.SubStatus.Should().Be(WorkflowSubStatus.Cancelled);
        run.State.Bookmarks.Should().BeEmpty();
    }

    [Fact]
    public void Run_AStepBeyondTheLargestNumber_IsAnIncidentOfItsLoop()
    {
        const string Literal = """{{"typeName": "Int64", "expression": {{"type": "Literal", "value": {0}}}}}""";
        var max = string.Format(null, Literal, long.MaxValue);
        var run = Started(
            $$"""
            [{"id": "for", "type": "Elsa.For", "start": {{max}}, "end": {{max}}, "body": {"type": "Elsa.WriteLine"} }]
            """);

        run.Lines.Should().Equal("");
        run.State.SubStatus.Should().Be(WorkflowSubStatus.Faulted);
        run.State.Incidents.Should().ContainSingle().Which.Arguments.Should().Equal(nameof(OverflowException));
    }

    [Fact]
    public void Read_AWholeNumberOfJson_IsNoDouble() =>
        ValueConversion.Parsed("[1, 9223372036854775807, 1.5]").Should().BeEquivalentTo(
            new List<object?> { 1L, long.MaxValue, 1.5d }, options => options.WithStrictOrdering());

    private static WorkflowRun Started(string activities)
    {
        var json = $$$"""{"definitionId": "wide", "root": {"type": "Elsa.Parallel", "activities": {{{activities}}}}}""";
        var reading = DefinitionReader.Read(Encoding.UTF8.GetBytes(json), "wide");
        return WorkflowRun.Start(
            reading.Definition!, WorkflowFeatures.Plain, "i", new Dictionary<string, object?>(), Now, out _)!;
    }
}
