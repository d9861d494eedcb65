using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Confidentiality;

public sealed class OrphanSweepTests
{
    private static readonly PetitionerIdentity Someone = new("Nguyễn Thị Mẫu", "1 Phố Mẫu", null, null);

    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Orphans_OlderThanTheGrace_AreRemovedAndHeldIdentitiesStay()
    {
        var result = await _desk.Do(new OpenCase("k", Desk.Resolver)
        {
            Facts = Desk.Complaint("2026-03-02"), Petitioners = [Someone],
        });
        var held = (await _desk.State(result.CaseId!.Value)).Petitioners.Should().ContainSingle().Subject;
        var orphan = new PetitionerReference("orphan");
        await _desk.Vault.StoreAsync(orphan, Someone, CancellationToken.None);
        _desk.Clock.Advance(OrphanSweep.Grace);
        var young = new PetitionerReference("young");
        await _desk.Vault.StoreAsync(young, Someone, CancellationToken.None);
        _desk.Clock.Advance(TimeSpan.FromTicks(1));

        var removed = await new OrphanSweep(_desk.Vault, _desk.Store, _desk.Clock).RunOnceAsync(CancellationToken.None);

        removed.Should().Be(1);
        (await _desk.Vault.FindAsync(orphan, CancellationToken.None)).Should().BeNull();
        (await _desk.Vault.FindAsync(held, CancellationToken.None)).Should().Be(Someone);
        (await _desk.Vault.FindAsync(young, CancellationToken.None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Case_HoldsNothingOfTheIdentity()
    {
        var result = await _desk.Do(new OpenCase("k", Desk.Resolver)
        {
            Facts = Desk.Complaint("2026-03-02"), Petitioners = [Someone],
        });

        var row = (await _desk.Store.FindAsync(result.CaseId!.Value, CancellationToken.None))!.Case;
        var events = await _desk.Store.ReadEventsAsync(row.Id, CancellationToken.None);
        row.Document.Should().NotContain("Mẫu").And.NotContain("\\u1EABu");
        events.Should().OnlyContain(recorded => !recorded.Data.Contains("Nguy", StringComparison.Ordinal));
        Someone.ToString().Should().Be("PetitionerIdentity");
    }
}
