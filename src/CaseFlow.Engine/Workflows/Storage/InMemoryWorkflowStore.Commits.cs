namespace CaseFlow.Engine.Workflows.Storage;

/// <content>Commits of instances.</content>
public sealed partial class InMemoryWorkflowStore
{
    /// <inheritdoc/>
    public ValueTask<InstanceCommitOutcome> CommitAsync(InstanceCommit commit, CancellationToken cancellationToken)
    {
        commit.RequireSound();
        lock (_gate)
        {
            var stored = _instances.GetValueOrDefault(commit.Instance.Id);
            if (stored?.Knows(commit.Key) == true)
            {
                return ValueTask.FromResult(InstanceCommitOutcome.KeyExists);
            }

            if ((stored?.Row.Version ?? 0) != commit.ExpectedVersion)
            {
                return ValueTask.FromResult(InstanceCommitOutcome.VersionConflict);
            }

            // Everything that can be refused is refused before anything is written.
            RequireBookmarks(commit, stored);
            cases.Enqueue(commit.Outbox);
            Write(commit, stored ?? Begin(commit.Instance));
            return ValueTask.FromResult(InstanceCommitOutcome.Committed);
        }
    }

    private StoredInstance Begin(InstanceRow row)
    {
        var instance = new StoredInstance(_inOrder.Count, row);
        _instances.Add(row.Id, instance);
        _inOrder.Add(instance);
        return instance;
    }

    private void Write(InstanceCommit commit, StoredInstance instance)
    {
        instance.Row = commit.Instance;
        instance.Remember(commit.Key);
        foreach (var number in commit.Burnt)
        {
            var burnt = instance.FindBookmark(number)!;
            instance.Remove(burnt);
            _waiting.Remove(burnt);
            Complete(burnt);
        }

        foreach (var row in commit.Waiting)
        {
            Wait(instance, row);
        }

        instance.Tell(commit.Journal);
        foreach (var incident in commit.Incidents)
        {
            instance.Put(incident);
        }

        foreach (var task in commit.Tasks)
        {
            AddTask(task);
        }
    }

    private void Wait(StoredInstance instance, BookmarkRow row)
    {
        if (instance.FindBookmark(row.Number) is not { } waiting)
        {
            _waiting.Add(instance.Add(row));
            return;
        }

        waiting.Row = waiting.Row with { DueAt = row.DueAt };
        waiting.Fence = 0;
        waiting.Attempts = 0;
        _waiting.Move(waiting, row.DueAt);
    }

    private void RequireBookmarks(InstanceCommit commit, StoredInstance? stored)
    {
        if (commit.Burnt.Count + commit.Waiting.Count + commit.Tasks.Count == 0)
        {
            return;
        }

        var burnt = commit.Burnt.ToHashSet();
        var waiting = commit.Waiting.Select(row => row.Number).ToHashSet();
        var last = stored?.LastBookmark ?? 0;
        bool IsOpen(int number) => stored?.FindBookmark(number) is not null && !burnt.Contains(number);

        if (burnt.Count != commit.Burnt.Count || burnt.Any(number => stored?.FindBookmark(number) is null))
        {
            throw new InvalidOperationException("A bookmark burns once.");
        }

        if (waiting.Count != commit.Waiting.Count || !waiting.All(number => number > last || IsOpen(number)))
        {
            throw new InvalidOperationException("The number of a burnt bookmark never comes back.");
        }

        if (commit.Tasks.Count > 1 && commit.Tasks.DistinctBy(task => task.Id).Count() != commit.Tasks.Count
            || !commit.Tasks.All(task => !_tasks.ContainsKey(task.Id)
                && (waiting.Contains(task.Bookmark) || IsOpen(task.Bookmark))))
        {
            throw new InvalidOperationException("A task is of a bookmark that waits, and of one alone.");
        }
    }
}
