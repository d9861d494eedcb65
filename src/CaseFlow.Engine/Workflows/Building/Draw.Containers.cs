namespace CaseFlow.Engine.Workflows.Building;

/// <summary>
/// Draws activities in code, in the words of Elsa: each gives what stands in a definition under that type.
/// </summary>
public static partial class Draw
{
    private const string Activities = "activities";
    private const string Body = "body";
    private const string Condition = "condition";

    /// <summary>One after the other.</summary>
    public static DrawnActivity Sequence(params IReadOnlyList<DrawnActivity> activities) =>
        new DrawnActivity("Elsa.Sequence").HoldingAll(Activities, activities);

    /// <summary>All at once, until all have completed.</summary>
    public static DrawnActivity Parallel(params IReadOnlyList<DrawnActivity> activities) =>
        new DrawnActivity("Elsa.Parallel").HoldingAll(Activities, activities);

    /// <summary>All at once, until all have completed or, where the first is enough, one.</summary>
    public static DrawnActivity Fork(bool firstIsEnough, params IReadOnlyList<DrawnActivity> branches) =>
        new DrawnActivity("Elsa.Fork").With<string>("joinMode", firstIsEnough ? "WaitAny" : "WaitAll")
            .HoldingAll("branches", branches);

    /// <summary>One of two.</summary>
    public static DrawnActivity If(
        Input<bool> condition, DrawnActivity? then = null, DrawnActivity? otherwise = null) =>
        new DrawnActivity("Elsa.If").With(Condition, condition).Holding("then", then).Holding("else", otherwise);

    /// <summary>Again and again while a condition holds.</summary>
    public static DrawnActivity While(Input<bool> condition, DrawnActivity body) =>
        new DrawnActivity("Elsa.While").With(Condition, condition).Holding(Body, body);

    /// <summary>
    /// Counts from a start to an end; the end counts in, unless it is said otherwise. The body reads `CurrentValue`.
    /// </summary>
    public static DrawnActivity For(
        Input<int> start, Input<int> end, DrawnActivity body,
        Input<int>? step = null, Input<bool>? countsEndIn = null) =>
        new DrawnActivity("Elsa.For").With("start", start).With("end", end).With("step", step)
            .With("outerBoundInclusive", countsEndIn).Holding(Body, body);

    /// <summary>One item after the other. The body reads `CurrentValue` and `CurrentIndex`.</summary>
    public static DrawnActivity ForEach(AnyInput items, DrawnActivity body) =>
        new DrawnActivity("Elsa.ForEach").With("items", items).Holding(Body, body);

    /// <summary>All items at once. The body reads `CurrentValue` and `CurrentIndex`.</summary>
    public static DrawnActivity ParallelForEach(AnyInput items, DrawnActivity body) =>
        new DrawnActivity("Elsa.ParallelForEach").With("items", items).Holding(Body, body);

    /// <summary>The first case that holds, or all of them.</summary>
    public static DrawnActivity Switch(
        IEnumerable<DrawnCase> cases, DrawnActivity? otherwise = null, bool takesAll = false) =>
        new DrawnActivity("Elsa.Switch").With<string>("mode", takesAll ? "MatchAny" : "MatchFirst").Cases(cases)
            .Holding("default", otherwise);

    /// <summary>A case of a switch; in a flowchart its label is the outcome.</summary>
    public static DrawnCase Case(string label, Input<bool> condition, DrawnActivity? activity = null) =>
        new(label, condition, activity);

    /// <summary>Ends the loop that it stands in, and outside of loops its container.</summary>
    public static DrawnActivity Break() => new("Elsa.Break");
}
