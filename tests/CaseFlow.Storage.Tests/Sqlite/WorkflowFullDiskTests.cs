using CaseFlow.Conformance.Workflows;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Storage.Tests.Sqlite;

public sealed class WorkflowFullDiskTests
{
    private const long Small = 600 * 1024;

    private static readonly FullFile Full = new(
        Small,
        ["workflow_instances", "workflow_receipts", "workflow_journal", "workflow_bookmarks"],
        async (storage, number) =>
            await storage.Workflows.CommitAsync(Big(number), default) == InstanceCommitOutcome.Committed,
        async (storage, number) => await storage.Workflows.FindAsync(IdOf(number), default) is not null);

    [Fact]
    public Task InstanceCommit_OnAFullFile_IsRefusedWholeAndTheStoreGoesOn() => Full.MustRefuseWholeAsync();

    private static string IdOf(int number) => "w" + number;

    private static InstanceCommit Big(int number)
    {
        var commit = WorkflowSample.Commit(IdOf(number));
        return commit with
        {
            Key = "start",
            Instance = commit.Instance with { State = new byte[6000] },
            Waiting = [WorkflowSample.Waiting(IdOf(number), 1, "e")],
            Journal = [WorkflowSample.Line("1")],
        };
    }
}
