using CaseFlow.Conformance.Workflows;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Storage.Tests.Sqlite;

public sealed class WorkflowFullDiskTests
{
    private const long Small = 600 * 1024;
    private const int Enough = 500;

    [Fact]
    public async Task InstanceCommit_OnAFullFile_IsRefusedWholeAndTheStoreGoesOn()
    {
        using var folder = new TemporaryFolder();
        int committed;
        using (var storage = SqliteStorage.Open(folder.Options with { MaximumBytes = Small }, TimeProvider.System))
        {
            committed = await FillAsync(storage.Workflows);

            committed.Should().BeInRange(1, Enough - 1);
            (await storage.Workflows.FindAsync(IdOf(committed + 1), default)).Should().BeNull();
            (await storage.Workflows.FindAsync(IdOf(committed), default)).Should().NotBeNull("reading goes on");
        }

        folder.Ask("PRAGMA integrity_check").Should().Equal("ok");
        foreach (var table in new[] { "instances", "receipts", "journal", "bookmarks" })
        {
            folder.Ask("SELECT COUNT(*) FROM workflow_" + table).Should().Equal([(long)committed], table);
        }

        using var larger = folder.Open();
        (await larger.Workflows.CommitAsync(Big(committed + 1), default)).Should().Be(InstanceCommitOutcome.Committed);
    }

    private static async Task<int> FillAsync(IWorkflowStore workflows)
    {
        for (var number = 1; number <= Enough; number++)
        {
            try
            {
                await workflows.CommitAsync(Big(number), default);
            }
            catch (StorageException fault)
            {
                fault.Code.Should().Be(StorageCodes.DiskFull);
                return number - 1;
            }
        }

        return Enough;
    }

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
