using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

/// <summary>
/// What every provider of the storage ports must do. A provider joins with one subclass that opens its ports empty;
/// the facets are in `StoreContract.*.cs`.
/// </summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private StoresUnderTest? stores;

    protected ManualClock Clock { get; } = new(Sample.Start);

    private ICaseStore Cases => stores!.Cases;

    public async ValueTask InitializeAsync() => stores = await OpenAsync(Clock);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the ports on a store that holds nothing.</summary>
    protected abstract ValueTask<StoresUnderTest> OpenAsync(TimeProvider clock);

    /// <summary>Closes them and removes what they left.</summary>
    protected abstract ValueTask CloseAsync();

    private async Task<CommitOutcome> CommitAsync(CaseCommit commit) => await Cases.CommitAsync(commit, default);

    private async Task MustCommitAsync(CaseCommit commit) =>
        (await CommitAsync(commit)).Should().Be(CommitOutcome.Committed);

    private async Task<StoredCase?> FindAsync(CaseId id) => await Cases.FindAsync(id, default);

    private async Task<IReadOnlyList<EventRow>> EventsAsync(CaseId id) => await Cases.ReadEventsAsync(id, default);

    /// <summary>
    /// Nothing of <paramref name="refused"/> may be there, beyond what <paramref name="before"/> says.
    /// </summary>
    private async Task MustHaveWrittenNothingAsync(CaseCommit refused, int before)
    {
        (await EventsAsync(refused.Case.Id)).Should().HaveCount(before);
        (await FindAsync(refused.Case.Id))?.Case.Version.Should().Be(before);
    }
}
