using System.Text.Json.Nodes;
using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Tests.Workflows.Definitions;

/// <summary>A definition that is read and written back has lost nothing.</summary>
public sealed class DefinitionWriterTests
{
    private const string Drawn = """
        { "$schema": "x", "id": "v", "definitionId": "d", "name": "N", "description": "D", "version": 3,
          "toolVersion": "3.6.0.0", "createdAt": "2026-01-02T03:04:05Z", "customProperties": { "a": [ 1, null ] },
          "variables": [ { "id": "v1", "name": "Days", "typeName": "Int32", "isArray": true, "value": "30",
                           "storageDriverTypeName": "WorkflowInstanceStorageDriver" } ],
          "inputs": [ { "type": "String", "name": "Place", "displayName": "Nơi", "isRequired": true,
                        "defaultValue": "x" } ],
          "outputs": [ { "type": "Object", "name": "Answer" } ], "outcomes": [ "Ok" ],
          "isLatest": true, "isPublished": true,
          "options": { "usableAsActivity": true, "incidentStrategyType": "FaultStrategy", "commitStrategyName": "c" },
          "root": { "id": "f", "type": "Elsa.Flowchart", "version": 1, "nodeId": "f",
            "customProperties": { "canStartWorkflow": false, "runAsynchronously": false, "notFoundConnections": [] },
            "metadata": { "designer": { "position": { "x": -1.5, "y": 2 } } },
            "variables": [ { "id": "v2", "name": "Local", "typeName": "String" } ], "start": "a",
            "activities": [
              { "id": "a", "name": "Switch", "type": "Elsa.Switch", "version": 1, "workflowDefinitionId": "w",
                "customProperties": { "canStartWorkflow": true, "runAsynchronously": true, "mergeMode": "Race" },
                "mode": { "typeName": "SwitchMode", "expression": { "type": "Literal", "value": "MatchAny" } },
                "unset": { "typeName": "String", "expression": null },
                "given": { "typeName": "String", "expression": { "type": "Literal" },
                           "memoryReference": { "id": "m" } },
                "result": { "typeName": "Object", "memoryReference": { "id": "v1" }, "converter": { "id": "c" } },
                "nothing": null, "plain": 0.10,
                "cases": [ { "label": "One", "condition": { "type": "JavaScript", "value": "1 < 2" },
                             "activity": { "id": "c", "type": "Elsa.End",
                               "customProperties": { "canStartWorkflow": false, "runAsynchronously": false } } } ],
                "default": { "id": "e", "type": "My.Own", "odd": { "x": [ {} ] },
                  "customProperties": { "canStartWorkflow": false, "runAsynchronously": false } } },
              { "id": "b", "type": "Elsa.Sequence", "activities": [],
                "customProperties": { "canStartWorkflow": false, "runAsynchronously": false } } ],
            "connections": [ { "source": { "activity": "a", "port": "One" },
                               "target": { "activity": "b", "port": "In" },
                               "vertices": [ { "x": 1, "y": 2 } ] } ] } }
        """;

    [Fact]
    public void Write_WhatWasRead_IsTheSameJson()
    {
        var written = JsonNode.Parse(DefinitionWriter.Write(Read(Drawn)));

        JsonNode.DeepEquals(written, JsonNode.Parse(Drawn)).Should().BeTrue("it was {0}", written!.ToJsonString());
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        var once = DefinitionWriter.Write(Read(Drawn));

        DefinitionWriter.Write(DefinitionReader.Read(once, "other").Definition!).Should().Equal(once);
    }

    private static WorkflowDefinition Read(string text)
    {
        var reading = DefinitionReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "file");
        reading.Findings.Should().BeEmpty();
        return reading.Definition!;
    }
}
