using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <content>Work that others do.</content>
public sealed partial class WorkflowEngine
{
    /// <summary>
    /// Reports a task of `RunTask` as done. A repeat is <see cref="WorkflowCommandStatus.NotWaiting"/>.
    /// </summary>
    /// <param name="taskId">The id that the task was given out under.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<WorkflowResult> ReportTaskAsync(
        string taskId, object? result, CancellationToken cancellationToken)
    {
        var found = await _store.FindBookmarksAsync(
            BookmarkKinds.Task, taskId, null, null, 1, cancellationToken);
        return found is [var row]
            ? await ResumeAsync(row.InstanceId, row.Number, result, cancellationToken)
            : new WorkflowResult(WorkflowCommandStatus.NotWaiting, "", []);
    }

    /// <summary>
    /// Completes a human task with one of its outcomes. A repeat is <see cref="WorkflowCommandStatus.NotWaiting"/>.
    /// </summary>
    public async ValueTask<WorkflowResult> CompleteTaskAsync(
        CompleteTask complete, CancellationToken cancellationToken)
    {
        if (await RepeatOfAsync(complete, cancellationToken) is { } before)
        {
            return before;
        }

        if (await _inbox.FindTaskAsync(complete.TaskId, cancellationToken) is not { } task)
        {
            return new WorkflowResult(WorkflowCommandStatus.NotWaiting, "", []);
        }

        if (!task.Outcomes.Contains(complete.Outcome, StringComparer.Ordinal))
        {
            return WorkflowResult.Failed(
                WorkflowCommandStatus.Malformed, task.InstanceId, WorkflowCodes.NoSuchOutcome, "outcome",
                complete.Outcome, string.Join(", ", task.Outcomes));
        }

        if (task.Assignee is { } assignee && assignee != complete.By)
        {
            return WorkflowResult.Failed(
                WorkflowCommandStatus.Refused, task.InstanceId, WorkflowCodes.TaskOfAnother, "task", task.Id);
        }

        return complete.Key is { } key
            ? await ResumeAsync(task.InstanceId, task.Bookmark, AnswerOf(complete), key, cancellationToken)
            : await ResumeAsync(task.InstanceId, task.Bookmark, AnswerOf(complete), cancellationToken);
    }

    /// <summary>What was done before under the key of a completion; null: nothing, or there is no key.</summary>
    internal async ValueTask<WorkflowResult?> RepeatOfAsync(
        CompleteTask complete, CancellationToken cancellationToken)
    {
        if (complete.Key is not { } key || TaskRow.PlaceOf(complete.TaskId) is not var (instance, bookmark))
        {
            return null;
        }

        var beginning = RequestReceipts.Beginning(bookmark, key);
        return await RepeatOfAsync(
            instance, beginning, RequestReceipts.Of(beginning, AnswerOf(complete)), cancellationToken);
    }

    private static Dictionary<string, object?> AnswerOf(CompleteTask complete) => CasePayload.Of(
        (CasePayload.Outcome, complete.Outcome),
        (CasePayload.Result, complete.Result),
        (CasePayload.CompletedBy, complete.By));
}
