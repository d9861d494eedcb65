using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>Tells the instance that waits for another's end, with how it ended and what it answers.</summary>
internal sealed class EndedHandler(WorkflowEngine engine) : IWorkHandler
{
    public string Kind => BookmarkKinds.Ended;

    public async ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        var (loaded, problem) = await engine.LoadAsync(request.InstanceId, cancellationToken);
        if (loaded is null)
        {
            return new WorkAnswer.Failed(problem!.Problems[0].Code, problem.Problems[0].Arguments);
        }

        if (loaded.State.Parent is not { } parent)
        {
            return new WorkAnswer.Done(null);
        }

        var answer = AnswerOf(loaded.State);
        var told = await engine.ResumeAsync(parent.InstanceId, parent.Bookmark, answer, cancellationToken);
        return told.Status is WorkflowCommandStatus.LostRace or WorkflowCommandStatus.Refused
            ? new WorkAnswer.Failed(told.Problems[0].Code, told.Problems[0].Arguments)
            : new WorkAnswer.Done(null);
    }

    /// <summary>How an instance stands, as the one that started it reads it.</summary>
    public static Dictionary<string, object?> AnswerOf(WorkflowState state) => new(StringComparer.Ordinal)
    {
        ["WorkflowInstanceId"] = state.InstanceId,
        ["WorkflowStatus"] = state.Status.ToString(),
        ["WorkflowSubStatus"] = state.SubStatus.ToString(),
        ["WorkflowOutput"] = state.Output,
    };
}
