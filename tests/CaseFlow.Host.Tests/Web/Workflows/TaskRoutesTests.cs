using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Web;

namespace CaseFlow.Host.Tests.Web.Workflows;

/// <summary>The inbox, and reports of outside work, over HTTP.</summary>
public sealed class TaskRoutesTests : IAsyncLifetime
{
    private static readonly (string, string)[] Chair = Officer("chair1", "chair");

    private static readonly (string, string)[] OtherChair = Officer("chair2", "chair");

    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Task_ClaimedAndCompleted_LetsTheWorkflowGoOn()
    {
        var (instance, task) = await TaskAsync();

        var claimed = await PostAsync(task, "claim", "", Chair);
        var completed = await PostAsync(task, "complete", """{"outcome":"Signed","result":{"number":7}}""", Chair);
        var again = await PostAsync(task, "complete", """{"outcome":"Signed"}""", Chair);

        claimed.Json["assignee"]!.GetValue<string>().Should().Be("chair1", claimed.Text);
        completed.Status.Should().Be(200, completed.Text);
        (again.Status, again.Code).Should().Be((404, HostCodes.NoSuchTask));
        (await _host.StatusAsync(instance)).Should().Be("finished");
        (await _host.PrintedAsync(instance)).Should().Equal("after");
        (await _host.GetAsync("/api/v1/tasks")).Json["items"]!.AsArray().Should().BeEmpty();
        (await _host.GetAsync($"{FlowDesk.Api}/instances/{instance}/journal")).Text.Should().Contain("chair1");
    }

    [Fact]
    public async Task Complete_UnderAKey_IsAnsweredAgainAndRefusedForSomethingElse()
    {
        var (instance, task) = await TaskAsync();
        const string Signed = """{"outcome":"Signed","result":{"number":7,"by":"x"}}""";
        const string Turned = """{"result":{"by":"x","number":7},"outcome":"Signed"}""";

        var first = await PostAsync(task, "complete", Signed, Chair, "k");
        var again = await PostAsync(task, "complete", Turned, Chair, "k");
        var other = await PostAsync(task, "complete", """{"outcome":"Signed","result":8}""", Chair, "k");
        var another = await PostAsync(task, "complete", Signed, OtherChair, "k");

        (first.Status, again.Status).Should().Be((200, 200), first.Text + again.Text);
        again.Json["instanceId"]!.GetValue<string>().Should().Be(instance);
        (other.Status, other.Code).Should().Be((409, WorkflowCodes.KeyReused));
        (another.Status, another.Code).Should().Be((404, HostCodes.NoSuchTask));
    }

    [Fact]
    public async Task List_OfTasks_GivesThoseDueFirstInPages()
    {
        var (_, first) = await TaskAsync("k1");
        var (_, second) = await TaskAsync("k2");
        await PostAsync(first, "claim", "", Chair);

        var page = (await _host.GetAsync("/api/v1/tasks?role=chair&limit=1")).Json;
        var rest = (await _host.GetAsync(
            "/api/v1/tasks?role=chair&limit=1&after=" + Uri.EscapeDataString(page["next"]!.GetValue<string>()))).Json;
        var mine = (await _host.GetAsync("/api/v1/tasks?assignee=chair1")).Json;

        new[] { page, rest }.Select(found => found["items"]![0]!["id"]!.GetValue<string>())
            .Should().BeEquivalentTo(first, second);
        page["items"]![0]!["dueOn"]!.GetValue<string>().Should().Be("2024-03-08");
        mine["items"]!.AsArray().Should().ContainSingle().Which!["id"]!.GetValue<string>().Should().Be(first);
        (await _host.GetAsync("/api/v1/tasks?after=x")).Code.Should().Be(HostCodes.BadQuery);
    }

    [Fact]
    public async Task Task_OfAnother_CanNeitherBeClaimedNorCompletedUntilItIsReleased()
    {
        var (instance, task) = await TaskAsync();
        await PostAsync(task, "claim", "", Chair);

        var claim = await PostAsync(task, "claim", "", OtherChair);
        var complete = await PostAsync(task, "complete", """{"outcome":"Signed"}""", OtherChair);
        var release = await PostAsync(task, "release", "", OtherChair);
        var own = await PostAsync(task, "release", "", Chair);
        var now = await PostAsync(task, "claim", "", OtherChair);

        (claim.Status, claim.Code).Should().Be((409, WorkflowCodes.TaskOfAnother));
        (complete.Status, complete.Code).Should().Be((409, WorkflowCodes.TaskOfAnother));
        release.Status.Should().Be(409);
        own.Json["assignee"].Should().BeNull();
        now.Json["assignee"]!.GetValue<string>().Should().Be("chair2");
        (await _host.StatusAsync(instance)).Should().Be("suspended");
    }

    [Fact]
    public async Task Task_GivenToAnother_IsHisAndNeedsTheRole()
    {
        var (_, task) = await TaskAsync();
        (await _host.GetAsync("/api/v1/tasks/" + task, Officer("x", "clerk"))).Status.Should().Be(404);
        (await _host.GetAsync("/api/v1/tasks", Officer("x", "clerk"))).Json["items"]!.AsArray().Should().BeEmpty();

        var refused = await PostAsync(task, "reassign", """{"to":"chair2"}""", Officer("x", "clerk"));
        var nobody = await PostAsync(task, "reassign", "{}", Chair);
        var given = await PostAsync(task, "reassign", """{"to":"chair2"}""", Chair);
        var taken = await PostAsync(task, "reassign", """{"to":"chair1"}""", Chair);

        (refused.Status, refused.Code).Should().Be((404, HostCodes.NoSuchTask));
        (nobody.Status, nobody.Code).Should().Be((400, HostCodes.MissingMember));
        given.Json["assignee"]!.GetValue<string>().Should().Be("chair2", given.Text);
        (taken.Status, taken.Code).Should().Be((409, WorkflowCodes.TaskOfAnother));
    }

    [Theory]
    [InlineData("claim", "", "clerk", 404, HostCodes.NoSuchTask)]
    [InlineData("complete", """{"outcome":"Signed"}""", "clerk", 404, HostCodes.NoSuchTask)]
    [InlineData("complete", """{"outcome":"Maybe"}""", "chair", 400, WorkflowCodes.NoSuchOutcome)]
    [InlineData("complete", "{}", "chair", 400, HostCodes.MissingMember)]
    public async Task Task_AskedForWhatMayNotBe_SaysWhy(string verb, string body, string role, int status, string code)
    {
        var (instance, task) = await TaskAsync();

        var answer = await PostAsync(task, verb, body, Officer("x", role));

        (answer.Status, answer.Code).Should().Be((status, code), answer.Text);
        (await _host.StatusAsync(instance)).Should().Be("suspended");
    }

    [Fact]
    public async Task Report_OfOutsideWork_ComesWithItsResultOnce()
    {
        var id = await _host.StartAsync("report");
        var task = (await _host.InstanceAsync(id))["waits"]![0]!["key"]!.GetValue<string>();

        var reported = await _host.PostAsync(
            $"/tasks/{Uri.EscapeDataString(task)}/complete", """{"result":"scanned"}""", key: null);
        var again = await _host.PostAsync($"/tasks/{task}/complete", """{"result":"scanned"}""", key: null);

        reported.Status.Should().Be(200, reported.Text);
        again.Status.Should().Be(409, again.Text);
        (await _host.PrintedAsync(id)).Should().Equal("scanned");
    }

    private static (string, string)[] Officer(string id, string role) =>
        [(CallerIdentity.OfficerHeader, id), (CallerIdentity.RolesHeader, role)];

    private async Task<(string Instance, string Task)> TaskAsync(string key = "s1")
    {
        var instance = await _host.StartAsync("decide", key);
        var tasks = (await _host.GetAsync("/api/v1/tasks")).Json["items"]!.AsArray();
        return (
            instance,
            tasks.Single(task => task!["instanceId"]!.GetValue<string>() == instance)!["id"]!.GetValue<string>());
    }

    private Task<HttpAnswer> PostAsync(
        string task, string verb, string body, (string, string)[] caller, string? key = null) =>
        _host.PostAsync($"/api/v1/tasks/{task}/{verb}", body, key, caller);
}
