using System.Text;
using CaseFlow.Conformance;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Confidentiality;

namespace CaseFlow.Storage.Tests.Sqlite;

public sealed class VaultFileTests
{
    private const string Canary = "CANARY-7391";

    private static readonly PetitionerReference Someone = new("p-1");

    [Fact]
    public async Task Identity_OfAPetitioner_StandsInTheVaultFileAlone()
    {
        using var folder = new TemporaryFolder();
        using var storage = folder.Open();

        await storage.Vault.StoreAsync(Someone, new PetitionerIdentity(Canary, Canary, Canary, Canary), default);
        await storage.Cases.CommitAsync(Sample.Commit(Sample.Id(1), "k1") with { Petitioners = [Someone] }, default);

        Holding(folder, Canary).Should().NotBeEmpty().And.OnlyContain(name => name.StartsWith("vault.db"));
    }

    [Fact]
    public async Task Identity_ThatWasRemoved_IsOverwrittenInTheFile()
    {
        using var folder = new TemporaryFolder();
        using (var storage = folder.Open())
        {
            await storage.Vault.StoreAsync(Someone, new PetitionerIdentity(Canary, null, null, null), default);
        }

        using (var storage = folder.Open())
        {
            await storage.Vault.RemoveAsync(Someone, default);
        }

        Holding(folder, Canary).Should().BeEmpty();
    }

    private static IEnumerable<string> Holding(TemporaryFolder folder, string text) => Directory
        .GetFiles(folder.Path)
        .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal) && Contains(path, text))
        .Select(path => Path.GetFileName(path));

    private static bool Contains(string path, string text)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }
}
