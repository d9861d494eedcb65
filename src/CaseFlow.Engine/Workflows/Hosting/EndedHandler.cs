using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// Tells the instance that waits for another's end, with how it ended and what it answers. One that incidents ended has
/// not come to its end while they can be mended: the other hears of that, where it has something to do then, and waits
/// on.
/// </summary>
internal sealed class EndedHandler(WorkflowEngine engine, bool faultsAreFinal) : IWorkHandler
{
    public string Kind => BookmarkKinds.Ended;

    public async ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        var (loaded, problem) = await engine.LoadAsync(request.InstanceId, cancellationToken);
        if (loaded is null)
        {
            return new WorkAnswer.Failed(problem!.Problems[0].Code, problem.Problems[0].Arguments);
        }

        // What was mended since goes on; its end is told when it comes.
        var state = loaded.State;
        if (state is not { Parent: { } parent, Status: WorkflowStatus.Finished })
        {
            return new WorkAnswer.Done(null);
        }

        var told = HasEnded(state, faultsAreFinal)
            ? await engine.ResumeAsync(parent.InstanceId, parent.Bookmark, AnswerOf(state), cancellationToken)
            : await engine.TellFaultAsync(parent, state, cancellationToken);
        return told.Status is WorkflowCommandStatus.LostRace or WorkflowCommandStatus.Refused
            ? new WorkAnswer.Failed(told.Problems[0].Code, told.Problems[0].Arguments)
            : new WorkAnswer.Done(null);
    }

    /// <summary>Whether an instance has come to its end.</summary>
    public static bool HasEnded(WorkflowState state, bool faultsAreFinal) =>
        state.Status == WorkflowStatus.Finished
        && (faultsAreFinal || state.SubStatus != WorkflowSubStatus.Faulted);

    /// <summary>How an instance stands, as the one that started it reads it.</summary>
    public static Dictionary<string, object?> AnswerOf(WorkflowState state) => new(StringComparer.Ordinal)
    {
        ["WorkflowInstanceId"] = state.InstanceId,
        ["WorkflowStatus"] = state.Status.ToString(),
        ["WorkflowSubStatus"] = state.SubStatus.ToString(),
        ["WorkflowOutput"] = state.Output,
    };
}
