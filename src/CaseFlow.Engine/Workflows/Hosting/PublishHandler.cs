using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// Tells an event that an instance publishes, under the key of its bookmark: who has heard of it does not hear of it
/// again.
/// </summary>
internal sealed class PublishHandler(WorkflowEngine engine) : IWorkHandler
{
    public string Kind => BookmarkKinds.Publish;

    public async ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        var asked = AskedPayload.Read(request.Payload);
        var message = new DeliverEvent(request.EffectKey, request.Key)
        {
            CorrelationId = asked.TextOf(AskedPayload.CorrelationId),
            InstanceId = asked.Says(AskedPayload.IsLocal) ? request.InstanceId : null,
            Payload = asked.GetValueOrDefault(AskedPayload.Payload),
        };
        var told = await engine.DeliverAsync(message, cancellationToken);

        // One that cannot go on at all has its own incident; who publishes does not wait for it to be mended.
        var raced = told.Problems.Where(problem => problem.Code == WorkflowCodes.LostRace).ToList();
        return raced.Count == 0
            ? new WorkAnswer.Done(null)
            : new WorkAnswer.Failed(WorkflowCodes.NotTold, [request.Key, WorkflowCodes.LostRace]);
    }
}
