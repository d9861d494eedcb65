using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Escalations;

public sealed class SweepTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Breach_ComesAtTheFirstInstantAfterTheLastDayAndNotBefore()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));
        _desk.GoTo("2026-03-12T23:59:59.9999999+07:00");
        (await _desk.Sweep.RunOnceAsync(CancellationToken.None)).Should().Be(0);

        _desk.GoTo("2026-03-13T00:00:00+07:00");
        (await _desk.Sweep.RunOnceAsync(CancellationToken.None)).Should().Be(1);

        var breach = (await _desk.Events(id)).OfType<DeadlineBreached>().Single();
        breach.LastDay.Should().Be(Desk.Day("2026-03-12"));
        breach.ObservedAt.Should().Be(Desk.Instant("2026-03-13T00:00:00+07:00"));
        (await _desk.Reader.FindAsync(id, CancellationToken.None))!.Row.IsOverdue.Should().BeTrue();
    }

    [Fact]
    public async Task Sweeps_OnManyHostsAtOnce_BreachEachCaseOnce()
    {
        var ids = new List<CaseId>();
        for (var i = 0; i < 100; i++)
        {
            ids.Add(await _desk.Open(Desk.Complaint("2026-03-02")));
        }

        _desk.GoTo("2026-03-13T00:00:00+07:00");
        var hosts = Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () => await NewSweep(_desk.Engine).RunOnceAsync(CancellationToken.None)));
        (await Task.WhenAll(hosts)).Sum().Should().Be(ids.Count);

        foreach (var id in ids)
        {
            (await _desk.Events(id)).OfType<DeadlineBreached>().Should().ContainSingle();
        }
    }

    [Fact]
    public async Task Timer_ThatIsPoisoned_WaitsWhileTheOthersGoOn()
    {
        var poisoned = await _desk.Open(Desk.Complaint("2026-03-02"));
        var sound = await _desk.Open(Desk.Complaint("2026-03-02"));
        var store = new PoisonedStore(_desk.Store, poisoned);
        var engine = new CaseEngine(
            store,
            new InMemoryIdentityVault(_desk.Clock),
            new PackCatalogue(new InMemoryPackArchive(), _desk.Pack, TestPacks.SourceOf("works")),
            _desk.Ids,
            _desk.Clock,
            AgencyTime.Vietnam);
        var sweep = NewSweep(engine);
        var told = new List<PoisonedTimer>();
        sweep.Poisoned = told.Add;
        _desk.GoTo("2026-03-13T00:00:00+07:00");

        (await sweep.RunOnceAsync(CancellationToken.None)).Should().Be(1);
        (await sweep.RunOnceAsync(CancellationToken.None)).Should().Be(0);

        (await _desk.Events(sound)).OfType<DeadlineBreached>().Should().ContainSingle();
        told.Should().ContainSingle().Which.Lease.CaseId.Should().Be(poisoned);
        sweep.PoisonedCount.Should().Be(1);
        (await _desk.Store.NextDueAsync(CancellationToken.None))
            .Should().Be(Desk.Instant("2026-03-13T00:01:00+07:00"));

        store.IsHealed = true;
        _desk.GoTo("2026-03-13T00:01:00+07:00");
        (await sweep.RunOnceAsync(CancellationToken.None)).Should().Be(1);
        sweep.PoisonedCount.Should().Be(0);
    }

    [Fact]
    public async Task Timer_ThatBecameVoid_ChangesNothing()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));
        var before = await _desk.State(id);

        var result = await _desk.Do(new FireTimer("k", id, "breach/3", _desk.Clock.GetUtcNow()));

        result.Status.Should().Be(CommandStatus.Accepted);
        result.Version.Should().Be(before.Version);
        (await _desk.Store.NextDueAsync(CancellationToken.None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Timer_ThatCannotBeRead_IsMalformed()
    {
        var id = await _desk.Open(Desk.Complaint("2026-03-02"));

        var result = await _desk.Do(new FireTimer("k", id, "party/3", _desk.Clock.GetUtcNow()));

        result.Problems.Should().ContainSingle().Which.Code.Should().Be(EngineCodes.UnreadableTimer);
    }

    private Sweep NewSweep(CaseEngine engine) => new(engine, _desk.Store, _desk.Clock, new SweepOptions());
}
