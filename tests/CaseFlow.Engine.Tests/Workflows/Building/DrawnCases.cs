using CaseFlow.Engine.Workflows.Building;

namespace CaseFlow.Engine.Tests.Workflows.Building;

/// <summary>Every activity that can be drawn, beside the JSON that it is.</summary>
internal static class DrawnCases
{
    private static WorkflowExpression Holds => WorkflowExpression.CaseFlow("Days > 5");

    public static Dictionary<string, (Func<DrawnActivity> Draw, string Json)> All(WorkflowVariable<int> days) =>
        Containers().Concat(Flow()).Concat(Primitives(days)).Concat(Waiting())
            .ToDictionary(one => one.Name, one => (one.Draw, one.Json), StringComparer.Ordinal);

    private static IEnumerable<(string Name, Func<DrawnActivity> Draw, string Json)> Containers() =>
    [
        ("Sequence",
            () => Draw.Sequence(Draw.WriteLine("a"), Draw.WriteLine("b").WithId("x").Named("N").StartsWorkflow())
                .Declare(new WorkflowVariable<string>("V", "v")),
            $$"""
            { "id": "Sequence1", "type": "Elsa.Sequence", "version": 1,
              "variables": [ { "id": "V", "name": "V", "typeName": "String", "value": "v" } ],
              "activities": [ {{Line(1, "a")}}, { "id": "x", "name": "N", "type": "Elsa.WriteLine", "version": 1,
                "customProperties": { "canStartWorkflow": true }, "text": {{Literal("String", "\"b\"")}} } ] }
            """),
        ("Parallel", () => Draw.Parallel(Draw.WriteLine("a"), Draw.WriteLine("b")),
            $$"""
            { "id": "Parallel1", "type": "Elsa.Parallel", "version": 1,
              "activities": [ {{Line(1, "a")}}, {{Line(2, "b")}} ] }
            """),
        ("Fork", () => Draw.Fork(firstIsEnough: true, Draw.WriteLine("a")),
            $$"""
            { "id": "Fork1", "type": "Elsa.Fork", "version": 1, "joinMode": {{Literal("String", "\"WaitAny\"")}},
              "branches": [ {{Line(1, "a")}} ] }
            """),
        ("If", () => Draw.If(Holds, Draw.WriteLine("a"), Draw.WriteLine("b")),
            $$"""
            { "id": "If1", "type": "Elsa.If", "version": 1, "condition": {{HoldsJson}},
              "then": {{Line(1, "a")}}, "else": {{Line(2, "b")}} }
            """),
        ("While", () => Draw.While(true, Draw.Break()),
            $$"""
            { "id": "While1", "type": "Elsa.While", "version": 1, "condition": {{Literal("Boolean", "true")}},
              "body": { "id": "Break1", "type": "Elsa.Break", "version": 1 } }
            """),
        ("For", () => Draw.For(1, 10, Draw.WriteLine("a"), 2, false),
            $$"""
            { "id": "For1", "type": "Elsa.For", "version": 1, "start": {{Literal("Int32", "1")}},
              "end": {{Literal("Int32", "10")}}, "step": {{Literal("Int32", "2")}},
              "outerBoundInclusive": {{Literal("Boolean", "false")}}, "body": {{Line(1, "a")}} }
            """),
        ("ForEach", () => Draw.ForEach(AnyInput.Of(new[] { 1, 2 }), Draw.WriteLine("a")),
            $$"""
            { "id": "ForEach1", "type": "Elsa.ForEach", "version": 1, "items": {{Json("Object", "[1,2]")}},
              "body": {{Line(1, "a")}} }
            """),
        ("ParallelForEach",
            () => Draw.ParallelForEach(WorkflowExpression.Input("Items"), Draw.WriteLine("a")),
            $$"""
            { "id": "ParallelForEach1", "type": "Elsa.ParallelForEach", "version": 1,
              "items": { "typeName": "Object", "expression": { "type": "Input", "value": { "name": "Items" } } },
              "body": {{Line(1, "a")}} }
            """),
        ("Switch", () => Draw.Switch([Draw.Case("x", Holds, Draw.WriteLine("a"))], Draw.WriteLine("b"), takesAll: true),
            $$"""
            { "id": "Switch1", "type": "Elsa.Switch", "version": 1, "mode": {{Literal("String", "\"MatchAny\"")}},
              "cases": [ { "label": "x", "condition": { "type": "CaseFlow", "value": "Days > 5" },
                           "activity": {{Line(2, "a")}} } ], "default": {{Line(1, "b")}} }
            """),
        ("Break", Draw.Break, """{ "id": "Break1", "type": "Elsa.Break", "version": 1 }"""),
    ];

    private static IEnumerable<(string Name, Func<DrawnActivity> Draw, string Json)> Flow() =>
    [
        ("Flowchart", () =>
        {
            var (first, second) = (Draw.FlowDecision(Holds), Draw.WriteLine("b"));
            return Draw.Flowchart(flow => flow.StartAt(first).Connect(first, "True", second)
                .Chain(second, Draw.End()));
        },
            $$"""
            { "id": "Flowchart1", "type": "Elsa.Flowchart", "version": 1, "start": "FlowDecision1",
              "activities": [ { "id": "FlowDecision1", "type": "Elsa.FlowDecision", "version": 1,
                                "condition": {{HoldsJson}} }, {{Line(1, "b")}},
                              { "id": "End1", "type": "Elsa.End", "version": 1 } ],
              "connections": [
                { "source": { "activity": "FlowDecision1", "port": "True" },
                  "target": { "activity": "WriteLine1", "port": "In" } },
                { "source": { "activity": "WriteLine1", "port": "Done" },
                  "target": { "activity": "End1", "port": "In" } } ] }
            """),
        ("Start", Draw.Start, """{ "id": "Start1", "type": "Elsa.Start", "version": 1 }"""),
        ("End", Draw.End, """{ "id": "End1", "type": "Elsa.End", "version": 1 }"""),
        ("Finish", Draw.Finish, """{ "id": "Finish1", "type": "Elsa.Finish", "version": 1 }"""),
        ("FlowDecision", () => Draw.FlowDecision(Holds),
            $$"""{ "id": "FlowDecision1", "type": "Elsa.FlowDecision", "version": 1, "condition": {{HoldsJson}} }"""),
        ("FlowSwitch", () => Draw.FlowSwitch([Draw.Case("x", false)]),
            $$"""
            { "id": "FlowSwitch1", "type": "Elsa.FlowSwitch", "version": 1,
              "mode": {{Literal("String", "\"MatchFirst\"")}},
              "cases": [ { "label": "x", "condition": { "type": "Literal", "value": false } } ] }
            """),
        ("FlowFork", () => Draw.FlowFork("A", "B"),
            $$"""
            { "id": "FlowFork1", "type": "Elsa.FlowFork", "version": 1,
              "branches": {{Json("List<String>", "[\\\"A\\\",\\\"B\\\"]")}} }
            """),
        ("FlowJoin", () => Draw.FlowJoin("WaitAll"),
            $$"""
            { "id": "FlowJoin1", "type": "Elsa.FlowJoin", "version": 1,
              "mode": {{Literal("FlowJoinMode", "\"WaitAll\"")}} }
            """),
        ("FlowNode", () => Draw.FlowNode(Draw.WriteLine("a")),
            $$"""{ "id": "FlowNode1", "type": "Elsa.FlowNode", "version": 1, "body": {{Line(1, "a")}} }"""),
        ("Complete", () => Draw.Complete("Yes"),
            $$"""
            { "id": "Complete1", "type": "Elsa.Complete", "version": 1,
              "outcomes": {{Json("Object", "[\\\"Yes\\\"]")}} }
            """),
        ("Fault", () => Draw.Fault("no", "7"),
            $$"""
            { "id": "Fault1", "type": "Elsa.Fault", "version": 1, "message": {{Literal("String", "\"no\"")}},
              "code": {{Literal("String", "\"7\"")}} }
            """),
    ];

    private static IEnumerable<(string Name, Func<DrawnActivity> Draw, string Json)> Primitives(
        WorkflowVariable<int> days) =>
    [
        ("WriteLine", () => Draw.WriteLine(WorkflowExpression.JavaScript("getDays()")),
            """
            { "id": "WriteLine1", "type": "Elsa.WriteLine", "version": 1,
              "text": { "typeName": "String", "expression": { "type": "JavaScript", "value": "getDays()" } } }
            """),
        ("SetVariable", () => Draw.SetVariable(days, 3),
            $$"""
            { "id": "SetVariable1", "type": "Elsa.SetVariable", "version": 1,
              "variable": { "id": "Days", "name": "Days", "typeName": "Int32" }, "value": {{Literal("Int32", "3")}} }
            """),
        ("SetOutput", () => Draw.SetOutput("Answer", days),
            $$"""
            { "id": "SetOutput1", "type": "Elsa.SetOutput", "version": 1,
              "outputName": {{Literal("String", "\"Answer\"")}},
              "outputValue": { "typeName": "Object", "expression": { "type": "Variable",
                "value": { "id": "Days", "name": "Days", "typeName": "Int32" } } } }
            """),
        ("SetName", () => Draw.SetName("N"), Simple("SetName", "value", Literal("String", "\"N\""))),
        ("Correlate", () => Draw.Correlate("C"), Simple("Correlate", "correlationId", Literal("String", "\"C\""))),
        ("RunJavaScript", () => Draw.RunJavaScript("1", "Yes", "No").ResultInto(days),
            $$"""
            { "id": "RunJavaScript1", "type": "Elsa.RunJavaScript", "version": 1,
              "script": { "typeName": "String", "expression": { "type": "JavaScript", "value": "1" } },
              "possibleOutcomes": {{Json("Object", "[\\\"Yes\\\",\\\"No\\\"]")}},
              "result": { "typeName": "Int32", "memoryReference": { "id": "Days" } } }
            """),
        ("Activity", () => Draw.Activity("My.Own").With("any", 1.5m).Into("out", days).Holding("body", Draw.End()),
            $$"""
            { "id": "Own1", "type": "My.Own", "version": 1, "any": {{Literal("Object", "1.5")}},
              "out": { "typeName": "Int32", "memoryReference": { "id": "Days" } },
              "body": { "id": "End1", "type": "Elsa.End", "version": 1 } }
            """),
        ("Workflow", () => Draw.Workflow("child").With("n", 1),
            $$"""
            { "id": "WorkflowDefinitionActivity1", "type": "Elsa.WorkflowDefinitionActivity", "version": 1,
              "workflowDefinitionId": "child", "n": {{Literal("Object", "1")}} }
            """),
    ];

    private static IEnumerable<(string Name, Func<DrawnActivity> Draw, string Json)> Waiting() =>
    [
        ("Delay", () => Draw.Delay(TimeSpan.FromSeconds(5)),
            Simple("Delay", "timeSpan", Literal("TimeSpan", "\"00:00:05\""))),
        ("Timer", () => Draw.Timer(TimeSpan.FromDays(1)),
            Simple("Timer", "interval", Literal("TimeSpan", "\"1.00:00:00\""))),
        ("Cron", () => Draw.Cron("0 0 * * * *"),
            Simple("Cron", "cronExpression", Literal("String", "\"0 0 * * * *\""))),
        ("StartAt", () => Draw.StartAt(new DateTimeOffset(2026, 9, 14, 1, 0, 0, TimeSpan.Zero)),
            Simple("StartAt", "dateTime", Literal("DateTimeOffset", "\"2026-09-14T01:00:00.0000000+00:00\""))),
        ("Event", () => Draw.Event("signed"), Simple("Event", "eventName", Literal("String", "\"signed\""))),
        ("PublishEvent", () => Draw.PublishEvent("signed", "p", "c", isLocal: true),
            $$"""
            { "id": "PublishEvent1", "type": "Elsa.PublishEvent", "version": 1,
              "eventName": {{Literal("String", "\"signed\"")}}, "payload": {{Literal("Object", "\"p\"")}},
              "correlationId": {{Literal("String", "\"c\"")}}, "isLocalEvent": {{Literal("Boolean", "true")}} }
            """),
        ("RunTask", () => Draw.RunTask("visit", AnyInput.Of(new Dictionary<string, object?> { ["a"] = 1 })),
            $$"""
            { "id": "RunTask1", "type": "Elsa.RunTask", "version": 1, "taskName": {{Literal("String", "\"visit\"")}},
              "payload": {{Json("Object", "{\\\"a\\\":1}")}} }
            """),
        ("ExecuteWorkflow", () => Draw.ExecuteWorkflow("child", null, waits: true, "c"),
            Child("ExecuteWorkflow", "\"correlationId\": " + Literal("String", "\"c\"") + ",", "true")),
        ("DispatchWorkflow", () => Draw.DispatchWorkflow("child"), Child("DispatchWorkflow", "", "false")),
        ("BulkDispatchWorkflows", () => Draw.BulkDispatchWorkflows("child", AnyInput.Of(new[] { "a" })),
            Child("BulkDispatchWorkflows", "\"items\": " + Json("Object", "[\\\"a\\\"]") + ",", "true")),
        ("SendHttpRequest", () => Draw.SendHttpRequest("https://example.org", "POST", "x", "text/plain"),
            $$"""
            { "id": "SendHttpRequest1", "type": "Elsa.SendHttpRequest", "version": 1,
              "url": {{Literal("String", "\"https://example.org\"")}}, "method": {{Literal("String", "\"POST\"")}},
              "content": {{Literal("Object", "\"x\"")}}, "contentType": {{Literal("String", "\"text/plain\"")}} }
            """),
    ];

    private static string HoldsJson =>
        """{ "typeName": "Boolean", "expression": { "type": "CaseFlow", "value": "Days > 5" } }""";

    private static string Literal(string type, string value) =>
        $$"""{ "typeName": "{{type}}", "expression": { "type": "Literal", "value": {{value}} } }""";

    private static string Json(string type, string value) =>
        $$"""{ "typeName": "{{type}}", "expression": { "type": "Object", "value": "{{value}}" } }""";

    private static string Line(int number, string text) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $$"""
        { "id": "WriteLine{{number}}", "type": "Elsa.WriteLine", "version": 1,
          "text": {{Literal("String", $"\"{text}\"")}} }
        """);

    private static string Simple(string type, string input, string value) =>
        $$"""{ "id": "{{type}}1", "type": "Elsa.{{type}}", "version": 1, "{{input}}": {{value}} }""";

    private static string Child(string type, string more, string waits) =>
        $$"""
        { "id": "{{type}}1", "type": "Elsa.{{type}}", "version": 1,
          "workflowDefinitionId": {{Literal("String", "\"child\"")}}, {{more}}
          "waitForCompletion": {{Literal("Boolean", waits)}} }
        """;
}
