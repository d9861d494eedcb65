namespace CaseFlow.Engine.Workflows.Building;

/// <content>Flowcharts and what stands in them.</content>
public static partial class Draw
{
    /// <summary>Activities that go on from one to another by their outcomes.</summary>
    public static DrawnActivity Flowchart(Action<FlowchartDrawing> draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        var flow = new FlowchartDrawing();
        draw(flow);
        return new DrawnActivity("Elsa.Flowchart") { Flow = flow };
    }

    /// <summary>Where a flowchart begins.</summary>
    public static DrawnActivity Start() => new("Elsa.Start");

    /// <summary>Ends its container, whatever else is in it.</summary>
    public static DrawnActivity End() => new("Elsa.End");

    /// <summary>Outcome `True` or `False`.</summary>
    public static DrawnActivity FlowDecision(Input<bool> condition) =>
        new DrawnActivity("Elsa.FlowDecision").With(Condition, condition);

    /// <summary>The labels of the cases that hold are its outcomes; none: `Default`.</summary>
    public static DrawnActivity FlowSwitch(IEnumerable<DrawnCase> cases, bool takesAll = false) =>
        new DrawnActivity("Elsa.FlowSwitch").With<string>("mode", takesAll ? "MatchAny" : "MatchFirst").Cases(cases);

    /// <summary>Goes on along all of the branches: each is an outcome.</summary>
    public static DrawnActivity FlowFork(params IReadOnlyList<string> branches) =>
        new DrawnActivity("Elsa.FlowFork").Bind("branches", "List<String>", DrawnValue.Expression(branches));

    /// <summary>Waits for the ways that lead to it: `WaitAny`, `WaitAll` or `WaitAllActive`.</summary>
    public static DrawnActivity FlowJoin(string mode) =>
        new DrawnActivity("Elsa.FlowJoin").Bind("mode", "FlowJoinMode", DrawnValue.Expression(mode));

    /// <summary>Runs its body.</summary>
    public static DrawnActivity FlowNode(DrawnActivity? body = null) =>
        new DrawnActivity("Elsa.FlowNode").Holding(Body, body);

    /// <summary>Ends the workflow.</summary>
    public static DrawnActivity Finish() => new("Elsa.Finish");

    /// <summary>Ends the workflow that it stands in, or the loop, with outcomes.</summary>
    public static DrawnActivity Complete(params IReadOnlyList<string> outcomes) =>
        new DrawnActivity("Elsa.Complete").With("outcomes", outcomes.Count == 0 ? null : AnyInput.Of(outcomes));

    /// <summary>Makes an incident.</summary>
    public static DrawnActivity Fault(Input<string> message, Input<string>? code = null) =>
        new DrawnActivity("Elsa.Fault").With("message", message).With("code", code);
}
