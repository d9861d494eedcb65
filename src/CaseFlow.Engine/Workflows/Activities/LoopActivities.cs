using System.Globalization;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>`While{condition, body}`.</summary>
internal sealed class WhileActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.While";

    /// <inheritdoc/>
    public override bool IsLoop => true;

    /// <inheritdoc/>
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("condition", WorkflowType.Boolean)];

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => Round(context);

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes) => Round(context);

    private static void Round(ActivityContext context)
    {
        if (context.IsBreaking || !context.Flag("condition"))
        {
            context.Complete();
            return;
        }

        // Without a body nothing can change the condition: it would go round for ever.
        context.Schedule(context.Node.Child(LoopWords.Body) ?? throw LoopWords.NoBody(context));
    }
}

/// <summary>
/// `For{start, end, step, outerBoundInclusive, body} → currentValue`: counts up, or down with a step below zero. The
/// last value counts in, unless the definition says otherwise.
/// </summary>
internal sealed class ForActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.For";

    /// <inheritdoc/>
    public override bool IsLoop => true;

    /// <inheritdoc/>
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("start", WorkflowType.Whole), new("end", WorkflowType.Whole),
        new("outerBoundInclusive", WorkflowType.Boolean),
        new("step", WorkflowType.Whole)
        {
            Judge = step => step is 0L ? new InputProblem(WorkflowCodes.NeverEnds, "step") : null,
        },
    ];

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var step = context.Whole("step", 1);
        if (step == 0)
        {
            throw ActivityContext.Fault(WorkflowCodes.NeverEnds, "step");
        }

        Round(context, new Bounds(
            context.Whole("start", 0), context.Whole("end", 0), step, context.Flag("outerBoundInclusive", true)));
    }

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes)
    {
        if (context.IsBreaking)
        {
            context.Complete();
        }
        else
        {
            var bounds = Bounds.Of(context.Memory!);
            Round(context, bounds with { Value = bounds.Value + bounds.Step });
        }
    }

    private static void Round(ActivityContext context, Bounds bounds)
    {
        if (!bounds.IsWithin || context.Node.Child(LoopWords.Body) is not { } body)
        {
            context.Complete();
            return;
        }

        // What may fail comes first: a retry goes on in this round.
        context.Set("currentValue", bounds.Value);
        context.Memory = bounds.Kept;
        context.Schedule(body, locals: LoopWords.Locals(bounds.Value, null));
    }

    // Read once, as it begins: what the body changes does not move the end.
    private readonly record struct Bounds(long Value, long End, long Step, bool IsInclusive)
    {
        public bool IsWithin => IsInclusive
            ? (Step > 0 ? Value <= End : Value >= End)
            : (Step > 0 ? Value < End : Value > End);

        public ValueMemory Kept => new(new List<object?> { Value, End, Step, IsInclusive });

        public static Bounds Of(ActivityMemory memory)
        {
            var kept = (IReadOnlyList<object?>)((ValueMemory)memory).Value!;
            return new Bounds((long)kept[0]!, (long)kept[1]!, (long)kept[2]!, (bool)kept[3]!);
        }
    }
}

/// <summary>`ForEach{items, body} → currentValue`: one item after the other, as they are when it begins.</summary>
internal sealed class ForEachActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.ForEach";

    /// <inheritdoc/>
    public override bool IsLoop => true;

    /// <inheritdoc/>
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [ActivityInput.Needed("items", WorkflowType.List)];

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => Round(
        context,
        context.Get("items", WorkflowType.List) as IReadOnlyList<object?>
            ?? throw ActivityContext.Fault(WorkflowCodes.InputMissing, "items"),
        0);

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes)
    {
        if (context.IsBreaking)
        {
            context.Complete();
        }
        else
        {
            var kept = (IReadOnlyList<object?>)((ValueMemory)context.Memory!).Value!;
            Round(context, (IReadOnlyList<object?>)kept[0]!, (long)kept[1]! + 1);
        }
    }

    private static void Round(ActivityContext context, IReadOnlyList<object?> items, long place)
    {
        if (place >= items.Count)
        {
            context.Complete();
            return;
        }

        // What may fail comes first: a retry goes on in this round.
        context.Set("currentValue", items[(int)place]);
        context.Memory = new ValueMemory(new List<object?> { items, place });
        if (context.Node.Child(LoopWords.Body) is { } body)
        {
            context.Schedule(body, locals: LoopWords.Locals(items[(int)place], place));
        }
        else
        {
            context.Complete();
        }
    }
}

/// <summary>`ParallelForEach{items, body}`: all items at once, each with its own variables.</summary>
internal sealed class ParallelForEachActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.ParallelForEach";

    /// <inheritdoc/>
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("items", WorkflowType.List)];

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var items = context.Get("items", WorkflowType.List) as IReadOnlyList<object?> ?? [];
        if (items.Count == 0 || context.Node.Child(LoopWords.Body) is not { } body)
        {
            context.Complete();
            return;
        }

        context.Memory = new CountMemory(items.Count);
        for (var place = 0; place < items.Count; place++)
        {
            context.Schedule(
                body, place.ToString(CultureInfo.InvariantCulture), LoopWords.Locals(items[place], place));
        }
    }

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes) => Branches.Count(context);
}

/// <summary>What loops share.</summary>
internal static class LoopWords
{
    public const string Body = "body";

    private static readonly WorkflowType Any = WorkflowType.Any;

    /// <summary>The variables that scripts in the body find the round by.</summary>
    public static IReadOnlyList<LocalVariable> Locals(object? value, long? index) => index is { } place
        ?
        [
            new LocalVariable("CurrentValue", "CurrentValue", Any) { Value = value },
            new LocalVariable("CurrentIndex", "CurrentIndex", Any) { Value = place },
        ]
        : [new LocalVariable("CurrentValue", "CurrentValue", Any) { Value = value }];

    public static WorkflowFault NoBody(ActivityContext context) =>
        ActivityContext.Fault(WorkflowCodes.NeverEnds, context.Node.Definition.Id);
}
