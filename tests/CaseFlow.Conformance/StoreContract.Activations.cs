using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Activate_OfTheFirstPack_KeepsItsFilesAndEveryWordOfTheActivation()
    {
        var pack = Pack("h1", ("facts.cfr", [1, 2, 0, 255]));
        var activation = Activation(1, "h1") with
        {
            OpenCases = OpenCasePolicy.Repin, Parameters = """[{"name":"x","before":1,"after":2}]""",
        };

        (await stores!.Packs.ActivateAsync(pack, activation, default)).Should().Be(ActivationOutcome.Activated);

        (await stores.Packs.FindAsync("h1", default)).Should().BeEquivalentTo(pack);
        (await stores.Packs.FindActivationAsync("key-1", default)).Should().Be(activation);
        (await stores.Packs.FindActivationAsync("key-2", default)).Should().BeNull();
        (await stores.Packs.ActivationsAsync(10, default)).Should().Equal(activation);
    }

    [Fact]
    public async Task Activate_OfAFolder_NeedsNeitherKeyNorNote()
    {
        var first = Folder(1, "h1");
        var second = Folder(2, "h2");

        await MustActivateAsync(first);
        await MustActivateAsync(second);

        (await stores!.Packs.ActivationsAsync(10, default)).Should().Equal(second, first);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Activate_UnderAnotherNumberThanTheNext_IsStaleAndWritesNothing(int number)
    {
        await MustActivateAsync(Activation(1, "h1"));

        var outcome = await stores!.Packs.ActivateAsync(
            Pack("h2", ("facts.cfr", [2])), Activation(number, "h2") with { Key = "other" }, default);

        outcome.Should().Be(ActivationOutcome.Stale);
        (await stores.Packs.FindAsync("h2", default)).Should().BeNull();
        (await stores.Packs.ActivationsAsync(10, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task Activate_UnderAKeyThatWasUsed_SaysSoAndWritesNothing()
    {
        await MustActivateAsync(Activation(1, "h1"));

        var outcome = await stores!.Packs.ActivateAsync(
            Pack("h2"), Activation(2, "h2") with { Key = "key-1" }, default);

        outcome.Should().Be(ActivationOutcome.KeyExists);
        (await stores.Packs.FindAsync("h2", default)).Should().BeNull();
    }

    [Fact]
    public async Task Activate_OfAKnownHashWithOtherFiles_ReplacesThem()
    {
        await stores!.Packs.SaveAsync(Pack("h1", ("holidays.csv", [1]), ("note.md", [7])), default);
        var renewed = Pack("h1", ("holidays.csv", [2]));

        (await stores.Packs.ActivateAsync(renewed, Activation(1, "h1"), default))
            .Should().Be(ActivationOutcome.Activated);

        (await stores.Packs.FindAsync("h1", default)).Should().BeEquivalentTo(renewed);
    }

    [Fact]
    public async Task Activations_MoreThanAskedFor_GiveTheNewest()
    {
        for (var number = 1; number <= 5; number++)
        {
            await MustActivateAsync(Activation(number, "h1"));
        }

        (await stores!.Packs.ActivationsAsync(2, default)).Select(one => one.Number).Should().Equal(5, 4);
    }

    [Fact]
    public async Task Activate_ManyAtOnceUnderOneNumber_LetsOneWin()
    {
        var activations = Enumerable.Range(1, 8)
            .Select(turn => Activation(1, "h1") with { Key = "key-" + turn, Principal = "officer" + turn })
            .ToList();

        var outcomes = await Task.WhenAll(activations.Select(activation => Task.Run(
            async () => await stores!.Packs.ActivateAsync(Pack("h1"), activation, default))));

        outcomes.Count(outcome => outcome == ActivationOutcome.Activated).Should().Be(1);
        outcomes.Count(outcome => outcome == ActivationOutcome.Stale).Should().Be(7);
        var winner = activations[Array.IndexOf(outcomes, ActivationOutcome.Activated)];
        (await stores!.Packs.ActivationsAsync(10, default)).Should().Equal(winner);
    }

    [Fact]
    public async Task List_OfPacks_HasEachOnceInOrderOfHash()
    {
        await stores!.Packs.SaveAsync(Pack("h2"), default);
        await MustActivateAsync(Activation(1, "h1"));

        (await stores.Packs.ListAsync(default)).Should().Equal(
            new PackSummary("h1", "vietnam-petitions", "1.2.0"), new PackSummary("h2", "vietnam-petitions", "1.2.0"));
    }

    [Fact]
    public async Task CountOpen_ByPack_CountsOpenCasesOnly()
    {
        await MustCommitAsync(Pinned(1, "a", isOpen: true));
        await MustCommitAsync(Pinned(2, "a", isOpen: true));
        await MustCommitAsync(Pinned(3, "b", isOpen: true));
        await MustCommitAsync(Pinned(4, "c", isOpen: false));

        (await Cases.CountOpenByPackAsync(default)).Should().BeEquivalentTo(
            new Dictionary<string, int> { ["a"] = 2, ["b"] = 1 });
    }

    private static CaseCommit Pinned(int number, string pack, bool isOpen)
    {
        var commit = Sample.Commit(Sample.Id(number), "k" + number);
        return commit with { Case = commit.Case with { PackHash = pack, IsOpen = isOpen } };
    }

    private async Task MustActivateAsync(PackActivation activation) =>
        (await stores!.Packs.ActivateAsync(Pack(activation.Hash), activation, default))
            .Should().Be(ActivationOutcome.Activated);

    private static PackActivation Activation(int number, string hash) => new(
        number, hash, "folder1", ActivationOrigin.Request, Sample.Start, "officer1", "less crowded")
    {
        Key = "key-" + number, BodyHash = "body",
    };

    private static PackActivation Folder(int number, string hash) =>
        new(number, hash, "folder" + number, ActivationOrigin.Folder, Sample.Start, "folder", null);
}
