using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

public abstract partial class WorkflowContract
{
    [Fact]
    public async Task Publish_OfVersions_MakesTheLastThePublishedOneAndKeepsTheOthers()
    {
        var first = WorkflowSample.Definition("d", 1) with { Json = "{\"tên\":1}"u8.ToArray(), Name = null };
        (await PublishAsync(first)).Should().BeTrue();
        (await PublishAsync(WorkflowSample.Definition("e", 1))).Should().BeTrue();
        (await PublishAsync(WorkflowSample.Definition("d", 3))).Should().BeTrue();

        var found = await Workflows.FindVersionAsync("d-v1", default);
        (found! with { Json = default }).Should().Be(first with { Json = default, IsPublished = false });
        found.Json.ToArray().Should().Equal(first.Json.ToArray());
        (await VersionsAsync("d")).Should().Equal(("d-v3", true), ("d-v1", false));
        (await VersionsAsync(null)).Should().Equal(("d-v3", true), ("e-v1", true), ("d-v1", false));
        (await VersionsAsync("x")).Should().BeEmpty();
        (await Workflows.FindVersionAsync("x", default)).Should().BeNull();
    }

    [Theory]
    [InlineData("other", "d", 1)]
    [InlineData("d-v1", "d", 2)]
    [InlineData("d-v1", "e", 1)]
    public async Task Publish_OfATakenVersionOrNumber_IsRefusedAndWritesNothing(
        string id, string definition, int version)
    {
        var first = WorkflowSample.Definition("d", 1);
        var trigger = WorkflowSample.Trigger(first, "t", "e");
        await PublishAsync(first, trigger);
        var again = WorkflowSample.Definition(definition, version, id);

        (await PublishAsync(again, WorkflowSample.Trigger(again, "t", "other"))).Should().BeFalse();

        (await VersionsAsync(null)).Should().Equal(("d-v1", true));
        (await TriggersAsync("e")).Should().Equal(trigger);
        (await TriggersAsync("other")).Should().BeEmpty();
    }

    [Fact]
    public async Task Publish_WithTriggers_ReplacesThoseOfItsDefinitionAlone()
    {
        var (d1, d2) = (WorkflowSample.Definition("d", 1), WorkflowSample.Definition("d", 2));
        var e1 = WorkflowSample.Definition("e", 1);
        await PublishAsync(e1, WorkflowSample.Trigger(e1, "s", "k"), WorkflowSample.Trigger(e1, "r", "k"));
        await PublishAsync(d1, WorkflowSample.Trigger(d1, "s", "k"), WorkflowSample.Trigger(d1, "t", "gone"));

        await PublishAsync(d2, WorkflowSample.Trigger(d2, "s", "k"));

        (await TriggersAsync("k")).Should().Equal(
            WorkflowSample.Trigger(d2, "s", "k"),
            WorkflowSample.Trigger(e1, "r", "k"),
            WorkflowSample.Trigger(e1, "s", "k"));
        (await TriggersAsync("gone")).Should().BeEmpty();
        (await Workflows.FindTriggersAsync(BookmarkKinds.Time, "k", default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Publish_WithTriggersThatAreNotItsOwn_IsRefused()
    {
        var (d, e) = (WorkflowSample.Definition("d", 1), WorkflowSample.Definition("e", 1));
        var own = WorkflowSample.Trigger(d, "t", "k");
        Func<Task>[] acts =
        [
            () => PublishAsync(d, WorkflowSample.Trigger(e, "t", "k")),
            () => PublishAsync(d, own with { VersionId = "d-v0" }),
            () => PublishAsync(d, own, own),
        ];

        foreach (var act in acts)
        {
            await act.Should().ThrowAsync<InvalidOperationException>();
        }

        (await VersionsAsync(null)).Should().BeEmpty();
    }

    [Fact]
    public async Task Publish_OfOneNumberByManyAtOnce_SucceedsOnce()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(() =>
            PublishAsync(WorkflowSample.Definition("d", 1, "v" + n)))));

        outcomes.Count(isPublished => isPublished).Should().Be(1);
        (await VersionsAsync("d")).Should().ContainSingle();
    }

    [Fact]
    public async Task DueTriggers_UpToALimit_AreTheEarliestFirst()
    {
        var (d, e) = (WorkflowSample.Definition("d", 1), WorkflowSample.Definition("e", 1));
        await PublishAsync(e, WorkflowSample.Trigger(e, "t", "", At(1)), WorkflowSample.Trigger(e, "u", "", At(3)));
        await PublishAsync(
            d,
            WorkflowSample.Trigger(d, "t", "", At(1)),
            WorkflowSample.Trigger(d, "u", "", At(2)),
            WorkflowSample.Trigger(d, "v", "k"));

        (await DueAsync(minute: 2)).Should().Equal("d/t", "e/t", "d/u");
        (await DueAsync(minute: 2, limit: 2)).Should().Equal("d/t", "e/t");
        (await DueAsync(minute: 0)).Should().BeEmpty();
    }

    [Fact]
    public async Task MoveTrigger_AsItWasSeen_MovesItOnceAndOfAnotherVersionNever()
    {
        var (d1, d2) = (WorkflowSample.Definition("d", 1), WorkflowSample.Definition("d", 2));
        var seen = WorkflowSample.Trigger(d1, "t", "", At(1));
        await PublishAsync(d1, seen);

        await Workflows.MoveTriggerAsync(seen, At(5), default);
        await Workflows.MoveTriggerAsync(seen, At(9), default);
        (await Workflows.FindTriggersAsync(BookmarkKinds.Time, "", default))
            .Should().Equal(seen with { DueAt = At(5) });

        await PublishAsync(d2, WorkflowSample.Trigger(d2, "t", "", At(5)));
        await Workflows.MoveTriggerAsync(seen with { DueAt = At(5) }, null, default);
        await Workflows.MoveTriggerAsync(seen with { ActivityId = "gone" }, null, default);
        (await Queue.NextDueAsync(default)).Should().Be(At(5));
    }

    [Fact]
    public async Task ListVersions_OfDefinitionsWithJson_LeavesItOut()
    {
        var definition = WorkflowSample.Definition("d", 1);
        await PublishAsync(definition);

        (await Workflows.ListVersionsAsync(null, default))
            .Should().ContainSingle().Which.Json.IsEmpty.Should().BeTrue();
        (await Workflows.FindVersionAsync(definition.VersionId, default))!.Json.ToArray()
            .Should().Equal(definition.Json.ToArray()).And.NotBeEmpty();
    }

    private async Task<bool> PublishAsync(DefinitionRow definition, params TriggerRow[] triggers) =>
        await Workflows.PublishAsync(definition, triggers, default);

    private async Task<IEnumerable<(string Id, bool IsPublished)>> VersionsAsync(string? definition) =>
        (await Workflows.ListVersionsAsync(definition, default)).Select(row => (row.VersionId, row.IsPublished));

    private async Task<IReadOnlyList<TriggerRow>> TriggersAsync(string key) =>
        await Workflows.FindTriggersAsync(BookmarkKinds.Event, key, default);

    private async Task<IEnumerable<string>> DueAsync(int minute, int limit = 9) =>
        (await Workflows.DueTriggersAsync(At(minute), limit, default))
        .Select(row => row.DefinitionId + "/" + row.ActivityId);
}
