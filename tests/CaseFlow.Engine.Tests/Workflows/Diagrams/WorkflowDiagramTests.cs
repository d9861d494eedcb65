using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagrams;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Tests.Workflows.Diagrams;

/// <summary>
/// Diagrams as data: a definition, the journal of an instance, and the diagrams of both beside them.
/// CASEFLOW_WRITE_EXPECTED=1 writes the diagrams anew, to be read before they are committed.
/// </summary>
public sealed class WorkflowDiagramTests
{
    private static readonly string Output = Path.Combine(AppContext.BaseDirectory, "Workflows");

    public static TheoryData<string> Cases =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Output, "cases"), "*.json")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Of_ADefinition_IsTheExpectedDiagram() =>
        ShouldBeExpected("petition.mmd", WorkflowDiagram.Of(Read("drawings", "petition")));

    [Fact]
    public void Of_AnInstance_ShowsWhatRanWaitsFaultedAndWasCancelled() =>
        ShouldBeExpected(
            "petition.instance.mmd",
            WorkflowDiagram.Of(Read("drawings", "petition"), InstanceProgress.Of(Journal("petition"))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_ACase_DeclaresEveryActivityOnceAndConnectsWhatIsDeclared(string name) =>
        Check(Read("cases", name));

    [Fact]
    public void Of_HostileNames_StaysADiagramAndShowsThem()
    {
        const string Name = "\"] --> x[(`*_~ %%{init} #quot; <i>\u0007\u202e\ud83d\ude00 1. - a & end; http://www.x.vn";
        var text = JsonSerializer.Serialize(Name);
        var definition = DefinitionReader.Read(
            System.Text.Encoding.UTF8.GetBytes($$"""
                { "name": {{text}}, "root": { "id": {{text}}, "type": "Elsa.Flowchart", "name": {{text}},
                  "activities": [ { "id": "a", "type": {{text}} }, { "id": "b", "type": "\n" } ],
                  "connections": [ { "source": { "activity": "a", "port": {{text}} },
                                     "target": { "activity": "b", "port": "In" } } ],
                  {{text}}: [ { "id": "c", "type": "A.B", "customProperties": { "canStartWorkflow": true } } ] } }
                """),
            "file").Definition!;

        var drawn = Check(definition, ports: 1);

        drawn.Labels.Should().Contain(label => label.StartsWith(Name.Replace('\u0007', ' '), StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ALongName_IsCutBetweenLetters()
    {
        var name = string.Concat(Enumerable.Repeat("\ud83d\ude00", 100));
        var definition = DefinitionReader.Read(
            System.Text.Encoding.UTF8.GetBytes($$"""{ "root": { "type": "A.B", "name": "{{name}}" } }"""), "file");

        Check(definition.Definition!).Labels.Single().EnumerateRunes()
            .Count(rune => rune.Value == 0x1F600).Should().Be(80);
    }

    private static DrawnDiagram Check(WorkflowDefinition definition, int ports = -1)
    {
        var drawn = DrawnDiagram.Read(WorkflowDiagram.Of(definition));
        var activities = Count(definition.Root);
        drawn.Parents.Count.Should().BeGreaterThanOrEqualTo(activities);
        if (ports >= 0)
        {
            drawn.Parents.Count.Should().Be(activities + ports);
        }

        drawn.Edges.Where(edge => drawn.Parents[edge.From] != drawn.Parents[edge.To]).Should().BeEmpty();
        return drawn;
    }

    private static int Count(ActivityDefinition activity) =>
        1 + activity.Ports.Values.SelectMany(children => children).Sum(Count)
        + activity.Cases.Select(found => found.Activity).OfType<ActivityDefinition>().Sum(Count);

    private static WorkflowDefinition Read(string folder, string name) =>
        DefinitionReader.Read(File.ReadAllBytes(Path.Combine(Output, folder, name + ".json")), name).Definition!;

    private static IEnumerable<JournalRow> Journal(string name) =>
        from line in File.ReadAllLines(Path.Combine(Output, "drawings", name + ".journal"))
        let parts = line.Split(' ', 3)
        select new JournalRow(
            DateTimeOffset.UnixEpoch, parts[1], Enum.Parse<JournalEvent>(parts[0]), parts.ElementAtOrDefault(2));

    private static void ShouldBeExpected(string file, string diagram)
    {
        DrawnDiagram.Read(diagram);
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            File.WriteAllText(
                CaseFlow.Tests.Shared.Repository.PathOf("tests/CaseFlow.Engine.Tests/Workflows/drawings/" + file),
                diagram);
            return;
        }

        diagram.Should().Be(File.ReadAllText(Path.Combine(Output, "drawings", file)));
    }
}
