using System.Globalization;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// `BulkDispatchWorkflows{items, workflowDefinitionId, defaultItemInputKey, correlationIdFunction, input,
/// waitForCompletion, childCompleted, childFaulted}`: starts an instance of another workflow for every item. While it
/// waits, it runs a port for each that ends, and one for each that incidents stop.
/// </summary>
internal sealed class BulkDispatchActivity : Activity
{
    /// <summary>How many instances it may start at once: each is a bookmark of this one.</summary>
    public const int MostItems = 10_000;

    private const string Item = "Item";

    private const string ChildFaulted = "childFaulted";

    // The newest name, the older one, and what every activity ends with.
    private static readonly IReadOnlyList<string> AllEnded = ["Completed", "Finished", "Done"];

    /// <inheritdoc/>
    public override string Type => "Elsa.BulkDispatchWorkflows";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var items = context.Get("items", WorkflowType.List) as IReadOnlyList<object?> ?? [];
        if (items.Count == 0)
        {
            context.Complete();
            return;
        }

        if (items.Count > MostItems)
        {
            throw ActivityContext.Fault(WorkflowCodes.TooManyItems, Number(items.Count), Number(MostItems));
        }

        // What may fail comes first: a retry must not ask for some of them twice.
        var waits = context.Flag("waitForCompletion", otherwise: true);
        var definition = Started.DefinitionOf(context);
        var starts = StartsOf(context, items);
        context.Memory = new CountMemory(items.Count);
        starts.ForEach(start => Started.Ask(context, definition, start.Input, start.CorrelationId, waits));
    }

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        var told = AskedPayload.Read(answer);
        var port = !AskedPayload.Read(bookmark.Payload).Says(AskedPayload.Waits) ? null
            : told.TextOf("WorkflowSubStatus") switch
            {
                nameof(WorkflowSubStatus.Faulted) => context.Node.Child(ChildFaulted),
                nameof(WorkflowSubStatus.Finished) => context.Node.Child("childCompleted"),
                _ => null,
            };
        if (port is null)
        {
            CountDown(context, bookmark);
        }
        else
        {
            Run(context, port, told);
        }
    }

    /// <inheritdoc/>
    public override bool HearsOfFaults(ActivityContext context) => context.Node.Child(ChildFaulted) is not null;

    /// <inheritdoc/>
    public override void Told(ActivityContext context, object? answer)
    {
        // The port is one more thing that it waits for; the instance itself has not ended.
        context.Memory = new CountMemory(((CountMemory)context.Memory!).Value + 1);
        Run(context, context.Node.Child(ChildFaulted)!, AskedPayload.Read(answer));
    }

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes) => CountDown(context, null);

    private static List<(Dictionary<string, object?> Input, string? CorrelationId)> StartsOf(
        ActivityContext context, IReadOnlyList<object?> items)
    {
        var item = context.Locals.FirstOrDefault(local => local.Id == Item);
        if (item is null)
        {
            item = new LocalVariable(Item, Item, WorkflowType.Any);
            context.Declare(item);
        }

        var starts = new List<(Dictionary<string, object?>, string?)>(items.Count);
        foreach (var one in items)
        {
            item.Value = one;
            starts.Add((InputOf(context, one), context.Text("correlationIdFunction")));
        }

        item.Value = null;
        return starts;
    }

    private static void Run(ActivityContext context, ProgramNode port, IReadOnlyDictionary<string, object?> told) =>
        context.Schedule(port, locals:
        [
            new LocalVariable("ChildInstanceId", "ChildInstanceId", WorkflowType.Any)
            {
                Value = told.GetValueOrDefault("WorkflowInstanceId"),
            },
        ]);

    private static void CountDown(ActivityContext context, Bookmark? dispatched)
    {
        var open = ((CountMemory)context.Memory!).Value - 1;
        context.Memory = new CountMemory(open);
        if (open == 0)
        {
            var waited = dispatched is null || AskedPayload.Read(dispatched.Payload).Says(AskedPayload.Waits);
            context.Complete(waited ? AllEnded : Outcomes.Done);
        }
    }

    private static Dictionary<string, object?> InputOf(ActivityContext context, object? item)
    {
        var input = Started.BaseInput(context);
        if (item is IReadOnlyDictionary<string, object?> several)
        {
            foreach (var (name, value) in several)
            {
                input[name] = value;
            }
        }
        else
        {
            input[context.Text("defaultItemInputKey") ?? Item] = item;
        }

        return input;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
