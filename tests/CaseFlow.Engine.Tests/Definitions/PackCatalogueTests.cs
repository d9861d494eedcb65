using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Tests.Kit;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Tests.Definitions;

public sealed class PackCatalogueTests
{
    [Fact]
    public async Task Activate_OfAnotherPack_IsForNewCasesAndLeavesTheOthersTheirs()
    {
        var desk = TunedPacks.Desk(3);
        var old = await desk.OpenWith(4);
        var pinned = (await desk.State(old)).PackHash;

        var result = await desk.ActivateAsync(TunedPacks.Source(5));

        result.Status.Should().Be(ActivationStatus.Activated);
        result.Activation.Number.Should().Be(2, "the folder's pack was the first");
        var now = await desk.State(await desk.OpenWith(4));
        now.PackHash.Should().Be(result.Activation.Hash).And.NotBe(pinned);
        now.AssessmentBy("pressing")!.Outputs["level"]!.GetValue<string>().Should().Be("plain");
        (await desk.State(old)).PackHash.Should().Be(pinned);
        await desk.Fire(old, "withdraw");
        (await desk.State(old)).PackHash.Should().Be(pinned);
    }

    [Fact]
    public async Task Catalogue_StartedAgainWithTheSameFolder_HasTheActivatedPackAndEveryPinnedOne()
    {
        var desk = TunedPacks.Desk(3);
        var first = desk.Pack.Bound.Hash;
        var activated = (await desk.ActivateAsync(TunedPacks.Source(5))).Activation;

        using var again = Catalogue(desk, TunedPacks.Source(3));

        (await again.StartAsync(default)).Should().Be(PackStart.Activated);
        (await again.ActiveAsync(default)).Activation.Should().Be(activated);
        (await again.CurrentAsync(default)).Bound.Hash.Should().Be(activated.Hash);
        (await again.FindAsync(first, default))!.Bound.Hash.Should().Be(first);
    }

    [Fact]
    public async Task Catalogue_StartedAgainWithAChangedFolder_HasTheFoldersPack()
    {
        var desk = TunedPacks.Desk(3);
        var activated = (await desk.ActivateAsync(TunedPacks.Source(5))).Activation;

        using var again = Catalogue(desk, TunedPacks.Source(7));

        (await again.StartAsync(default)).Should().Be(PackStart.FolderChanged);
        var active = await again.ActiveAsync(default);
        active.Activation.Should().BeEquivalentTo(
            new { Number = 3, Origin = ActivationOrigin.Folder, Principal = PackCatalogue.FolderPrincipal });
        (await again.FindAsync(activated.Hash, default)).Should().NotBeNull();
    }

    [Fact]
    public async Task Catalogue_WhoseActivatedPackCannotBeRead_RefusesRatherThanDecideByAnother()
    {
        var desk = TunedPacks.Desk(3);
        var before = (await desk.Packs.ActiveAsync(default)).Activation;
        var broken = new ArchivedPack(
            "h", "works", "2", new Dictionary<string, byte[]> { ["a.cfr"] = "language en nonsense"u8.ToArray() });
        await desk.Archive.ActivateAsync(
            broken, before with { Number = 2, Hash = "h", Origin = ActivationOrigin.Request, Key = "k" }, default);

        using var again = Catalogue(desk, TunedPacks.Source(3));
        var asked = async () => await again.CurrentAsync(default);

        (await asked.Should().ThrowAsync<UnreadablePackException>()).Which.Activation.Hash.Should().Be("h");
    }

    [Fact]
    public async Task Activate_BasedOnAPackThatIsCurrentNoMore_IsStale()
    {
        var desk = TunedPacks.Desk(3);
        var seen = desk.Pack.Bound.Hash;
        var won = await desk.ActivateAsync(TunedPacks.Source(5));

        var late = await desk.ActivateAsync(TunedPacks.Source(7), seen: seen);

        late.Status.Should().Be(ActivationStatus.Stale);
        late.Activation.Should().Be(won.Activation);
        (await desk.Archive.ActivationsAsync(10, default)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Activate_ManyAtOnceThatSawTheSamePack_LetsOneWin()
    {
        var desk = TunedPacks.Desk(3);
        var seen = desk.Pack.Bound.Hash;
        var requests = Enumerable.Range(5, 6).Select(crowd => TunedPacks.Source(crowd)).ToList();

        var results = await Task.WhenAll(requests.Select(source => Task.Run(
            async () => (await desk.ActivateAsync(source, seen: seen)).Status)));

        results.Count(status => status == ActivationStatus.Activated).Should().Be(1);
        results.Count(status => status == ActivationStatus.Stale).Should().Be(requests.Count - 1);
    }

    [Fact]
    public async Task Activate_UnderTheSameKey_IsRepeatedOrRefused()
    {
        var desk = TunedPacks.Desk(3);
        var source = TunedPacks.Source(5);
        var request = new ActivationRequest(
            TunedPacks.Read(source), source, desk.Pack.Bound.Hash, "officer1", null, "key", "body");
        var first = await desk.Packs.ActivateAsync(request, default);

        var repeated = await desk.Packs.ActivateAsync(request, default);
        var reused = await desk.Packs.ActivateAsync(request with { BodyHash = "other" }, default);

        repeated.Should().Be(new ActivationResult(ActivationStatus.Repeated, first.Activation));
        reused.Status.Should().Be(ActivationStatus.KeyReused);
    }

    [Fact]
    public async Task Activate_OfThePackThatIsCurrent_ChangesNothing()
    {
        var desk = TunedPacks.Desk(3);

        var result = await desk.ActivateAsync(TunedPacks.Source(3));

        result.Status.Should().Be(ActivationStatus.Unchanged);
        (await desk.Archive.ActivationsAsync(10, default)).Should().ContainSingle();
    }

    private static PackCatalogue Catalogue(Desk desk, InMemoryRuleSource source) =>
        new(desk.Archive, TunedPacks.Read(source), source, desk.Clock);
}
