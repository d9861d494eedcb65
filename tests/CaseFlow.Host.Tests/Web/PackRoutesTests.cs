using System.Text.Json.Nodes;
using CaseFlow.Engine.Commands;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;

namespace CaseFlow.Host.Tests.Web;

public sealed class PackRoutesTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await PackDesk.StartAsync(runsWorker: false);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Activate_OfABrokenPack_IsRefusedWithEveryReasonAndChangesNothing()
    {
        var before = await _host.CurrentAsync();
        var files = PackDesk.Files("expect urgency.urgent is yes", "expect urgency.urgent is no");

        var answer = await _host.PostPackAsync(
            new JsonObject { ["mode"] = "activate", ["files"] = files, ["expectedCurrent"] = before }, "k1");

        answer.Status.Should().Be(422, answer.Text);
        answer.MediaType.Should().Be("application/problem+json");
        answer.Codes.Should().Equal(HostCodes.CandidateRefused, "CF7001");
        (await _host.CurrentAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Preview_OfOneParameter_TellsWhichOpenCasesMoveFromWhatToWhatAndWhy()
    {
        await _host.OpenOfAsync(3);
        var moved = await _host.OpenOfAsync(7);
        await _host.OpenOfAsync(70);
        var before = await _host.CurrentAsync();

        var answer = await _host.PostPackAsync(PackDesk.Crowd("preview", 20, before, "repin"), query: "?lang=vi");

        answer.Status.Should().Be(200, answer.Text);
        var whatIf = answer.Json["whatIf"]!;
        whatIf["applies"]!.GetValue<bool>().Should().BeTrue();
        (whatIf["totals"]!["open"]!.GetValue<int>(), whatIf["totals"]!["moved"]!.GetValue<int>()).Should().Be((3, 1));
        var move = whatIf["moves"]!.AsArray().Should().ContainSingle().Subject!;
        move["case"]!.GetValue<string>().Should().Be(moved);
        var urgency = move["answers"]![0]!;
        urgency["label"]!.GetValue<string>().Should().Be("Mức khẩn");
        urgency["before"]!["outputs"]!["urgent"]!.GetValue<bool>().Should().BeTrue();
        urgency["after"]!["outputs"]!["urgent"]!.GetValue<bool>().Should().BeFalse();
        var why = urgency["why"]!.AsArray().Should().ContainSingle().Subject!;
        why["name"]!.GetValue<string>().Should().Be("crowd");
        (why["before"]!.GetValue<string>(), why["after"]!.GetValue<string>()).Should().Be(("5", "20"));
        answer.Json["parameters"]![0]!["owner"]!.GetValue<string>().Should().Be("head");
        answer.Json["examples"]!["passed"]!.GetValue<int>().Should().Be(1);
        (await _host.CurrentAsync()).Should().Be(before);
        (await _host.StandsAsync(moved)).Should().Be((before, true));
    }

    [Fact]
    public async Task Preview_OfManyCases_GivesBoundedPagesWithTheTotalsOfAll()
    {
        var opened = new List<string>();
        for (var turn = 0; turn < 3; turn++)
        {
            opened.Add(await _host.OpenOfAsync(7));
        }

        var first = await _host.PostPackAsync(PackDesk.Crowd("preview", 20), query: "?limit=2");
        var next = first.Json["whatIf"]!["next"]!.GetValue<string>();
        var second = await _host.PostPackAsync(PackDesk.Crowd("preview", 20), query: "?limit=2&after=" + next);

        var shown = new[] { first, second }
            .SelectMany(answer => answer.Json["whatIf"]!["moves"]!.AsArray())
            .Select(move => move!["case"]!.GetValue<string>());
        shown.Should().Equal(opened.OrderDescending(StringComparer.Ordinal));
        second.Json["whatIf"]!["next"].Should().BeNull();
        second.Json["whatIf"]!["totals"]!["moved"]!.GetValue<int>().Should().Be(3);
        first.Json["whatIf"]!["applies"]!.GetValue<bool>().Should().BeFalse("open cases keep their packs by default");
    }

    [Fact]
    public async Task Activate_OfOneParameter_IsForNewCasesAndInTheHistory()
    {
        var old = await _host.OpenOfAsync(7);
        var before = await _host.CurrentAsync();

        var answer = await _host.PostPackAsync(PackDesk.Crowd("activate", 20, before), "k1");

        answer.Status.Should().Be(200, answer.Text);
        answer.Json["outcome"]!.GetValue<string>().Should().Be("activated");
        var now = answer.Json["current"]!["hash"]!.GetValue<string>();
        (await _host.StandsAsync(old)).Should().Be((before, true));
        (await _host.StandsAsync(await _host.OpenOfAsync(7))).Should().Be((now, false));
        var packs = (await _host.GetAsync("/api/v1/packs")).Json;
        packs["history"]!.AsArray().Should().HaveCount(2);
        packs["activation"]!["principal"]!.GetValue<string>().Should().Be("local");
        packs["activation"]!["note"]!.GetValue<string>().Should().Be("fewer false alarms");
        packs["activation"]!["parameters"]!.ToJsonString()
            .Should().Be("""[{"name":"crowd","before":5,"after":20}]""");
        packs["pinned"]!.AsArray().Select(pin => pin!["openCases"]!.GetValue<int>()).Should().Equal(1, 1);
    }

    [Fact]
    public async Task Activate_UnderTheSameKey_RepeatsTheAnswerOrIs409()
    {
        var before = await _host.CurrentAsync();
        var first = await _host.PostPackAsync(PackDesk.Crowd("activate", 20, before), "k1");

        var repeated = await _host.PostPackAsync(PackDesk.Crowd("activate", 20, before), "k1");
        var reused = await _host.PostPackAsync(PackDesk.Crowd("activate", 30, before), "k1");

        repeated.Status.Should().Be(200, repeated.Text);
        repeated.Json["outcome"]!.GetValue<string>().Should().Be("repeated");
        repeated.Json["activation"]!.ToJsonString().Should().Be(first.Json["activation"]!.ToJsonString());
        (reused.Status, reused.Code).Should().Be((409, EngineCodes.KeyReused));
    }

    [Fact]
    public async Task Activate_TwoAtOnceThatSawTheSamePack_LetsOneWin()
    {
        var before = await _host.CurrentAsync();

        var answers = await Task.WhenAll(Enumerable.Range(10, 4).Select(
            crowd => _host.PostPackAsync(PackDesk.Crowd("activate", crowd, before), "k" + crowd)));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
        answers.Where(answer => answer.Status != 200).Should()
            .OnlyContain(answer => answer.Status == 409 && answer.Code == HostCodes.PackStale);
        (await _host.GetAsync("/api/v1/packs")).Json["history"]!.AsArray().Should().HaveCount(2);
    }

    [Fact]
    public async Task Activate_OfAnArchivedPack_BringsItBack()
    {
        var first = await _host.CurrentAsync();
        var second = await _host.PostPackAsync(PackDesk.Crowd("activate", 20, first), "k1");
        var now = second.Json["current"]!["hash"]!.GetValue<string>();
        var back = new JsonObject { ["mode"] = "activate", ["pack"] = first, ["expectedCurrent"] = now };

        var answer = await _host.PostPackAsync(back, "k2");

        answer.Status.Should().Be(200, answer.Text);
        (await _host.CurrentAsync()).Should().Be(first);
    }

    [Fact]
    public async Task Activate_WithoutTheRolesItNeeds_Is403()
    {
        var before = await _host.CurrentAsync();
        var body = PackDesk.Crowd("activate", 20, before);

        var clerk = await _host.PostPackAsync(
            body, "k1", "", ("X-CaseFlow-Officer", "clerk1"), ("X-CaseFlow-Roles", "clerk"));
        var author = await _host.PostPackAsync(
            body, "k1", "", ("X-CaseFlow-Officer", "author1"), ("X-CaseFlow-Roles", "publish"));
        var head = await _host.PostPackAsync(
            body, "k1", "", ("X-CaseFlow-Officer", "head1"), ("X-CaseFlow-Roles", "publish,head"));

        (clerk.Status, clerk.Code).Should().Be((403, HostCodes.NotPermitted));
        (author.Status, author.Code).Should().Be((403, HostCodes.OwnersParameter));
        head.Status.Should().Be(200, head.Text);
    }
}
