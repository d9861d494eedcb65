using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>
/// A database file with little room is filled commit by commit, each into rows of its own: what does not fit is refused
/// whole, reading goes on, and once there is room the same commit takes effect.
/// </summary>
/// <param name="room">How large the file may grow, in bytes.</param>
/// <param name="tables">Tables that hold one row a commit.</param>
/// <param name="commitAsync">Commits the one of a number; true where it took effect.</param>
/// <param name="isThereAsync">Whether the one of a number is found.</param>
internal sealed class FullFile(
    long room,
    IReadOnlyList<string> tables,
    Func<SqliteStorage, int, Task<bool>> commitAsync,
    Func<SqliteStorage, int, Task<bool>> isThereAsync)
{
    private const int Enough = 500;

    /// <summary>Fills it and asks for all of that.</summary>
    public async Task MustRefuseWholeAsync()
    {
        using var folder = new TemporaryFolder();
        int committed;
        using (var storage = Open(folder))
        {
            committed = await FillAsync(storage);

            committed.Should().BeInRange(1, Enough - 1);
            (await isThereAsync(storage, committed + 1)).Should().BeFalse();
            (await isThereAsync(storage, committed)).Should().BeTrue("reading goes on");
        }

        MustBeWhole(folder, committed);
        using var larger = folder.Open();
        (await commitAsync(larger, committed + 1)).Should().BeTrue("the same takes effect once there is space");
    }

    /// <summary>Opens it with little room.</summary>
    public SqliteStorage Open(TemporaryFolder folder) =>
        SqliteStorage.Open(folder.Options with { MaximumBytes = room }, TimeProvider.System);

    /// <summary>Whether the one of a number found room.</summary>
    public async Task<bool> FitsAsync(SqliteStorage storage, int number)
    {
        try
        {
            return await commitAsync(storage, number);
        }
        catch (StorageException fault)
        {
            fault.Code.Should().Be(StorageCodes.DiskFull);
            return false;
        }
    }

    /// <summary>Asks that so many commits are there, and nothing of any other.</summary>
    public void MustBeWhole(TemporaryFolder folder, int commits)
    {
        folder.Ask("PRAGMA integrity_check").Should().Equal("ok");
        foreach (var table in tables)
        {
            folder.Ask("SELECT COUNT(*) FROM " + table).Should().Equal([(long)commits], table);
        }
    }

    private async Task<int> FillAsync(SqliteStorage storage)
    {
        var number = 0;
        while (number < Enough && await FitsAsync(storage, number + 1))
        {
            number++;
        }

        return number;
    }
}
