using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

public abstract partial class WorkflowContract
{
    [Fact]
    public async Task List_OfAll_GivesTheNewestFirstWithoutStates()
    {
        await ListableAsync();

        var rows = await Workflows.ListAsync(new InstanceQuery(null, null, null, null, 9), default);

        rows.Select(row => row.Id).Should().Equal("a", "m", "z");
        rows.Should().OnlyContain(row => row.State.IsEmpty);
        rows[2].Should().Be(
            WorkflowSample.Row("z", 2) with { State = default, CorrelationId = "c1" },
            "a later commit does not move it");
    }

    [Fact]
    public async Task List_WithConditions_GivesWhatMeetsAllOfThem()
    {
        await ListableAsync();

        (await ListedAsync(new InstanceQuery("intake", null, null, null, 9))).Should().Equal("m", "z");
        (await ListedAsync(new InstanceQuery(null, WorkflowSubStatus.Finished, null, null, 9)))
            .Should().Equal("a", "m");
        (await ListedAsync(new InstanceQuery(null, null, "c1", null, 9))).Should().Equal("a", "z");
        (await ListedAsync(new InstanceQuery("intake", WorkflowSubStatus.Finished, "c1", null, 9))).Should().BeEmpty();
        (await ListedAsync(new InstanceQuery("other", WorkflowSubStatus.Finished, "c1", null, 9))).Should().Equal("a");
    }

    [Fact]
    public async Task List_PageByPage_ShowsEachInstanceOnceWhileNewOnesCome()
    {
        await ListableAsync();

        (await ListedAsync(new InstanceQuery(null, null, null, null, 2))).Should().Equal("a", "m");
        await MustCommitAsync(WorkflowSample.Commit("new"));
        (await ListedAsync(new InstanceQuery(null, null, null, "m", 2))).Should().Equal("z");
        (await ListedAsync(new InstanceQuery("intake", null, null, "a", 1))).Should().Equal("m");
        (await ListedAsync(new InstanceQuery(null, null, null, "z", 2))).Should().BeEmpty();
        (await ListedAsync(new InstanceQuery(null, null, null, "gone", 2))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task List_BeyondAPage_IsTheCallersFault(int limit)
    {
        var instances = () => ListedAsync(new InstanceQuery(null, null, null, null, limit));
        var tasks = () => TasksAsync(new TaskQuery(null, null, null, null, limit));

        await instances.Should().ThrowAsync<ArgumentOutOfRangeException>();
        await tasks.Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Theory]
    [InlineData(WorkflowSubStatus.Pending)]
    [InlineData(WorkflowSubStatus.Executing)]
    [InlineData(WorkflowSubStatus.Suspended)]
    [InlineData(WorkflowSubStatus.Finished)]
    [InlineData(WorkflowSubStatus.Faulted)]
    [InlineData(WorkflowSubStatus.Cancelled)]
    public async Task Instance_OfEachStatus_IsReadAsItWasWritten(WorkflowSubStatus status)
    {
        var row = WorkflowSample.Row("a") with { Status = status };
        await MustCommitAsync(WorkflowSample.Commit("a") with { Instance = row });

        (await FindAsync("a"))!.Status.Should().Be(status);
        (await ListedAsync(new InstanceQuery(null, status, null, null, 9))).Should().Equal("a");
    }

    private async Task ListableAsync()
    {
        await MustCommitAsync(WorkflowSample.Commit("z") with
        {
            Instance = WorkflowSample.Row("z") with { CorrelationId = "c1" },
        });
        await MustCommitAsync(WorkflowSample.Commit("m") with
        {
            Instance = WorkflowSample.Row("m") with { Status = WorkflowSubStatus.Finished },
        });
        await MustCommitAsync(WorkflowSample.Commit("a") with
        {
            Instance = WorkflowSample.Row("a") with
            {
                DefinitionId = "other", Status = WorkflowSubStatus.Finished, CorrelationId = "c1",
            },
        });
        await MustCommitAsync(WorkflowSample.Commit("z", expected: 1) with
        {
            Instance = WorkflowSample.Row("z", 2) with { CorrelationId = "c1" },
        });
    }

    private async Task<IEnumerable<string>> ListedAsync(InstanceQuery query) =>
        (await Workflows.ListAsync(query, default)).Select(row => row.Id);
}
