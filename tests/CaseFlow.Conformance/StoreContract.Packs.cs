using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

public abstract partial class StoreContract
{
    [Fact]
    public async Task PackArchive_OfASavedPack_GivesEveryFileBack()
    {
        var pack = Pack("h1", ("facts.cfr", [1, 2, 0, 255]), ("calendar/holidays.csv", []));

        await stores!.Packs.SaveAsync(pack, default);

        (await stores.Packs.FindAsync("h1", default)).Should().BeEquivalentTo(pack);
        (await stores.Packs.FindAsync("h2", default)).Should().BeNull();
    }

    [Fact]
    public async Task PackArchive_OfTheSameHashAgain_KeepsTheFirst()
    {
        var pack = Pack("h1", ("facts.cfr", [1]));
        await stores!.Packs.SaveAsync(pack, default);

        await stores.Packs.SaveAsync(Pack("h1", ("other.cfr", [2])), default);

        (await stores.Packs.FindAsync("h1", default)).Should().BeEquivalentTo(pack);
    }

    [Fact]
    public async Task PackArchive_OfAPackWithoutFiles_IsFoundToo()
    {
        await stores!.Packs.SaveAsync(Pack("h1"), default);

        (await stores.Packs.FindAsync("h1", default))!.Files.Should().BeEmpty();
    }

    private static ArchivedPack Pack(string hash, params (string Path, byte[] Content)[] files) =>
        new(hash, "vietnam-petitions", "1.2.0", files.ToDictionary(file => file.Path, file => file.Content));
}
