using System.Globalization;
using System.Text;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;

namespace CaseFlow.Engine.Tests.Workflows.Definitions;

/// <summary>Every spelling that exports have had is read, and nothing is thrown at bad text.</summary>
public sealed class DefinitionReaderTests
{
    [Fact]
    public void Read_AnEnvelope_TakesWhatItKnowsAndKeepsTheRest()
    {
        var definition = Read("""
            { "$schema": "x", "id": "v", "definitionId": "d", "name": "N", "version": 3, "isPublished": true,
              "outcomes": ["Ok"], "options": { "usableAsActivity": true, "activityCategory": "C" },
              "variables": [ { "id": "v1", "name": "Days", "typeName": "Int32", "value": "30" } ],
              "inputs": [ { "type": "String", "name": "Place", "uiHint": "single-line", "isRequired": true } ],
              "root": { "type": "Elsa.Sequence" } }
            """);

        definition.Should().BeEquivalentTo(
            new { DefinitionId = "d", VersionId = "v", Name = "N", Version = 3, IsPublished = true, IsLatest = false });
        definition.Outcomes.Should().Equal("Ok");
        definition.Options.UsableAsActivity.Should().BeTrue();
        definition.Options.Extra.Keys.Should().Equal("activityCategory");
        definition.Variables.Should().ContainSingle(
            variable => variable.Name == "Days" && variable.TypeName == "Int32");
        definition.Inputs.Single().Extra.Keys.Should().Equal("uiHint");
        definition.Extra.Keys.Should().Equal("$schema");
    }

    [Fact]
    public void Read_AnEnvelopeOfTheRootAlone_IsNamedAfterItsFile()
    {
        var definition = Read("""{ "root": { "type": "Elsa.WriteLine" } }""");

        definition.DefinitionId.Should().Be("file");
        definition.VersionId.Should().Be("file:1");
        definition.Root.Id.Should().Be("root");
    }

    [Fact]
    public void Read_ByteOrderMarkCommentsAndTrailingCommas_AreFine()
    {
        var text = "\uFEFF{ /* drawn */ \"root\": { \"type\": \"Elsa.End\", }, }";

        DefinitionReader.Read(Encoding.UTF8.GetBytes(text), "file").IsSound.Should().BeTrue();
    }

    [Theory]
    [InlineData("\"customProperties\": { \"canStartWorkflow\": true, \"runAsynchronously\": true }")]
    [InlineData("\"applicationProperties\": { \"CanStartWorkflow\": true, \"RunAsynchronously\": true }")]
    [InlineData("\"canStartWorkflow\": true, \"runAsynchronously\": true")]
    public void Read_TheTwoFlags_StandInAnyOfTheirPlaces(string flags)
    {
        var root = Read($$"""{ "root": { "type": "Elsa.Event", {{flags}} } }""").Root;

        root.CanStartWorkflow.Should().BeTrue();
        root.RunAsynchronously.Should().BeTrue();
    }

    [Theory]
    [InlineData("""[{ "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" } }]""")]
    [InlineData("""[ { "Source": { "Activity": "a", "Port": "Done" }, "Target": { "Activity": "b" } } ]""")]
    [InlineData("""{ "$values": [ { "source": { "activity": "a" }, "target": { "activity": "b" } } ] }""")]
    [InlineData("""{ "source": { "activity": "a", "port": null }, "target": { "activity": "b", "port": "In" } }""")]
    [InlineData("""[ { "source": "a", "target": "b", "sourcePort": "Done", "targetPort": "In" } ]""")]
    public void Read_AConnection_InEverySpelling_IsTheSame(string connections)
    {
        var root = Read($$"""
            { "root": { "type": "Elsa.Flowchart", "connections": {{connections}},
                        "activities": [ { "id": "a", "type": "Elsa.Start" }, { "id": "b", "type": "Elsa.End" } ] } }
            """).Root;

        root.Connections.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Source = "a", Port = "Done", Target = "b", TargetPort = "In" });
    }

    [Fact]
    public void Read_AnActivity_SortsItsPropertiesByShape()
    {
        var root = Read("""
            { "root": { "id": "f", "type": "Elsa.ForEach", "version": 1, "name": "Each",
                "items": { "typeName": "ICollection<Object>", "expression": { "type": "Object", "value": "[1]" } },
                "currentValue": { "typeName": "Object", "memoryReference": { "id": "v1" } },
                "body": { "id": "w", "type": "Elsa.WriteLine", "text": "hi" },
                "mode": 1 } }
            """).Root;

        root.Inputs["items"].Expression.Should().BeEquivalentTo(new { Type = "Object" });
        root.Outputs["currentValue"].MemoryReference.Should().Be("v1");
        root.Ports["body"].Single().Path.Should().Be("root.body");
        root.Extra.Keys.Should().Equal("mode");
    }

    [Theory]
    [InlineData("""{ "expression": { "type": "Literal", "value": "x" } }""", null)]
    [InlineData("""{ "typeName": "String", "expression": null }""", null)]
    [InlineData("""{ "typeName": "String", "expression": { "type": null, "value": "x" } }""", "Literal")]
    [InlineData("""{ "typeName": "String", "expression": { "type": "JavaScript", "value": "x" } }""", "JavaScript")]
    public void Read_AnInput_IsUnsetWhereItNamesNoTypeOrNoExpression(string input, string? language)
    {
        var root = Read($$"""{ "root": { "type": "Elsa.WriteLine", "text": {{input}} } }""").Root;

        root.Inputs["text"].Expression?.Type.Should().Be(language);
        (root.Inputs["text"].Expression is null).Should().Be(language is null);
    }

    [Theory]
    [InlineData("", WorkflowCodes.NotJson, "")]
    [InlineData("{ \"root\": ", WorkflowCodes.NotJson, "")]
    [InlineData("[]", WorkflowCodes.PropertyMissing, "")]
    [InlineData("{}", WorkflowCodes.PropertyMissing, "")]
    [InlineData("""{ "root": "x" }""", WorkflowCodes.WrongKind, "root")]
    [InlineData("""{ "root": { "id": "a" } }""", WorkflowCodes.PropertyMissing, "root")]
    [InlineData("""{ "version": "x", "root": { "type": "A.B" } }""", WorkflowCodes.WrongKind, "version")]
    [InlineData("""{ "root": { "type": "A.B", "activities": [1] } }""", WorkflowCodes.WrongKind, "root.activities[0]")]
    public void Read_BadText_IsToldByCodeAndPlace(string text, string code, string path) =>
        DefinitionReader.Read(Encoding.UTF8.GetBytes(text), "file").Findings
            .Should().Contain(finding => finding.Code == code && finding.Path == path);

    [Fact]
    public void Read_SeveralFaults_AreAllTold() =>
        DefinitionReader.Read(
                """{ "version": true, "isPublished": 1, "root": { "activities": [ {}, {} ] } }"""u8.ToArray(), "file")
            .Findings.Select(finding => finding.Path)
            .Should().BeEquivalentTo("root", "root.activities[0]", "root.activities[1]", "version", "isPublished");

    [Theory]
    [InlineData(199, true)]
    [InlineData(200, false)]
    [InlineData(20_000, false)]
    public void Read_NestedActivities_UpToTheLimit(int depth, bool isSound)
    {
        var text = new StringBuilder("{ \"root\": ");
        for (var level = 0; level < depth; level++)
        {
            text.Append("{ \"type\": \"Elsa.Sequence\", \"activities\": [ ");
        }

        text.Append("{ \"type\": \"Elsa.End\" }").Insert(text.Length, " ] }", depth).Append('}');

        var reading = DefinitionReader.Read(Encoding.UTF8.GetBytes(text.ToString()), "file");

        reading.IsSound.Should().Be(isSound);
        reading.Findings.Select(finding => finding.Code).Distinct()
            .Should().Equal(isSound ? [] : [WorkflowCodes.NestedTooDeeply]);
    }

    [Fact]
    public void Findings_InBothLanguages_HaveWordsAndHelp()
    {
        var finding = DefinitionReader.Read("{"u8.ToArray(), "file").Findings.Single();

        foreach (var language in (string[])["en", "vi"])
        {
            var culture = CultureInfo.GetCultureInfo(language);
            finding.Message(culture).Should().Contain("JSON").And.NotStartWith("CF");
            finding.Help(culture).Should().NotBeEmpty().And.NotStartWith("CF");
        }
    }

    private static WorkflowDefinition Read(string text)
    {
        var reading = DefinitionReader.Read(Encoding.UTF8.GetBytes(text), "file");
        reading.Findings.Should().BeEmpty();
        return reading.Definition!;
    }
}
