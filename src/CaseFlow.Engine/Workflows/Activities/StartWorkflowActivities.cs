using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// `ExecuteWorkflow{workflowDefinitionId, correlationId, input, waitForCompletion} → result`: starts an instance of
/// another workflow, which runs until it ends or waits; then, or where that is asked for when it has ended, it goes on.
/// </summary>
internal sealed class ExecuteWorkflowActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.ExecuteWorkflow";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => Started.Ask(context);

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        context.Set("result", Started.Result(answer));
        context.Complete();
    }
}

/// <summary>
/// `DispatchWorkflow{workflowDefinitionId, correlationId, input, waitForCompletion} → result`: starts an instance of
/// another workflow; only where it waits for its end has it a result.
/// </summary>
internal sealed class DispatchWorkflowActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.DispatchWorkflow";

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => Started.Ask(context);

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        if (AskedPayload.Read(bookmark.Payload).Says(AskedPayload.Waits))
        {
            context.Set("result", answer);
        }

        context.Complete();
    }
}

/// <summary>What starting other workflows shares.</summary>
internal static class Started
{
    /// <summary>The input by which a started instance knows who started it.</summary>
    public const string ParentInstanceId = "ParentInstanceId";

    private const string Definition = "workflowDefinitionId";

    /// <summary>Asks for one instance.</summary>
    public static void Ask(ActivityContext context) => Ask(
        context, DefinitionOf(context), BaseInput(context), context.Text(AskedPayload.CorrelationId),
        context.Flag("waitForCompletion"));

    /// <summary>Asks for one instance.</summary>
    public static void Ask(
        ActivityContext context,
        string definition,
        IReadOnlyDictionary<string, object?> input,
        string? correlationId,
        bool waits) =>
        context.Ask(BookmarkKinds.Workflow, definition, AskedPayload.Of(
            (AskedPayload.Input, input),
            (AskedPayload.CorrelationId, string.IsNullOrWhiteSpace(correlationId) ? null : correlationId),
            (AskedPayload.Waits, waits ? true : null)));

    /// <summary>What every instance is given.</summary>
    public static Dictionary<string, object?> BaseInput(ActivityContext context)
    {
        var given = context.Get(AskedPayload.Input, WorkflowType.Map) as IReadOnlyDictionary<string, object?>;
        return new Dictionary<string, object?>(given ?? AskedPayload.Of([]), StringComparer.Ordinal)
        {
            [ParentInstanceId] = context.Burst.State.InstanceId,
        };
    }

    /// <summary>
    /// How an instance stands, in the words of those who wait for its end and, beside them, of those who do not.
    /// </summary>
    public static object? Result(object? answer) => answer is IReadOnlyDictionary<string, object?> told
        ? new Dictionary<string, object?>(told, StringComparer.Ordinal)
        {
            ["Status"] = told.GetValueOrDefault("WorkflowStatus"),
            ["SubStatus"] = told.GetValueOrDefault("WorkflowSubStatus"),
            ["Output"] = told.GetValueOrDefault("WorkflowOutput"),
        }
        : answer;

    /// <summary>The definition that is asked for.</summary>
    public static string DefinitionOf(ActivityContext context) =>
        // A bare id looks like the reference of a workflow that is used as an activity, and was read as one.
        (context.Text(Definition) ?? context.Node.Definition.Workflow?.DefinitionId) is { Length: > 0 } id
            ? id
            : throw ActivityContext.Fault(WorkflowCodes.InputMissing, Definition);
}
