using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Workflows.Building;
using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Tests.Workflows.Building;

/// <summary>What is drawn in code is the very model that is read from the same JSON.</summary>
public sealed class DrawTests
{
    private static readonly WorkflowVariable<int> Days = new("Days", 30);

    private static readonly Dictionary<string, (Func<DrawnActivity> Draw, string Json)> Drawn = DrawnCases.All(Days);

    public static TheoryData<string> Names => [.. Drawn.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_AnActivity_IsWhatTheJsonIs(string name)
    {
        var (draw, json) = Drawn[name];

        var built = new WorkflowBuilder("w").Declare(Days).Build(draw());

        var read = Read($$"""
            { "id": "w:1", "definitionId": "w", "version": 1, "isPublished": true, "isLatest": true,
              "variables": [ { "id": "Days", "name": "Days", "typeName": "Int32", "value": 30 } ], "root": {{json}} }
            """);
        Same(DefinitionWriter.Write(built), DefinitionWriter.Write(read));
        Paths(built.Root).Should().Equal(Paths(read.Root));
    }

    [Fact]
    public void Draw_EveryActivity_IsAmongTheCases() =>
        typeof(Draw).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(DrawnActivity))
            .Select(method => method.Name)
            .Should().BeSubsetOf(Drawn.Keys);

    [Fact]
    public void Build_AnEnvelope_IsWhatTheJsonIs()
    {
        var built = new WorkflowBuilder("d").Called("N", "What for").Version(2)
            .Takes<string>("Place", isRequired: true).Takes("Count", 3).Gives<IReadOnlyList<string>>("Names")
            .Declare(new WorkflowVariable<TimeSpan>("Span", TimeSpan.FromDays(2)), new WorkflowVariable<object>("Any"))
            .UsableAsActivity("Yes", "No").ContinueWithIncidents()
            .Build(Draw.End());

        var read = Read("""
            { "id": "d:2", "definitionId": "d", "version": 2, "name": "N", "description": "What for",
              "isPublished": true, "isLatest": true, "outcomes": ["Yes", "No"],
              "options": { "usableAsActivity": true, "incidentStrategyType": "ContinueWithIncidentsStrategy" },
              "inputs": [ { "name": "Place", "type": "String", "isRequired": true },
                          { "name": "Count", "type": "Int32", "defaultValue": 3 } ],
              "outputs": [ { "name": "Names", "type": "List<String>" } ],
              "variables": [ { "id": "Span", "name": "Span", "typeName": "TimeSpan", "value": "2.00:00:00" },
                             { "id": "Any", "name": "Any", "typeName": "Object" } ],
              "root": { "id": "End1", "type": "Elsa.End", "version": 1 } }
            """);
        Same(DefinitionWriter.Write(built), DefinitionWriter.Write(read));
    }

    private static void Same(byte[] built, byte[] read) =>
        JsonNode.DeepEquals(JsonNode.Parse(built), JsonNode.Parse(read)).Should()
            .BeTrue("{0}\nshould be\n{1}", Encoding.UTF8.GetString(built), Encoding.UTF8.GetString(read));

    private static IEnumerable<string> Paths(ActivityDefinition activity) => activity.Ports.Values
        .SelectMany(children => children)
        .Concat(activity.Cases.Select(found => found.Activity).OfType<ActivityDefinition>())
        .SelectMany(Paths)
        .Prepend(activity.Path);

    private static WorkflowDefinition Read(string json)
    {
        var reading = DefinitionReader.Read(Encoding.UTF8.GetBytes(json), "file");
        reading.Findings.Should().BeEmpty();
        return reading.Definition!;
    }
}
