using System.Globalization;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// `BulkDispatchWorkflows{items, workflowDefinitionId, defaultItemInputKey, correlationIdFunction, input,
/// waitForCompletion, childCompleted, childFaulted}`: starts an instance of another workflow for every item. While it
/// waits, it runs a port for each that ends.
/// </summary>
internal sealed class BulkDispatchActivity : Activity
{
    /// <summary>How many instances it may start at once: each is a bookmark of this one.</summary>
    public const int MostItems = 10_000;

    private const string Item = "Item";

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

        var waits = context.Flag("waitForCompletion", otherwise: true);
        var item = new LocalVariable(Item, Item, WorkflowType.Any);
        context.Declare(item);
        context.Memory = new CountMemory(items.Count);
        foreach (var one in items)
        {
            item.Value = one;
            Started.Ask(context, InputOf(context, one), context.Text("correlationIdFunction"), waits);
        }

        item.Value = null;
    }

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        var told = AskedPayload.Read(answer);
        var port = !AskedPayload.Read(bookmark.Payload).Says(AskedPayload.Waits) ? null
            : told.TextOf("WorkflowSubStatus") switch
            {
                nameof(WorkflowSubStatus.Faulted) => context.Node.Child("childFaulted"),
                nameof(WorkflowSubStatus.Finished) => context.Node.Child("childCompleted"),
                _ => null,
            };
        if (port is null)
        {
            CountDown(context, bookmark);
        }
        else
        {
            context.Schedule(port, locals:
            [
                new LocalVariable("ChildInstanceId", "ChildInstanceId", WorkflowType.Any)
                {
                    Value = told.GetValueOrDefault("WorkflowInstanceId"),
                },
            ]);
        }
    }

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes) => CountDown(context, null);

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
