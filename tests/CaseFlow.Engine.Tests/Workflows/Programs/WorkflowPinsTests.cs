using System.Text;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Programs;

namespace CaseFlow.Engine.Tests.Workflows.Programs;

/// <summary>A program built with the pins of another is the same, whatever was published since.</summary>
public sealed class WorkflowPinsTests
{
    private static readonly WorkflowDefinition Parent = Read("""
        { "definitionId": "parent", "root": { "id": "s", "type": "Elsa.Sequence", "activities": [
            { "id": "a", "type": "Child", "workflowDefinitionId": "child" },
            { "id": "b", "type": "Child" },
            { "id": "c", "type": "Late", "workflowDefinitionId": "late" },
            { "id": "d", "type": "Exact", "workflowDefinitionVersionId": "child-9", "workflowDefinitionId": "child" },
            { "id": "e", "type": "My.Own" } ] } }
        """);

    private static readonly WorkflowDefinition First = Child("child", "1", """{ "type": "Elsa.Start", "id": "x" }""");

    private static readonly WorkflowDefinition[] Later =
    [
        First,
        Child("child", "9", """
            { "id": "s", "type": "Elsa.Sequence", "activities": [ { "type": "Elsa.Start", "id": "x" } ] }
            """),
        Child("late", "1", """{ "type": "Elsa.Start", "id": "x" }"""),
        Child("My.Own", "1", """{ "type": "Elsa.Start", "id": "x" }"""),
    ];

    [Fact]
    public void Build_WithPins_GivesTheSameNodesWhateverIsPublishedSince()
    {
        var before = Build(new WorkflowCollection([First]), null);
        var after = Build(new WorkflowCollection(Later), before.Pins);

        Nodes(after).Should().Equal(Nodes(before));
        after.Pins.Should().BeEquivalentTo(before.Pins);
    }

    [Fact]
    public void Build_WithoutPins_TakesWhatIsPublishedNow()
    {
        var now = Build(new WorkflowCollection(Later), null);

        Nodes(now).Should().HaveCountGreaterThan(Nodes(Build(new WorkflowCollection([First]), null)).Count);
    }

    [Fact]
    public void Build_OfAnExactVersion_PinsNothing()
    {
        var parent = Read("""
            { "root": { "id": "a", "type": "Child", "workflowDefinitionVersionId": "child-1" } }
            """);
        var building = ProgramBuilder.Build(parent, WorkflowFeatures.Plain, new WorkflowCollection([First]));

        building.Program!.Pins.Should().BeEmpty();
        building.Program.Nodes.Should().HaveCount(2);
    }

    [Fact]
    public void TypeName_OfAWorkflowsName_BeginsEachWordWithACapital()
    {
        WorkflowCollection.TypeName("CacheInvalidation_Child").Should().Be("CacheInvalidationChild");
        WorkflowCollection.TypeName("send the-letter").Should().Be("SendTheLetter");
    }

    private static WorkflowProgram Build(IWorkflowLibrary library, IReadOnlyDictionary<string, string>? pins) =>
        ProgramBuilder.Build(Parent, WorkflowFeatures.Plain, library, pins).Program!;

    private static IReadOnlyList<string> Nodes(WorkflowProgram program) =>
        [.. program.Nodes.Select(node => $"{node.NodeId} {node.Activity.Type} {node.Workflow?.VersionId}")];

    private static WorkflowDefinition Child(string id, string version, string root) => Read($$"""
        { "id": "{{id}}-{{version}}", "definitionId": "{{id}}", "version": {{version}}, "isPublished": true,
          "options": { "usableAsActivity": true }, "name": "{{id}}", "root": {{root}} }
        """);

    private static WorkflowDefinition Read(string json) =>
        DefinitionReader.Read(Encoding.UTF8.GetBytes(json), "parent").Definition!;
}
