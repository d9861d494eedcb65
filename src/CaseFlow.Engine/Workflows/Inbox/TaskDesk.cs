using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Inbox;

/// <summary>
/// The inbox of human tasks, for people: who holds a task's role may claim it, give it back, hand it on and complete
/// it. Every change of hands is a line of the instance's journal. Never throws on a bad request. Safe to share between
/// threads.
/// </summary>
public sealed class TaskDesk(ITaskInbox inbox, WorkflowEngine engine, TimeProvider clock)
{
    /// <summary>A task; null: there is none, or it is completed.</summary>
    public ValueTask<TaskRow?> FindAsync(string taskId, CancellationToken cancellationToken) =>
        inbox.FindTaskAsync(taskId, cancellationToken);

    /// <summary>A page of tasks, those due first at the top.</summary>
    public ValueTask<IReadOnlyList<TaskRow>> ListAsync(TaskQuery query, CancellationToken cancellationToken) =>
        inbox.ListTasksAsync(query, cancellationToken);

    /// <summary>Takes a task that nobody has; one's own stays as it is.</summary>
    public ValueTask<WorkflowResult> ClaimAsync(
        string taskId, Principal principal, CancellationToken cancellationToken) =>
        ChangeAsync(taskId, principal, task => task.Assignee is null || task.Assignee == principal.Id
            ? (principal.Id, null)
            : (null, WorkflowCodes.TaskOfAnother), cancellationToken);

    /// <summary>
    /// Gives one's task back to all who hold its role; whoever may do everything gives back anyone's.
    /// </summary>
    public ValueTask<WorkflowResult> ReleaseAsync(
        string taskId, Principal principal, CancellationToken cancellationToken) =>
        ChangeAsync(taskId, principal, task => MayPassOn(task, principal)
            ? (null, null)
            : (null, WorkflowCodes.TaskOfAnother), cancellationToken);

    /// <summary>Hands a task to someone else: one's own, or one that nobody has.</summary>
    public ValueTask<WorkflowResult> ReassignAsync(
        string taskId, Principal principal, string assignee, CancellationToken cancellationToken) =>
        ChangeAsync(taskId, principal, task => string.IsNullOrWhiteSpace(assignee)
            ? (null, WorkflowCodes.InputMissing)
            : MayPassOn(task, principal) ? (assignee, null) : (null, WorkflowCodes.TaskOfAnother), cancellationToken);

    /// <summary>
    /// Completes a task with one of its outcomes. A task that nobody has is claimed first, so that the journal tells
    /// who did it. A repeat is <see cref="WorkflowCommandStatus.NotWaiting"/>.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="principal">Who did it.</param>
    /// <param name="outcome">One of the task's outcomes.</param>
    /// <param name="result">What came of it, as values by name; null: nothing. No personal data.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async ValueTask<WorkflowResult> CompleteAsync(
        string taskId, Principal principal, string outcome, object? result, CancellationToken cancellationToken)
    {
        if (await inbox.FindTaskAsync(taskId, cancellationToken) is { } task && !task.Outcomes.Contains(outcome))
        {
            return WorkflowResult.Failed(
                WorkflowCommandStatus.Malformed, task.InstanceId, WorkflowCodes.NoSuchOutcome, "outcome", outcome,
                string.Join(", ", task.Outcomes));
        }

        var claimed = await ClaimAsync(taskId, principal, cancellationToken);
        return claimed.Status == WorkflowCommandStatus.Accepted
            ? await engine.CompleteTaskAsync(
                new CompleteTask(taskId, outcome, principal.Id) { Result = result }, cancellationToken)
            : claimed;
    }

    private static bool MayPassOn(TaskRow task, Principal principal) =>
        principal.AllRoles || task.Assignee is null || task.Assignee == principal.Id;

    // Who else claims it meanwhile has it: the caller is told, and looks again.
    private async ValueTask<WorkflowResult> ChangeAsync(
        string taskId,
        Principal principal,
        Func<TaskRow, (string? Assignee, string? Problem)> decide,
        CancellationToken cancellationToken)
    {
        if (await inbox.FindTaskAsync(taskId, cancellationToken) is not { } task)
        {
            return new WorkflowResult(WorkflowCommandStatus.NotWaiting, "", []);
        }

        if (!principal.HasAny([task.Role]))
        {
            return WorkflowResult.Failed(
                WorkflowCommandStatus.Refused, task.InstanceId, WorkflowCodes.RoleNeeded, "task", task.Role);
        }

        var (assignee, problem) = decide(task);
        if (problem is not null)
        {
            return WorkflowResult.Failed(
                WorkflowCommandStatus.Refused, task.InstanceId, problem, "task", task.Id);
        }

        return assignee == task.Assignee || await AssignAsync(task, principal, assignee, cancellationToken)
            ? new WorkflowResult(WorkflowCommandStatus.Accepted, task.InstanceId, [])
            : WorkflowResult.Failed(
                WorkflowCommandStatus.LostRace, task.InstanceId, WorkflowCodes.TaskOfAnother, "task", task.Id);
    }

    private ValueTask<bool> AssignAsync(
        TaskRow task, Principal principal, string? assignee, CancellationToken cancellationToken)
    {
        var told = new JournalRow(
            clock.GetUtcNow(), "", JournalEvent.Assigned, $"{task.Id}: {principal.Id} to {assignee ?? task.Role}");
        return inbox.AssignTaskAsync(task, assignee, told, cancellationToken);
    }
}
