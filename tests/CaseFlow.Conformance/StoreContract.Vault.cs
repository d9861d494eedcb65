using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Confidentiality;

namespace CaseFlow.Conformance;

public abstract partial class StoreContract
{
    private static readonly PetitionerReference Someone = new("p-1");

    [Fact]
    public async Task Vault_OfAStoredIdentity_GivesItBack()
    {
        var full = new PetitionerIdentity("Người thử nghiệm", "1 phố Thử", "0000000000", "000000000000");
        var nameOnly = new PetitionerIdentity("Người khác", null, null, null);

        await stores!.Vault.StoreAsync(Someone, full, default);
        await stores.Vault.StoreAsync(new PetitionerReference("p-2"), nameOnly, default);

        (await stores.Vault.FindAsync(Someone, default)).Should().Be(full);
        (await stores.Vault.FindAsync(new PetitionerReference("p-2"), default)).Should().Be(nameOnly);
        (await stores.Vault.FindAsync(new PetitionerReference("p-3"), default)).Should().BeNull();
    }

    [Fact]
    public async Task Vault_OfTheSameReferenceAgain_ChangesNothing()
    {
        var first = new PetitionerIdentity("Người thử nghiệm", null, null, null);
        await stores!.Vault.StoreAsync(Someone, first, default);
        Clock.Now += TimeSpan.FromDays(2);

        await stores.Vault.StoreAsync(Someone, new PetitionerIdentity("Kẻ mạo danh", null, null, null), default);

        (await stores.Vault.FindAsync(Someone, default)).Should().Be(first);
        (await stores.Vault.ListAsync(Sample.Start.AddDays(1), null, 10, default)).Should().Equal(Someone);
    }

    [Fact]
    public async Task Vault_ListedBeforeAMoment_PagesThroughTheReferences()
    {
        foreach (var number in new[] { 3, 1, 2, 4 })
        {
            await stores!.Vault.StoreAsync(
                new PetitionerReference("p-" + number), new PetitionerIdentity("x", null, null, null), default);
            Clock.Now += TimeSpan.FromHours(1);
        }

        var page = await stores!.Vault.ListAsync(Sample.Start.AddHours(3), null, 2, default);
        var next = await stores.Vault.ListAsync(Sample.Start.AddHours(3), page[^1], 2, default);

        page.Select(reference => reference.Value).Should().Equal("p-1", "p-2");
        next.Select(reference => reference.Value).Should().Equal(["p-3"], "p-4 was stored at that very moment");
    }

    [Fact]
    public async Task Vault_OfARemovedIdentity_HoldsNothing()
    {
        await stores!.Vault.StoreAsync(Someone, new PetitionerIdentity("x", null, null, null), default);

        await stores.Vault.RemoveAsync(Someone, default);
        await stores.Vault.RemoveAsync(Someone, default);

        (await stores.Vault.FindAsync(Someone, default)).Should().BeNull();
        (await stores.Vault.ListAsync(Sample.Start.AddDays(9), null, 10, default)).Should().BeEmpty();
    }
}
