using System.Text.Json.Nodes;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Web;

namespace CaseFlow.Host.Tests.Web.Workflows;

/// <summary>Definitions and instances over HTTP.</summary>
public sealed class WorkflowRoutesTests : IAsyncLifetime
{
    private const string Api = FlowDesk.Api;

    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Publish_OfADefinition_IsListedAndGivenBackAsItCame()
    {
        var published = await _host.PublishAsync("wait");
        var again = await _host.PublishAsync("wait");

        published.Json["repeated"]!.GetValue<bool>().Should().BeFalse();
        again.Json["repeated"]!.GetValue<bool>().Should().BeTrue();
        (await _host.GetAsync(Api + "/definitions")).Json.AsArray().Should().ContainSingle()
            .Which!["versionId"]!.GetValue<string>().Should().Be(published.Json["versionId"]!.GetValue<string>());
        var given = await _host.GetAsync(Api + "/definitions/wait");
        given.Text.Should().Be(await File.ReadAllTextAsync(
            CaseFlow.Tests.Shared.Repository.PathOf("tests/CaseFlow.Host.Tests/Flows/wait.json")));
        given.ETag.Should().NotBeNull();
        var drawn = await _host.GetAsync(Api + "/definitions/wait/diagram");
        drawn.MediaType.Should().Be("text/vnd.mermaid");
        drawn.Text.Should().Contain("flowchart TD");
    }

    [Fact]
    public async Task Publish_OfABrokenDefinition_TellsEveryFindingWithItsPlaceAndPublishesNothing()
    {
        var answer = await _host.PostAsync(
            Api + "/definitions?lang=vi",
            """{ "root": { "id": "f", "type": "Elsa.Flowchart", "activities": [ { "id": "a" }, 7 ] } }""",
            key: null);

        answer.Status.Should().Be(422, answer.Text);
        answer.MediaType.Should().Be("application/problem+json");
        answer.Codes.Should().Equal(WorkflowCodes.PropertyMissing, WorkflowCodes.WrongKind);
        answer.Json["errors"]![0]!["place"]!.GetValue<string>().Should().Be("root.activities[0]");
        answer.Json["errors"]![0]!["message"]!.GetValue<string>().Should().Be("Thiếu thuộc tính `type`");
        (await _host.GetAsync(Api + "/definitions")).Json.AsArray().Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"definition":"call","input":{"Address":"https://a.example","More":{"x":1,"y":[2]}}}""", 201)]
    [InlineData("""{"input":{"More":{"y":[2],"x":1},"Address":"https://a.example"},"definition":"call"}""", 201)]
    [InlineData("""{"definition":"call","input":{"Address":"https://b.example","More":{"x":1,"y":[2]}}}""", 409)]
    [InlineData("""{"definition":"call","input":{"Address":"https://a.example"}}""", 409)]
    [InlineData(
        """{"definition":"call","case":"c","input":{"Address":"https://a.example","More":{"x":1,"y":[2]}}}""", 409)]
    [InlineData("""{"definition":"wait"}""", 409)]
    public async Task Start_UnderAUsedKey_IsARepeatOnlyOfTheSame(string body, int status)
    {
        await _host.PublishAsync("call");
        await _host.PublishAsync("wait");
        const string First =
            """{"definition":"call","input":{"Address":"https://a.example","More":{"x":1,"y":[2]}}}""";
        var first = await _host.PostAsync(Api + "/instances", First, "k1");

        var second = await _host.PostAsync(Api + "/instances", body, "k1");

        second.Status.Should().Be(status, second.Text);
        if (status == 409)
        {
            second.Code.Should().Be(WorkflowCodes.KeyReused);
        }
        else
        {
            second.Json["instanceId"]!.GetValue<string>().Should().Be(first.Json["instanceId"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Resume_UnderAKey_IsAnsweredAgainAndRefusedForSomethingElse()
    {
        var id = await _host.StartAsync("wait");
        var bookmark = (await _host.InstanceAsync(id))["waits"]![0]!["bookmark"]!.GetValue<int>();
        var path = string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{Api}/instances/{id}/bookmarks/{bookmark}/resume");

        var first = await _host.PostAsync(path, """{"answer":{"a":1,"b":2}}""", "k");
        var again = await _host.PostAsync(path, """{"answer":{"b":2,"a":1}}""", "k");
        var other = await _host.PostAsync(path, """{"answer":{"a":1}}""", "k");
        var bare = await _host.PostAsync(path, """{"answer":{"a":1,"b":2}}""", key: null);

        (first.Status, again.Status).Should().Be((200, 200), first.Text + again.Text);
        (other.Status, other.Code).Should().Be((409, WorkflowCodes.KeyReused));
        (bare.Status, bare.Code).Should().Be((409, HostCodes.NothingWaits));
    }

    [Fact]
    public async Task Start_UnderTheSameKey_StartsOneInstance()
    {
        var first = await _host.StartAsync("wait", "k1");
        var second = await _host.StartAsync("wait", "k1");
        var other = await _host.StartAsync("wait", "k2");

        second.Should().Be(first);
        other.Should().NotBe(first);
        var page = (await _host.GetAsync(Api + "/instances?limit=1&status=suspended")).Json;
        page["items"]!.AsArray().Should().ContainSingle()
            .Which!["id"]!.GetValue<string>().Should().Be(other);
        var next = await _host.GetAsync($"{Api}/instances?after={page["next"]!.GetValue<string>()}");
        next.Json["items"]!.AsArray().Select(row => row!["id"]!.GetValue<string>()).Should().Equal(first);
    }

    [Fact]
    public async Task Resume_WhereItWaits_GoesOnOnce()
    {
        var id = await _host.StartAsync("wait");
        var waits = (await _host.InstanceAsync(id))["waits"]!.AsArray().Should().ContainSingle().Subject!;
        waits["why"]!.GetValue<string>().Should().Be("for the event `signed`");
        var path = $"{Api}/instances/{id}/bookmarks/{waits["bookmark"]}/resume";

        var resumed = await _host.PostAsync(path, """{"answer":{"ok":true}}""", key: null);
        var again = await _host.PostAsync(path, "{}", key: null);

        resumed.Status.Should().Be(200, resumed.Text);
        resumed.Json["status"]!.GetValue<string>().Should().Be("finished");
        (again.Status, again.Code).Should().Be((409, HostCodes.NothingWaits));
        (await _host.PrintedAsync(id)).Should().Equal("đã nhận", "never");
        (await _host.GetAsync($"{Api}/instances/{id}/diagram")).Text.Should().Contain("class ").And.Contain(" done");
    }

    [Fact]
    public async Task Incident_OfAFault_IsListedRetriedAndSkipped()
    {
        var id = await _host.StartAsync("fault");
        var listed = (await _host.GetAsync(Api + "/incidents")).Json.AsArray().Should().ContainSingle().Subject!;
        listed["code"]!.GetValue<string>().Should().Be(WorkflowCodes.AuthorsFault);
        var number = listed["number"]!.ToString();

        var retried = await _host.PostAsync($"{Api}/instances/{id}/incidents/{number}/retry", "{}", key: null);
        var second = (await _host.GetAsync(Api + "/incidents")).Json.AsArray().Should().ContainSingle().Subject!;
        var skipped = await _host.PostAsync(
            $"{Api}/instances/{id}/incidents/{second["number"]}/skip", "{}", key: null);

        retried.Json["status"]!.GetValue<string>().Should().Be("faulted", "the author wants it to fail");
        skipped.Json["status"]!.GetValue<string>().Should().Be("finished", skipped.Text);
        (await _host.GetAsync(Api + "/incidents")).Json.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Cancel_OfAnInstance_EndsItOnce()
    {
        var id = await _host.StartAsync("wait");

        var cancelled = await _host.PostAsync($"{Api}/instances/{id}/cancel", "", key: null);
        var again = await _host.PostAsync($"{Api}/instances/{id}/cancel", "", key: null);

        cancelled.Json["status"]!.GetValue<string>().Should().Be("cancelled", cancelled.Text);
        again.Status.Should().Be(409);
        (await _host.InstanceAsync(id))["waits"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Command_WithAStaleETag_Is412AndTheRightOnePasses()
    {
        var waits = await _host.StartAsync("wait");
        var faulted = await _host.StartAsync("fault", "s2");
        var tag = (await _host.GetAsync($"{Api}/instances/{faulted}")).ETag!;
        (string, string) stale = ("If-Match", "\"7\"");
        string[] paths =
        [
            $"{Api}/instances/{waits}/bookmarks/1/resume", $"{Api}/instances/{waits}/cancel",
            $"{Api}/instances/{faulted}/incidents/1/retry", $"{Api}/instances/{faulted}/incidents/1/skip",
        ];
        foreach (var path in paths)
        {
            var refused = await _host.PostAsync(path, "{}", null, stale);
            (refused.Status, refused.Code).Should().Be((412, WorkflowCodes.StaleInstance), path);
        }

        var retried = await _host.PostAsync(paths[2], "{}", null, ("If-Match", tag));
        var late = await _host.PostAsync($"{Api}/instances/{faulted}/incidents/2/skip", "{}", null, ("If-Match", tag));
        var skipped = await _host.PostAsync(
            $"{Api}/instances/{faulted}/incidents/2/skip", "{}", null, ("If-Match", retried.ETag!));
        var unread = await _host.PostAsync(paths[1], "{}", null, ("If-Match", "W/7"));

        (retried.Status, late.Status, skipped.Status).Should().Be((200, 412, 200));
        (unread.Status, unread.Code).Should().Be((400, HostCodes.BadIfMatch));
        (await _host.StatusAsync(waits)).Should().Be("suspended");
    }

    [Fact]
    public async Task Delay_WhenItsTimeComes_GoesOnByTheWorker()
    {
        var id = await _host.StartAsync("timer");
        (await _host.StatusAsync(id)).Should().Be("suspended");

        await Eventually.HoldsAsync(
            async () =>
            {
                _host.Clock.Advance(TimeSpan.FromSeconds(1));
                return await _host.StatusAsync(id) == "finished";
            },
            "the delay ends");

        (await _host.PrintedAsync(id)).Should().Equal("before", "after");
    }

    [Theory]
    [InlineData("GET", Api + "/instances?status=asleep", 400, HostCodes.UnknownChoice)]
    [InlineData("GET", Api + "/instances?limit=0", 400, HostCodes.BadQuery)]
    [InlineData("GET", Api + "/instances/none", 404, WorkflowCodes.NoSuchInstance)]
    [InlineData("GET", Api + "/instances/none/journal", 404, HostCodes.NoSuchInstance)]
    [InlineData("GET", Api + "/instances/none/diagram", 404, HostCodes.NoSuchInstance)]
    [InlineData("GET", Api + "/definitions/none", 404, HostCodes.NoSuchThing)]
    [InlineData("POST", Api + "/instances/none/cancel", 404, WorkflowCodes.NoSuchInstance)]
    [InlineData("POST", Api + "/instances/none/bookmarks/x/resume", 404, HostCodes.NoSuchThing)]
    [InlineData("POST", Api + "/instances", 400, HostCodes.NoIdempotencyKey, "{\"definition\":\"wait\"}")]
    [InlineData("POST", "/tasks/none%2F1/complete", 409, HostCodes.NothingWaits)]
    [InlineData("POST", "/api/v1/tasks/none/1/claim", 404, HostCodes.NoSuchTask)]
    public async Task AnyRoute_AskedForWhatIsNot_SaysSo(
        string method, string path, int status, string code, string body = "{}")
    {
        var answer = method == "GET" ? await _host.GetAsync(path) : await _host.PostAsync(path, body, key: null);

        (answer.Status, answer.Code).Should().Be((status, code), answer.Text);
        answer.MediaType.Should().Be("application/problem+json");
    }

    [Fact]
    public async Task Start_WithABodyThatIsWrong_TellsAllOfIt()
    {
        var answer = await _host.PostAsync(
            Api + "/instances", """{"definition":7,"inptu":{},"input":[]}""", "k1");

        answer.Status.Should().Be(400, answer.Text);
        answer.Codes.Should().BeEquivalentTo(
            HostCodes.UnknownMember, HostCodes.WrongMember, HostCodes.WrongMember);
    }

    [Fact]
    public async Task Routes_OfOperators_NeedTheirRole()
    {
        var id = await _host.StartAsync("wait");
        (string, string)[] clerk =
            [(CallerIdentity.OfficerHeader, "clerk1"), (CallerIdentity.RolesHeader, "clerk")];

        var publish = await _host.PostAsync(Api + "/definitions", "{}", null, clerk);
        var start = await _host.PostAsync(
            Api + "/instances", new JsonObject { ["definition"] = "wait" }.ToJsonString(), "k9", clerk);
        var cancel = await _host.PostAsync($"{Api}/instances/{id}/cancel", "", null, clerk);

        new[] { publish, start, cancel }.Should().OnlyContain(
            answer => answer.Status == 403 && answer.Code == HostCodes.RoleNeeded);
        (await _host.GetAsync($"{Api}/instances/{id}", clerk)).Status.Should().Be(200);
        (await _host.StatusAsync(id)).Should().Be("suspended");
    }
}
