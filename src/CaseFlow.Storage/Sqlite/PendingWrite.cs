using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// A piece of writing that waits for its turn in a transaction. Its answer is given only after the transaction is
/// durable.
/// </summary>
internal abstract class PendingWrite
{
    /// <summary>Whether its answer has been given.</summary>
    public abstract bool IsAnswered { get; }

    /// <summary>
    /// Does the work inside the group's transaction. A failure undoes this work alone and is kept for its caller; it
    /// is thrown on only where the whole transaction is gone.
    /// </summary>
    public void Run(SqliteSession session)
    {
        session.Prepare("SAVEPOINT one").Execute();
        try
        {
            Work(session);
        }
        catch (Exception fault) when (session.IsInTransaction)
        {
            Keep(fault);
            session.Prepare("ROLLBACK TO one").Execute();
        }

        session.Prepare("RELEASE one").Execute();
    }

    /// <summary>
    /// Does the work as its transaction's only one: a failure undoes the transaction, no savepoint is needed.
    /// </summary>
    public void RunAlone(SqliteSession session)
    {
        try
        {
            Work(session);
        }
        catch (Exception fault)
        {
            Keep(fault);
            session.RollBack();
        }
    }

    /// <summary>Answers the caller with the work's result, or with its own failure.</summary>
    public abstract void Answer(string path);

    /// <summary>Answers the caller with the failure of the transaction.</summary>
    public abstract void Fail(Exception fault);

    protected abstract void Work(SqliteSession session);

    protected abstract void Keep(Exception fault);
}

/// <inheritdoc/>
internal sealed class PendingWrite<T>(Func<SqliteSession, T> work) : PendingWrite
{
    private readonly TaskCompletionSource<T> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? failure;

    public Task<T> Task => answer.Task;

    public override bool IsAnswered => answer.Task.IsCompleted;

    public override void Answer(string path)
    {
        switch (failure)
        {
            case null:
                answer.SetResult(result!);
                break;
            case SqliteException fault:
                answer.SetException(SqliteFaults.Translate(fault, path));
                break;
            default:
                answer.SetException(failure);
                break;
        }
    }

    public override void Fail(Exception fault) => answer.SetException(fault);

    protected override void Work(SqliteSession session) => result = work(session);

    protected override void Keep(Exception fault) => failure = fault;
}
