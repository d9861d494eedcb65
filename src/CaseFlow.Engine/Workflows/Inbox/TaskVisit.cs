using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Inbox;

/// <summary>What somebody who comes to the inbox on a day may see and do there.</summary>
internal sealed class TaskVisit(Principal principal, AgencyRegister register, DateOnly day)
{
    private readonly Authority _authority = new(principal, register, day);

    /// <summary>Whether the task is there for him: he holds its role in its agency, or leads the agency.</summary>
    public bool Sees(TaskRow task) => _authority.Holds(task.Role, task.Agency) || _authority.Heads(task.Agency);

    /// <summary>The same of a list; null: all of it.</summary>
    public TaskScope? Scope() => principal.AllRoles
        ? null
        : new TaskScope(
            principal.Roles, [.. _authority.Posts()], [.. _authority.Headed()], _authority.IsByRoleAlone);

    /// <summary>Why he may not take it; null: he may.</summary>
    public WorkflowResult? Claims(TaskRow task) =>
        !_authority.Holds(task.Role, task.Agency) ? Refused(task, WorkflowCodes.RoleNeeded, task.Role)
        : task.Assignee is null || task.Assignee == principal.Id ? null
        : Refused(task, WorkflowCodes.TaskOfAnother, task.Id);

    /// <summary>Why he may not take it from who has it; null: he may.</summary>
    public WorkflowResult? PassesOn(TaskRow task) => _authority.Heads(task.Agency) ? null : Claims(task);

    /// <summary>
    /// Why an officer cannot have it; null: he can. Where no register tells, it is asked when he claims or completes
    /// it.
    /// </summary>
    public WorkflowResult? MayHave(TaskRow task, string officer)
    {
        if (string.IsNullOrWhiteSpace(officer))
        {
            return Refused(task, WorkflowCodes.InputMissing, "to");
        }

        var agencies = task.Agency is { } one ? [one] : register.Agencies.Select(agency => agency.Id);
        return register.IsEmpty || agencies.Any(agency => register.Holds(officer, task.Role, agency, day))
            ? null
            : Refused(task, WorkflowCodes.AssigneeNotInRole, officer, task.Role, task.Agency ?? "");
    }

    private static WorkflowResult Refused(TaskRow task, string code, params string[] arguments) =>
        WorkflowResult.Failed(WorkflowCommandStatus.Refused, task.InstanceId, code, "task", arguments);
}
