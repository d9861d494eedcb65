using CaseFlow.Conformance;
using CaseFlow.Engine.Storage;
using CaseFlow.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Storage.Tests.Sqlite;

public sealed class OpeningTests
{
    [Fact]
    public void Open_OfAFolderThatIsHeld_IsRefusedAndTheHolderGoesOn()
    {
        using var folder = new TemporaryFolder();
        using var holder = folder.Open();

        Code(folder.Options).Should().Be(StorageCodes.HeldByAnotherProcess);

        holder.Cases.FindAsync(Sample.Id(1), default).IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task Open_ByAnotherProcess_IsRefusedWhileHeldAndWorksAfterwards()
    {
        using var folder = new TemporaryFolder();
        using (folder.Open())
        {
            (await AnswerAsync(folder.Path)).Should().Be(StorageCodes.HeldByAnotherProcess);
        }

        (await AnswerAsync(folder.Path)).Should().Be("opened");
    }

    [Fact]
    public async Task Open_OfAFolderThatMayNotBeWritten_IsRefused()
    {
        Requires.That(!OperatingSystem.IsWindows(), "Rights of folders are tested on Unix.");
        using var folder = new TemporaryFolder();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                folder.Path,
                UnixFileMode.UserRead | UnixFileMode.UserExecute
                    | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        using var process = Committer.StartUnprivileged("open", folder.Path);
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        answer.Trim().Should().Be(StorageCodes.NotWritable);
    }

    [Fact]
    public void Open_OfAPathThroughAFile_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");

        Code(new SqliteOptions { Directory = file }).Should().Be(StorageCodes.CannotOpen);
        Code(new SqliteOptions { Directory = Path.Combine(file, "data") }).Should().Be(StorageCodes.CannotOpen);
    }

    [Fact]
    public void Open_WhereTheDatabaseIsAFolder_IsRefusedAndTheFolderGivenFree()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Options.CasesPath);

        Code(folder.Options).Should().BeOneOf(StorageCodes.CannotOpen, StorageCodes.NotWritable);

        Directory.Delete(folder.Options.CasesPath);
        folder.Open().Dispose();
    }

    [Fact]
    public void Open_OfAFileThatIsNoDatabase_IsRefusedAndLeftAsItWas()
    {
        using var folder = new TemporaryFolder();
        var content = string.Concat(Enumerable.Repeat("this is no database at all\n", 200));
        File.WriteAllText(folder.Options.CasesPath, content);

        Code(folder.Options).Should().Be(StorageCodes.NotACaseFlowDatabase);

        File.ReadAllText(folder.Options.CasesPath).Should().Be(content);
    }

    [Fact]
    public void Open_OfAnotherProgramsDatabase_IsRefusedAndGetsNoTables()
    {
        using var folder = new TemporaryFolder();
        TemporaryFolder.Run(folder.Options.CasesPath, "CREATE TABLE foreigner (x)");

        Code(folder.Options).Should().Be(StorageCodes.NotACaseFlowDatabase);

        folder.Ask("SELECT name FROM sqlite_master").Should().Equal("foreigner");
    }

    [Fact]
    public void Open_OfAVaultOfAnotherProgram_IsRefusedAndTheFolderGivenFree()
    {
        using var folder = new TemporaryFolder();
        TemporaryFolder.Run(folder.Options.VaultPath, "CREATE TABLE foreigner (x)");

        Code(folder.Options).Should().Be(StorageCodes.NotACaseFlowDatabase);

        File.Delete(folder.Options.VaultPath);
        folder.Open().Dispose();
    }

    [Fact]
    public void Open_OfADatabaseThatIsNewerThanTheProgram_IsRefusedWithBothVersions()
    {
        using var folder = new TemporaryFolder();
        folder.Open().Dispose();
        TemporaryFolder.Run(folder.Options.CasesPath, "INSERT INTO schema_version VALUES (9001, 'later', 0)");
        var before = folder.Ask("SELECT * FROM schema_version");

        var act = () => folder.Open();

        var fault = act.Should().Throw<StorageException>().Which;
        fault.Code.Should().Be(StorageCodes.NewerThanTheProgram);
        fault.Message.Should().Contain("9001");
        folder.Ask("SELECT * FROM schema_version").Should().Equal(before);
    }

    [Fact]
    public void Open_OfANewFolder_MakesFilesThatOnlyTheirOwnerReads()
    {
        using var folder = new TemporaryFolder();
        var options = new SqliteOptions { Directory = Path.Combine(folder.Path, "deep", "data") };

        using var storage = SqliteStorage.Open(options, TimeProvider.System);

        if (!OperatingSystem.IsWindows())
        {
            foreach (var path in new[] { options.CasesPath, options.VaultPath, options.VaultPath + "-wal" })
            {
                File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite, path);
            }
        }
    }

    [Fact]
    public void Services_WithSqlite_GiveEveryPortAndCloseTheFolder()
    {
        using var folder = new TemporaryFolder();
        using (var services = new ServiceCollection().AddCaseFlowSqlite(folder.Options).BuildServiceProvider())
        {
            services.GetRequiredService<ICaseStore>().Should().NotBeNull();
            services.GetRequiredService<ITimerQueue>().Should().NotBeNull();
            services.GetRequiredService<IOutboxQueue>().Should().NotBeNull();
            services.GetRequiredService<IPackArchive>().Should().NotBeNull();
            services.GetRequiredService<CaseFlow.Engine.Confidentiality.IIdentityVault>().Should().NotBeNull();
        }

        folder.Open().Dispose();
    }

    private static string Code(SqliteOptions options)
    {
        var act = () => SqliteStorage.Open(options, TimeProvider.System);
        return act.Should().Throw<StorageException>().Which.Code;
    }

    private static async Task<string> AnswerAsync(string folder)
    {
        using var process = Committer.Start("open", folder);
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return answer.Trim();
    }
}
