using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>Turns to one claimed bookmark: time resumes it, or work is done for it.</summary>
internal sealed class DueWork(
    WorkflowEngine engine,
    IWorkflowQueue queue,
    IEnumerable<IWorkHandler> handlers,
    TimeProvider clock,
    WorkflowSweepOptions options)
{
    // Of two of one kind the first holds: what a host registers before comes before what is there for it.
    private readonly Dictionary<string, IWorkHandler> _handlers = handlers
        .Concat(
        [
            new EndedHandler(engine, options.FaultsAreFinal), new PublishHandler(engine),
            new StartHandler(engine, options.FaultsAreFinal),
        ])
        .DistinctBy(handler => handler.Kind, StringComparer.Ordinal)
        .ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    /// <summary>True where an instance went on by it. Never throws but for cancellation.</summary>
    public async ValueTask<bool> TurnToAsync(
        BookmarkLease lease, Action<FailedWork>? failed, CancellationToken cancellationToken)
    {
        var instance = lease.Bookmark.InstanceId;
        try
        {
            var result = lease.Bookmark.Kind == BookmarkKinds.Time
                ? await engine.ResumeAsync(instance, lease.Bookmark.Number, null, cancellationToken)
                : await WorkAsync(lease, failed, cancellationToken);
            if (result is null or { Status: WorkflowCommandStatus.Accepted })
            {
                return result is not null;
            }

            // What nothing waits for any more needs no looking at; what cannot be had is looked at again later.
            var isVoid = result.Status == WorkflowCommandStatus.NotWaiting;
            if (!isVoid)
            {
                failed?.Invoke(new FailedWork(instance, result.Problems[0].Code, null));
            }

            await queue.PostponeAsync(lease, isVoid ? null : Later(lease), !isVoid, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            failed?.Invoke(new FailedWork(instance, null, fault));
            await PutOffAsync(lease, failed, cancellationToken);
        }

        return false;
    }

    // Null: it was put off.
    private async ValueTask<WorkflowResult?> WorkAsync(
        BookmarkLease lease, Action<FailedWork>? failed, CancellationToken cancellationToken)
    {
        var row = lease.Bookmark;
        var (loaded, problem) = await engine.LoadAsync(row.InstanceId, cancellationToken);
        if (loaded is null)
        {
            return problem;
        }

        var bookmark = loaded.State.Bookmarks.FirstOrDefault(open => open.Number == row.Number);
        if (bookmark is null && row.Kind != BookmarkKinds.Ended)
        {
            return new WorkflowResult(WorkflowCommandStatus.NotWaiting, row.InstanceId, []);
        }

        var request = new WorkRequest(
            row.InstanceId, row.Number, row.Key, row.CorrelationId, bookmark?.Payload, lease.Attempt);
        switch (await AnswerAsync(row.Kind, request, failed, cancellationToken))
        {
            case WorkAnswer.Done when row.Kind == BookmarkKinds.Ended:
                return await engine.BurnAsync(row, cancellationToken);
            case WorkAnswer.Done done:
                return await engine.ResumeAsync(
                    row.InstanceId, row.Number, done.Value, done.Outbox, cancellationToken);
            case WorkAnswer.NotYet notYet:
                await queue.PostponeAsync(lease, notYet.Until, failed: false, cancellationToken);
                return null;
            case WorkAnswer.Failed again when lease.Attempt < options.AttemptsAtMost:
                failed?.Invoke(new FailedWork(row.InstanceId, again.Code, null));
                await queue.PostponeAsync(lease, Later(lease), failed: true, cancellationToken);
                return null;
            case WorkAnswer.Failed last:
                return await engine.GiveUpAsync(
                    row.InstanceId, row.Number, last.Code, last.Arguments, cancellationToken);
            case WorkAnswer.Refused refused:
                return await engine.GiveUpAsync(
                    row.InstanceId, row.Number, refused.Code, refused.Arguments, cancellationToken);
            default:
                throw new InvalidOperationException("An answer that this program does not know.");
        }
    }

    private async ValueTask<WorkAnswer> AnswerAsync(
        string kind, WorkRequest request, Action<FailedWork>? failed, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(kind, out var handler))
        {
            return new WorkAnswer.Refused(WorkflowCodes.NoHandler, [kind]);
        }

        try
        {
            return await handler.DoAsync(request, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            failed?.Invoke(new FailedWork(request.InstanceId, null, fault));
            return new WorkAnswer.Failed(WorkflowCodes.WorkThrew, [fault.GetType().Name]);
        }
    }

    // Where even this cannot be written the lease runs out by itself, and it comes again.
    private async ValueTask PutOffAsync(
        BookmarkLease lease, Action<FailedWork>? failed, CancellationToken cancellationToken)
    {
        try
        {
            await queue.PostponeAsync(lease, Later(lease), failed: true, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            failed?.Invoke(new FailedWork(lease.Bookmark.InstanceId, null, fault));
        }
    }

    private DateTimeOffset Later(BookmarkLease lease)
    {
        var wait = options.FirstBackoff;
        for (var attempt = 1; attempt < lease.Attempt && wait < options.LongestBackoff; attempt++)
        {
            wait *= 2;
        }

        return clock.GetUtcNow() + (wait < options.LongestBackoff ? wait : options.LongestBackoff);
    }
}
