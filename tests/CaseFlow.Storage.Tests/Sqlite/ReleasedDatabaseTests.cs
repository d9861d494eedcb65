using CaseFlow.Conformance;
using CaseFlow.Conformance.Workflows;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Committer;

namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>Files of released schemas are migrated and read for ever. `databases/` holds one pair a version.</summary>
public sealed class ReleasedDatabaseTests
{
    private const string Folder = "tests/CaseFlow.Storage.Tests/databases";

    public static TheoryData<string> Versions =>
    [
        .. Directory.GetFiles(Repository.PathOf(Folder), "v*.db")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.EndsWith(".vault", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Open_OfAReleasedDatabase_MigratesAndReadsAllOfIt(string version)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Repository.PathOf($"{Folder}/{version}.db"), folder.Options.CasesPath);
        File.Copy(Repository.PathOf($"{Folder}/{version}.vault.db"), folder.Options.VaultPath);
        var expected = ReleasedDatabase.Commit;
        using var storage = folder.Open();

        var found = await storage.Cases.FindAsync(ReleasedDatabase.Case, default);
        found!.Case.Should().Be(expected.Case);
        found.Deadlines.Should().Equal(expected.Deadlines);
        (await storage.Cases.ReadEventsAsync(ReleasedDatabase.Case, default)).Should().Equal(expected.Events);
        (await storage.Cases.FindReceiptAsync("released-1", default)).Should().Be(expected.Receipt);
        (await storage.Cases.HeldAsync([ReleasedDatabase.Petitioner], default)).Should().HaveCount(1);
        (await storage.Timers.NextDueAsync(default)).Should().Be(expected.Timers[0].DueAt);
        (await storage.Outbox.CountWaitingAsync(default)).Should().Be(1);
        (await storage.Packs.FindAsync("pack1", default)).Should().BeEquivalentTo(ReleasedDatabase.Pack);
        (await storage.Vault.FindAsync(ReleasedDatabase.Petitioner, default)).Should().Be(ReleasedDatabase.Identity);
    }

    [Fact]
    public async Task Write_OfTodaysSchema_HoldsWorkflowsThatAreReadAsWritten()
    {
        using var folder = new TemporaryFolder();
        await ReleasedDatabase.WriteAsync("next", folder.Path);
        File.Move(Path.Combine(folder.Path, "next.db"), folder.Options.CasesPath);
        File.Move(Path.Combine(folder.Path, "next.vault.db"), folder.Options.VaultPath);

        var tables = folder.Ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'workflow_%'");
        tables.Should().NotBeEmpty();
        foreach (var table in tables)
        {
            folder.Ask("SELECT COUNT(*) > 0 FROM " + table).Should().Equal([1L], "{0} holds something", table);
        }

        using var storage = folder.Open();
        var written = ReleasedDatabase.Instance;
        (await storage.Workflows.FindAsync(written.Instance.Id, default)).Should().BeEquivalentTo(
            written.Instance, options => options.Excluding(row => row.State));
        (await storage.Inbox.FindTaskAsync(written.Tasks[0].Id, default)).Should().BeEquivalentTo(
            written.Tasks[0] with { Agency = ReleasedDatabase.Commit.Case.Agency });
        (await storage.Workflows.FindTriggersAsync(BookmarkKinds.Event, "day", default)).Should().BeEmpty();
        (await storage.Workflows.FindTriggersAsync(BookmarkKinds.Time, "day", default))
            .Should().Equal(ReleasedDatabase.Trigger);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Commit_OnAReleasedDatabase_GoesOnWhereItStood(string version)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Repository.PathOf($"{Folder}/{version}.db"), folder.Options.CasesPath);
        using var storage = folder.Open();

        var next = Sample.Commit(ReleasedDatabase.Case, "next", expected: 1);
        var repeated = async () => await storage.Cases.CommitAsync(
            next with { Escalations = ReleasedDatabase.Commit.Escalations }, default);

        await repeated.Should().ThrowAsync<InvalidOperationException>("its step fired in the released version");
        (await storage.Cases.CommitAsync(next, default)).Should().Be(CommitOutcome.Committed);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Activate_OnAReleasedDatabase_KeepsThePacksThatItsCasesPin(string version)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Repository.PathOf($"{Folder}/{version}.db"), folder.Options.CasesPath);
        var activation = new PackActivation(
            1, "pack2", "folder", ActivationOrigin.Request, Sample.Start, "officer1", null);
        using (var storage = folder.Open())
        {
            (await storage.Packs.ActivationsAsync(1, default)).Should().BeEmpty("none was made in it");
            (await storage.Cases.CountOpenByPackAsync(default)).Should().ContainKey("pack1");
            await storage.Packs.ActivateAsync(
                ReleasedDatabase.Pack with { Hash = "pack2" }, activation, default);
        }

        using var again = folder.Open();

        (await again.Packs.ActivationsAsync(1, default)).Should().Equal(activation);
        (await again.Packs.FindAsync("pack1", default)).Should().BeEquivalentTo(ReleasedDatabase.Pack);
        (await again.Packs.FindAsync("pack2", default))!.Files.Should().BeEquivalentTo(ReleasedDatabase.Pack.Files);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Workflows_OnAReleasedDatabase_BeginBesideItsCases(string version)
    {
        using var folder = new TemporaryFolder();
        File.Copy(Repository.PathOf($"{Folder}/{version}.db"), folder.Options.CasesPath);
        var definition = WorkflowSample.Definition("intake", 1);
        using (var storage = folder.Open())
        {
            (await storage.Workflows.PublishAsync(definition, [], default)).Should().BeTrue();
            var started = WorkflowSample.Commit("a") with
            {
                Waiting = [WorkflowSample.Timer("a", 1, Sample.Start)],
                Outbox = [Sample.Message(ReleasedDatabase.Case, 2, 1, Sample.Start)],
            };
            (await storage.Workflows.CommitAsync(started, default)).Should().Be(InstanceCommitOutcome.Committed);
        }

        using var again = folder.Open();

        (await again.Workflows.FindVersionAsync(definition.VersionId, default))!.IsPublished.Should().BeTrue();
        (await again.Bookmarks.ClaimDueAsync(Sample.Start, TimeSpan.FromMinutes(1), 9, default)).Should().HaveCount(1);
        (await again.Outbox.CountWaitingAsync(default)).Should().Be(2);
        (await again.Cases.FindAsync(ReleasedDatabase.Case, default)).Should().NotBeNull();
    }

    [Fact]
    public void Databases_OfReleases_AreThere() => Versions.Should().NotBeEmpty();
}
