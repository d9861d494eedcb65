using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Inbox;

/// <summary>
/// The inbox of human tasks, for people: who holds a task's role in the task's agency may claim it, give it back, hand
/// it on and complete it; who leads the agency hands on what others have. To everybody else a task is not there. Every
/// change of hands is a line of the instance's journal. Never throws on a bad request. Safe to share between threads.
/// </summary>
/// <param name="inbox">The tasks.</param>
/// <param name="engine">Goes on with what is completed.</param>
/// <param name="packs">The register of agencies is that of the current pack: who holds an office is of today.</param>
/// <param name="time">The agency's days.</param>
/// <param name="clock">Tells the time.</param>
public sealed class TaskDesk(
    ITaskInbox inbox, WorkflowEngine engine, IPackCatalogue packs, AgencyTime time, TimeProvider clock)
{
    /// <summary>A task; null: there is none that the principal may see, or it is completed.</summary>
    public async ValueTask<TaskRow?> FindAsync(
        string taskId, Principal principal, CancellationToken cancellationToken)
    {
        var visit = await VisitAsync(principal, cancellationToken);
        return await inbox.FindTaskAsync(taskId, cancellationToken) is { } task && visit.Sees(task) ? task : null;
    }

    /// <summary>A page of the tasks that the principal may see, those due first at the top.</summary>
    public async ValueTask<IReadOnlyList<TaskRow>> ListAsync(
        TaskQuery query, Principal principal, CancellationToken cancellationToken)
    {
        var visit = await VisitAsync(principal, cancellationToken);
        return await inbox.ListTasksAsync(query with { Scope = visit.Scope() }, cancellationToken);
    }

    /// <summary>Takes a task that nobody has; one's own stays as it is.</summary>
    public ValueTask<WorkflowResult> ClaimAsync(
        string taskId, Principal principal, CancellationToken cancellationToken) =>
        ChangeAsync(taskId, principal, (visit, task) => visit.Claims(task), principal.Id, cancellationToken);

    /// <summary>
    /// Gives one's task back to all who hold its role; who leads the agency gives back anyone's.
    /// </summary>
    public ValueTask<WorkflowResult> ReleaseAsync(
        string taskId, Principal principal, CancellationToken cancellationToken) =>
        ChangeAsync(taskId, principal, (visit, task) => visit.PassesOn(task), null, cancellationToken);

    /// <summary>
    /// Hands a task to someone else who holds its role: one's own, or one that nobody has; who leads the agency hands
    /// on anyone's.
    /// </summary>
    public ValueTask<WorkflowResult> ReassignAsync(
        string taskId, Principal principal, string assignee, CancellationToken cancellationToken) =>
        ChangeAsync(
            taskId, principal, (visit, task) => visit.PassesOn(task) ?? visit.MayHave(task, assignee), assignee,
            cancellationToken);

    /// <summary>
    /// Completes a task with one of its outcomes. A task that nobody has is claimed first, so that the journal tells
    /// who did it. A repeat is <see cref="WorkflowCommandStatus.NotWaiting"/>; under a key it is accepted again.
    /// </summary>
    /// <param name="taskId">The task.</param>
    /// <param name="principal">Who did it.</param>
    /// <param name="outcome">One of the task's outcomes.</param>
    /// <param name="result">What came of it, as values by name; null: nothing. No personal data.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="key">The caller's key, unique among what he asks of the task; null: none.</param>
    public async ValueTask<WorkflowResult> CompleteAsync(
        string taskId,
        Principal principal,
        string outcome,
        object? result,
        CancellationToken cancellationToken,
        string? key = null)
    {
        var complete = new CompleteTask(taskId, outcome, principal.Id)
        {
            Result = result, Key = key is null ? null : new RequestKey(principal.Id, key),
        };
        if (await engine.RepeatOfAsync(complete, cancellationToken) is { } before)
        {
            return before;
        }

        var visit = await VisitAsync(principal, cancellationToken);
        if (await inbox.FindTaskAsync(taskId, cancellationToken) is { } task && visit.Sees(task)
            && !task.Outcomes.Contains(outcome, StringComparer.Ordinal))
        {
            return WorkflowResult.Failed(
                WorkflowCommandStatus.Malformed, task.InstanceId, WorkflowCodes.NoSuchOutcome, "outcome", outcome,
                string.Join(", ", task.Outcomes));
        }

        var claimed = await ClaimAsync(taskId, principal, cancellationToken);
        return claimed.Status == WorkflowCommandStatus.Accepted
            ? await engine.CompleteTaskAsync(complete, cancellationToken)
            : claimed;
    }

    private async ValueTask<TaskVisit> VisitAsync(Principal principal, CancellationToken cancellationToken)
    {
        var register = (await packs.CurrentAsync(cancellationToken)).Agencies;
        return new TaskVisit(principal, register, time.DayOf(clock.GetUtcNow()));
    }

    // Who else claims it meanwhile has it: the caller is told, and looks again.
    private async ValueTask<WorkflowResult> ChangeAsync(
        string taskId,
        Principal principal,
        Func<TaskVisit, TaskRow, WorkflowResult?> refuse,
        string? assignee,
        CancellationToken cancellationToken)
    {
        var visit = await VisitAsync(principal, cancellationToken);
        if (await inbox.FindTaskAsync(taskId, cancellationToken) is not { } task || !visit.Sees(task))
        {
            return new WorkflowResult(WorkflowCommandStatus.NotWaiting, "", []);
        }

        if (refuse(visit, task) is { } refused)
        {
            return refused;
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
