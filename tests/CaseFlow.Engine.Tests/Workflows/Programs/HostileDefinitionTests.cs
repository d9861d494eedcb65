using System.Globalization;
using System.Text;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Tests.Workflows.Programs;

/// <summary>Definitions that want to break something: each comes to an end, with a code or with a result.</summary>
public sealed class HostileDefinitionTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    private static readonly string[] Values =
        ["1", "true", "null", "\"x\"", "[]", "[1]", "[[]]", "{}", "{\"a\":[]}", "[null]"];

    private static readonly string[] Types =
        ["Elsa.Flowchart", "Elsa.Sequence", "Elsa.Switch", "Elsa.For", "X.Unknown"];

    [Fact]
    public void Run_OfAHundredThousandActivitiesInALine_Finishes()
    {
        const int count = 100_000;
        var run = Run(Flow(
            Enumerable.Range(0, count).Select(Number),
            Enumerable.Range(1, count - 1).Select(place => (Number(place - 1), Number(place)))));

        run.State.SubStatus.Should().Be(WorkflowSubStatus.Finished);
        run.State.LastContext.Should().Be(count + 1);
    }

    [Fact]
    public void Run_OfFiftyThousandBranchesIntoOneJoin_RunsTheJoinOnce()
    {
        const int count = 50_000;
        var middle = Enumerable.Range(0, count).Select(Number).ToList();
        var run = Run(Flow(
            [.. middle, "first", "last"],
            [.. middle.Select(one => ("first", one)), .. middle.Select(one => (one, "last"))],
            start: "first"));

        run.State.SubStatus.Should().Be(WorkflowSubStatus.Finished);
        run.State.LastContext.Should().Be(count + 3);
    }

    [Fact]
    public void Start_OfATangleOfLoops_RefusesIt()
    {
        const int count = 12_000;
        var line = Enumerable.Range(1, count - 1).Select(place => (Number(place - 1), Number(place)));
        var back = Enumerable.Range(2, count - 2).Select(place => (Number(place), Number(0)));
        var findings = Refused(Flow(Enumerable.Range(0, count).Select(Number), [.. line, .. back]));

        findings.Should().ContainSingle(finding => finding.Severity == Severity.Error)
            .Which.Code.Should().Be(WorkflowCodes.TooTangled);
    }

    [Fact]
    public void Read_OfActivitiesNestedWithoutEnd_RefusesIt()
    {
        const int depth = 5_000;
        var text = new StringBuilder("{\"root\":");
        for (var level = 0; level < depth; level++)
        {
            text.Append("{\"id\":\"n\",\"type\":\"Elsa.FlowNode\",\"body\":");
        }

        text.Append("null").Append('}', depth + 1);
        var reading = DefinitionReader.Read(Encoding.UTF8.GetBytes(text.ToString()), "deep");

        reading.Definition.Should().BeNull();
        reading.Findings.Should().ContainSingle().Which.Code.Should().Be(WorkflowCodes.NestedTooDeeply);
    }

    [Fact]
    public void Read_OfAFileThatIsTooLarge_RefusesItUnread()
    {
        var reading = DefinitionReader.Read(new byte[DefinitionReader.LargestText + 1], "large");

        reading.Findings.Should().ContainSingle().Which.Code.Should().Be(WorkflowCodes.TooLarge);
    }

    [Fact]
    public void Read_OfFiftyMegabytesInOneText_ReadsIt()
    {
        var text = new string('x', 50_000_000);
        var reading = DefinitionReader.Read(
            Encoding.UTF8.GetBytes($$$"""{"root":{"id":"w","type":"Elsa.WriteLine","text":"{{{text}}}"}}"""), "large");

        reading.IsSound.Should().BeTrue();
    }

    [Theory]
    [InlineData("id")]
    [InlineData("activities")]
    [InlineData("connections")]
    [InlineData("start")]
    [InlineData("variables")]
    [InlineData("customProperties")]
    [InlineData("cases")]
    public void Start_WithAWrongKindInAProperty_NeverThrows(string property)
    {
        foreach (var value in Values)
        {
            foreach (var type in Types)
            {
                var json = $$$"""{"root":{"type":"{{{type}}}","{{{property}}}":{{{value}}} }}""";
                var reading = DefinitionReader.Read(Encoding.UTF8.GetBytes(json), "wrong");
                reading.Definition.Should().NotBeNull(json);
                var input = new Dictionary<string, object?>();
                WorkflowRun.Start(reading.Definition!, WorkflowFeatures.Plain, "i", input, Now, out var findings);

                reading.Findings.Concat(findings).Select(finding => finding.Help(CultureInfo.InvariantCulture))
                    .Should().NotContain(help => help.StartsWith("CF", StringComparison.Ordinal), json);
            }
        }
    }

    private static WorkflowRun Run(byte[] json)
    {
        var definition = DefinitionReader.Read(json, "hostile").Definition!;
        var input = new Dictionary<string, object?>();
        return WorkflowRun.Start(definition, WorkflowFeatures.Plain, "i", input, Now, out _)!;
    }

    private static IReadOnlyList<WorkflowFinding> Refused(byte[] json)
    {
        var definition = DefinitionReader.Read(json, "hostile").Definition!;
        var input = new Dictionary<string, object?>();
        WorkflowRun.Start(definition, WorkflowFeatures.Plain, "i", input, Now, out var findings).Should().BeNull();
        return findings;
    }

    private static byte[] Flow(
        IEnumerable<string> ids, IEnumerable<(string From, string To)> ways, string start = "0")
    {
        var activities = string.Join(',', ids.Select(id => $$"""{"id":"{{id}}","type":"Elsa.Start"}"""));
        var connections = string.Join(
            ',', ways.Select(way => $$"""{"source":"{{way.From}}","target":"{{way.To}}"}"""));
        return Encoding.UTF8.GetBytes(
            $$$"""
            {"root":{"id":"f","type":"Elsa.Flowchart","start":"{{{start}}}","activities":[{{{activities}}}],
             "connections":[{{{connections}}}]}}
            """);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
