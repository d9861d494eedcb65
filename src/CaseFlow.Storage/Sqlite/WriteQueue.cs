using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// The one writer of a database. Whoever comes while nobody writes leads: it runs all that waits as one transaction,
/// with a savepoint for each, so that they share one fsync. A lone caller writes on its own thread and waits for
/// nobody.
/// </summary>
internal sealed class WriteQueue(SqliteSession session, string path) : IDisposable
{
    /// <summary>Bounds how long the first of a group waits for the last.</summary>
    private const int LargestGroup = 128;

    private readonly object gate = new();
    private readonly Queue<PendingWrite> waiting = new();
    private bool isLed;
    private bool isClosed;

    /// <summary>
    /// Runs <paramref name="work"/> in a durable transaction. Cancelled only before it is queued: afterwards the
    /// answer counts.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var write = new PendingWrite<T>(work);
        if (Enqueue(write))
        {
            LeadUntilAnswered(write);
        }

        return write.Task;
    }

    /// <summary>Refuses what comes from now on, waits for the group under way and closes the connection.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            while (isLed)
            {
                Monitor.Wait(gate);
            }
        }

        session.Dispose();
    }

    private bool Enqueue(PendingWrite write)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            waiting.Enqueue(write);
            var leads = !isLed;
            isLed = true;
            return leads;
        }
    }

    private void LeadUntilAnswered(PendingWrite own)
    {
        while (!own.IsAnswered)
        {
            RunGroup(TakeGroup());
        }

        if (!StepDown())
        {
            // Others came meanwhile; the caller has its answer and need not work for them.
            ThreadPool.UnsafeQueueUserWorkItem(static queue => queue.LeadUntilEmpty(), this, preferLocal: false);
        }
    }

    private void LeadUntilEmpty()
    {
        do
        {
            RunGroup(TakeGroup());
        }
        while (!StepDown());
    }

    private bool StepDown()
    {
        lock (gate)
        {
            isLed = waiting.Count > 0;
            Monitor.PulseAll(gate);
            return !isLed;
        }
    }

    private List<PendingWrite> TakeGroup()
    {
        lock (gate)
        {
            var group = new List<PendingWrite>(Math.Min(waiting.Count, LargestGroup));
            while (group.Count < LargestGroup && waiting.TryDequeue(out var write))
            {
                group.Add(write);
            }

            return group;
        }
    }

    private void RunGroup(List<PendingWrite> group)
    {
        try
        {
            Transact(group);
        }
        catch (Exception fault)
        {
            // Whatever it was, every caller of the group must hear of it, and the queue must go on.
            var answer = fault is SqliteException refused ? SqliteFaults.Translate(refused, path) : fault;
            group.ForEach(write => write.Fail(answer));
            return;
        }

        group.ForEach(write => write.Answer(path));
    }

    private void Transact(List<PendingWrite> group)
    {
        // INVARIANT: a group starts outside any transaction, also after one whose ROLLBACK itself failed.
        session.RollBack();
        session.Begin();
        try
        {
            RunAll(group);
            if (session.IsInTransaction)
            {
                session.Commit();
            }
        }
        finally
        {
            session.RollBack();
        }
    }

    private void RunAll(List<PendingWrite> group)
    {
        if (group is [var alone])
        {
            alone.RunAlone(session);
        }
        else
        {
            group.ForEach(write => write.Run(session));
        }
    }
}
