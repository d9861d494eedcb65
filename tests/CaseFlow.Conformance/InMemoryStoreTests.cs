using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

public sealed class InMemoryStoreTests : StoreContract
{
    protected override ValueTask<StoresUnderTest> OpenAsync(TimeProvider clock)
    {
        var store = new InMemoryCaseStore();
        return ValueTask.FromResult(new StoresUnderTest(
            store, store, store, new InMemoryPackArchive(), new InMemoryIdentityVault(clock)));
    }

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}
