using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

/// <summary>One provider's ports of workflows, opened empty, with the cases and the outbox beside them.</summary>
public sealed record WorkflowStoresUnderTest(
    IWorkflowStore Workflows, IWorkflowQueue Queue, ITaskInbox Inbox, ICaseStore Cases, IOutboxQueue Outbox)
{
    /// <summary>Leases that a test was given.</summary>
    public List<BookmarkLease> Held { get; } = [];
}

/// <summary>
/// What every provider of the ports of workflows must do. A provider joins with one subclass that opens its ports
/// empty; the facets are in `WorkflowContract.*.cs`.
/// </summary>
public abstract partial class WorkflowContract : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private WorkflowStoresUnderTest? stores;

    private IWorkflowStore Workflows => stores!.Workflows;

    private IWorkflowQueue Queue => stores!.Queue;

    private ITaskInbox Inbox => stores!.Inbox;

    public async ValueTask InitializeAsync() => stores = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the ports on a store that holds nothing.</summary>
    protected abstract ValueTask<WorkflowStoresUnderTest> OpenAsync();

    /// <summary>Closes them and removes what they left.</summary>
    protected abstract ValueTask CloseAsync();

    private static DateTimeOffset At(int minute) => Sample.Start.AddMinutes(minute);

    private async Task<InstanceCommitOutcome> CommitAsync(InstanceCommit commit) =>
        await Workflows.CommitAsync(commit, default);

    private async Task MustCommitAsync(InstanceCommit commit) =>
        (await CommitAsync(commit)).Should().Be(InstanceCommitOutcome.Committed);

    private async Task<InstanceRow?> FindAsync(string id) => await Workflows.FindAsync(id, default);

    private async Task<IReadOnlyList<BookmarkRow>> BookmarksAsync(string id) =>
        await Workflows.BookmarksOfAsync(id, default);

    private async Task<IReadOnlyList<JournalRow>> JournalAsync(string id) =>
        await Workflows.ReadJournalAsync(id, 0, int.MaxValue, default);

    private async Task<IReadOnlyList<BookmarkLease>> ClaimAsync(int minute, int limit = 10) =>
        await Queue.ClaimDueAsync(At(minute), Lease, limit, default);
}
