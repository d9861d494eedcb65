using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Workflows.Storage;

/// <content>Human tasks.</content>
public sealed partial class InMemoryWorkflowStore : ITaskInbox
{
    private readonly Dictionary<string, TaskRow> _tasks = new(StringComparer.Ordinal);
    private readonly SortedSet<TaskPlace> _taskOrder = new(Comparer<TaskPlace>.Create(ByDay));

    /// <inheritdoc/>
    public ValueTask<TaskRow?> FindTaskAsync(string taskId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_tasks.TryGetValue(taskId, out var row) ? AsItStands(row) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TaskRow>> ListTasksAsync(TaskQuery query, CancellationToken cancellationToken)
    {
        RequirePage(query.Limit);
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<TaskRow>>(
            [
                .. _taskOrder
                    .Where(place => query.After is not { } after || ByDay(after, place) < 0)
                    .Select(place => AsItStands(_tasks[place.TaskId]))
                    .Where(row => Matches(row, query))
                    .Take(query.Limit),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> AssignTaskAsync(
        TaskRow seen, string? assignee, JournalRow told, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_tasks.TryGetValue(seen.Id, out var row) || row.Assignee != seen.Assignee)
            {
                return ValueTask.FromResult(false);
            }

            _tasks[row.Id] = row with { Assignee = assignee };
            _instances[row.InstanceId].Tell([told]);
            return ValueTask.FromResult(true);
        }
    }

    // A task that names no agency is of that of its case, wherever the case goes.
    private TaskRow AsItStands(TaskRow row) =>
        row.Agency is null && CaseId.TryParse(row.CaseId, out var id) ? row with { Agency = cases.AgencyOf(id) } : row;

    private void AddTask(TaskRow row)
    {
        _tasks.Add(row.Id, row);
        _taskOrder.Add(row.Place);
    }

    private void Complete(WaitingBookmark burnt)
    {
        if (_tasks.Count > 0
            && _tasks.Remove(TaskRow.IdOf(burnt.Row.InstanceId, burnt.Row.Number), out var done))
        {
            _taskOrder.Remove(done.Place);
        }
    }

    private static bool Matches(TaskRow row, TaskQuery query) =>
        (query.Role is null || row.Role == query.Role)
        && (query.Assignee is null || row.Assignee == query.Assignee)
        && (query.CaseId is null || row.CaseId == query.CaseId)
        && (query.Agency is null || row.Agency == query.Agency)
        && query.Scope?.Holds(row) != false;

    private static int ByDay(TaskPlace first, TaskPlace second)
    {
        var byDay = (first.DueOn ?? DateOnly.MaxValue).CompareTo(second.DueOn ?? DateOnly.MaxValue);
        return byDay != 0 ? byDay : string.CompareOrdinal(first.TaskId, second.TaskId);
    }
}
