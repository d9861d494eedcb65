using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Conformance.Workflows;

public sealed class InMemoryWorkflowStoreTests : WorkflowContract
{
    protected override ValueTask<WorkflowStoresUnderTest> OpenAsync() =>
        ValueTask.FromResult(OpenedWorkflows.InMemory());

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}

public sealed class SqliteWorkflowStoreTests : WorkflowContract
{
    private readonly OpenedWorkflows opened = new();

    protected override ValueTask<WorkflowStoresUnderTest> OpenAsync() => ValueTask.FromResult(opened.Stores);

    protected override ValueTask CloseAsync()
    {
        opened.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>The ports of workflows on SQLite in a folder of their own, removed after use.</summary>
internal sealed class OpenedWorkflows : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-workflows-");
    private readonly SqliteStorage storage;

    public OpenedWorkflows() => storage = SqliteStorage.Open(
        new SqliteOptions { Directory = folder.FullName }, TimeProvider.System);

    public WorkflowStoresUnderTest Stores =>
        new(storage.Workflows, storage.Bookmarks, storage.Inbox, storage.Cases, storage.Outbox);

    public static WorkflowStoresUnderTest InMemory()
    {
        var cases = new InMemoryCaseStore();
        var workflows = new InMemoryWorkflowStore(cases);
        return new WorkflowStoresUnderTest(workflows, workflows, workflows, cases, cases);
    }

    public void Dispose()
    {
        storage.Dispose();
        folder.Delete(recursive: true);
    }
}
