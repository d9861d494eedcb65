using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// Starts the instance that another asks for. Its id is derived from the key of the bookmark, so that it begins once.
/// Where the other waits for its end, that end resumes it.
/// </summary>
internal sealed class StartHandler(WorkflowEngine engine, bool faultsAreFinal) : IWorkHandler
{
    public string Kind => BookmarkKinds.Workflow;

    public async ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        var asked = AskedPayload.Read(request.Payload);
        var waits = asked.Says(AskedPayload.Waits);
        var start = new StartWorkflow(request.EffectKey, request.Key)
        {
            Input = asked.MapOf(AskedPayload.Input),
            CorrelationId = asked.TextOf(AskedPayload.CorrelationId),
            Parent = waits ? new ParentLink(request.InstanceId, request.Bookmark) : null,
        };
        var result = await engine.StartAsync(start, cancellationToken);
        if (result.Status != WorkflowCommandStatus.Accepted)
        {
            var codes = string.Join(", ", result.Problems.Select(problem => problem.Code));
            return result.Status == WorkflowCommandStatus.LostRace
                ? new WorkAnswer.Failed(WorkflowCodes.NotStarted, [request.Key, codes])
                : new WorkAnswer.Refused(WorkflowCodes.NotStarted, [request.Key, codes]);
        }

        if (waits && !result.Repeated)
        {
            return new WorkAnswer.NotYet(null);
        }

        // A retry of the waiting may come when the end was told already, and could not be taken.
        var (loaded, _) = await engine.LoadAsync(result.InstanceId, cancellationToken);
        return waits && (loaded is null || !EndedHandler.HasEnded(loaded.State, faultsAreFinal))
            ? new WorkAnswer.NotYet(null)
            : new WorkAnswer.Done(loaded is null ? null : EndedHandler.AnswerOf(loaded.State));
    }
}
