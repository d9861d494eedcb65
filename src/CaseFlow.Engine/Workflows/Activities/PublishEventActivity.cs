using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// `PublishEvent{eventName, correlationId, isLocalEvent, payload}`: tells an event to all instances that wait for it
/// and starts what it triggers; a local one only to its own instance.
/// </summary>
internal sealed class PublishEventActivity : Activity
{
    /// <inheritdoc/>
    public override string Type => "Elsa.PublishEvent";

    /// <inheritdoc/>
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [ActivityInput.Needed("eventName", WorkflowType.Text), new("isLocalEvent", WorkflowType.Boolean)];

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var name = context.Text("eventName") is { Length: > 0 } given
            ? given
            : throw ActivityContext.Fault(WorkflowCodes.InputMissing, "eventName");
        var correlation = context.Text("correlationId");
        context.Ask(BookmarkKinds.Publish, name, AskedPayload.Of(
            (AskedPayload.CorrelationId, string.IsNullOrWhiteSpace(correlation) ? null : correlation),
            (AskedPayload.IsLocal, context.Flag("isLocalEvent") ? true : null),
            (AskedPayload.Payload, context.Get("payload", WorkflowType.Any))));
    }
}
