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
    public void Start_OfAHundredThousandConnectionsToNothing_TellsSomeAndHowManyMore()
    {
        var definition = DefinitionReader.Read(
            Flow(
                ["0"], Enumerable.Range(0, 100_000).Select(place => ("0", "x" + Number(place)))),
            "hostile").Definition!;
        WorkflowRun.Start(
            definition, WorkflowFeatures.Plain, "i", new Dictionary<string, object?>(), Now, out var findings);

        findings.Should().HaveCount(501);
        var more = findings[^1];
        (more.Code, more.Severity, more.Arguments[0]).Should()
            .Be((WorkflowCodes.TooManyFindings, Severity.Warning, "99500"));
    }

    [Fact]
    public void Read_OfAHundredThousandErrorsAndWarnings_KeepsSomeOfBoth()
    {
        var activities = string.Join(
            ',', Enumerable.Range(0, 100_000).Select(place => $$"""{"id":"{{Number(place)}}","type":7,"name":[]}"""));
        var reading = DefinitionReader.Read(Encoding.UTF8.GetBytes(
            $$"""{"root":{"id":"f","type":"Elsa.Sequence","activities":[{{activities}}]} }"""), "hostile");

        reading.Findings.Should().HaveCount(501);
        reading.IsSound.Should().BeFalse();
        reading.Findings[^1].Arguments.Should().Equal("99500");
    }

    [Fact]
    public void Read_OfNamesWithoutEnd_RefusesThemAndKeepsPathsShort()
    {
        var name = new string('n', 200_000);
        var inner = string.Join(
            ',',
            Enumerable.Range(0, 1_000)
                .Select(place => $$"""{"id":"{{Number(place)}}","type":"Elsa.Sequence","name":7.5}"""));
        var reading = DefinitionReader.Read(Encoding.UTF8.GetBytes(
            $$$"""
            {"root":{"id":"{{{name}}}","type":"Elsa.Sequence","{{{name}}}":[{{{inner}}}],"version":"{{{name}}}"}}
            """),
            "hostile");

        reading.Findings.Should().Contain(found => found.Code == WorkflowCodes.NameTooLong && found.Path == "root.id");
        reading.Findings.Should().OnlyContain(found =>
            found.Path.Length <= 400 && found.Arguments.All(argument => argument.Length <= 200));
        reading.Definition!.Root.Id.Length.Should().BeLessThan(1_001);
    }

    [Fact]
    public void Start_OfIdsThatTogetherAreTooLong_RefusesIt()
    {
        var id = new string('i', 900);
        var text = new StringBuilder("""{"root":""");
        for (var level = 0; level < 20; level++)
        {
            text.Append(CultureInfo.InvariantCulture, $$"""{"id":"{{id}}","type":"Elsa.FlowNode","body":""");
        }

        text.Append("null").Append('}', 21);
        Refused(Encoding.UTF8.GetBytes(text.ToString())).Should().ContainSingle()
            .Which.Code.Should().Be(WorkflowCodes.NameTooLong);
    }

    [Fact]
    public void Run_OfManyJoinsThatOneWayIsEnoughForBesideWhatWaits_Finishes()
    {
        // Each join is entered by two ways; far away something waits that none of them may end.
        const int count = 30_000;
        var joins = Enumerable.Range(0, count).Select(place => "j" + Number(place)).ToList();
        var steps = Enumerable.Range(0, count).Select(place => "s" + Number(place)).ToList();
        var ways = Enumerable.Range(0, count - 1).SelectMany(place => new[]
        {
            (joins[place], steps[place]), (joins[place], joins[place + 1]), (steps[place], joins[place + 1]),
        });
        var run = Run(Flow(
            [.. joins.Select(join => $$"""{"id":"{{join}}","type":"Elsa.FlowJoin"}"""),
                .. steps.Select(Start), Start("0"),
                """{"id":"w","type":"Elsa.Event","eventName":"Never"}"""],
            [("0", "w"), ("0", joins[0]), .. ways]));

        run.State.SubStatus.Should().Be(WorkflowSubStatus.Suspended);
        run.State.Bookmarks.Should().ContainSingle();
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
        var activities = string.Join(',', ids.Select(id => id.StartsWith('{') ? id : Start(id)));
        var connections = string.Join(
            ',', ways.Select(way => $$"""{"source":"{{way.From}}","target":"{{way.To}}"}"""));
        return Encoding.UTF8.GetBytes(
            $$$"""
            {"root":{"id":"f","type":"Elsa.Flowchart","start":"{{{start}}}","activities":[{{{activities}}}],
             "connections":[{{{connections}}}]}}
            """);
    }

    private static string Start(string id) => $$"""{"id":"{{id}}","type":"Elsa.Start"}""";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
