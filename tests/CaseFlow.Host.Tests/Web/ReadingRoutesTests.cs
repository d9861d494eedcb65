using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;

namespace CaseFlow.Host.Tests.Web;

public sealed class ReadingRoutesTests : IAsyncLifetime
{
    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Deadlines_InEitherLanguage_TellTheDateInWords()
    {
        var id = await _host.OpenRequestAsync();

        var vietnamese = await _host.GetAsync($"/api/v1/cases/{id}/deadlines", ("Accept-Language", "vi-VN, en;q=0.5"));
        var english = await _host.GetAsync($"/api/v1/cases/{id}/deadlines?lang=en");

        Words(vietnamese).Should().Contain(line => line.Contains("07/03/2024", StringComparison.Ordinal));
        Words(english).Should().Contain(line => line.Contains("2024-03-07", StringComparison.Ordinal));
        vietnamese.Json[0]!["label"]!.GetValue<string>().Should().Be("Thời hạn trả lời");
        english.Json[0]!["lastDay"]!.GetValue<string>().Should().Be("2024-03-07");
    }

    [Fact]
    public async Task Case_WithItsReadings_IsToldInFull()
    {
        var id = await _host.OpenRequestAsync();

        var found = await _host.GetAsync($"/api/v1/cases/{id}");
        var triggers = await _host.GetAsync($"/api/v1/cases/{id}/triggers?lang=vi");
        var explanations = await _host.GetAsync($"/api/v1/cases/{id}/explanations");

        found.Json["stateLabel"]!.GetValue<string>().Should().Be("Received");
        found.Json["facts"]!["request"]!["received_on"]!.GetValue<string>().Should().Be("2024-03-04");
        triggers.Json.AsArray().Should().ContainSingle().Which!["label"]!.GetValue<string>().Should().Be("Xem xét");
        explanations.Json[0]!["decision"]!["because"]![0]!["rule"]!.GetValue<string>().Should().Be("three_days");
    }

    [Theory]
    [InlineData("", "/history", "/deadlines", "/explanations", "/triggers")]
    public async Task Case_ThatIsNotThere_Is404OnEveryRoute(params string[] routes)
    {
        foreach (var route in routes)
        {
            var answer = await _host.GetAsync("/api/v1/cases/018e0000-0000-7000-8000-000000000000" + route);

            answer.Status.Should().Be(404);
            answer.Code.Should().Be(HostCodes.NoSuchThing);
        }
    }

    [Fact]
    public async Task List_InPages_ShowsEachCaseOnceNewestFirst()
    {
        var opened = new List<string>();
        foreach (var key in new[] { "a", "b", "c", "d", "e" })
        {
            _host.Clock.Advance(TimeSpan.FromMilliseconds(1));
            opened.Add(await _host.OpenRequestAsync(key));
        }

        var listed = new List<string>();
        var next = "";
        do
        {
            var page = (await _host.GetAsync($"/api/v1/cases?limit=2&state=received&after={next}")).Json;
            listed.AddRange(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);

        opened.Reverse();
        listed.Should().Equal(opened);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=x")]
    [InlineData("overdue=maybe")]
    [InlineData("after=x")]
    public async Task List_ParameterThatCannotBeRead_Is400(string query)
    {
        var answer = await _host.GetAsync("/api/v1/cases?" + query);

        answer.Status.Should().Be(400);
        answer.Code.Should().Be(HostCodes.BadQuery);
    }

    [Fact]
    public async Task Track_ByItsCode_ShowsStateAndDeadlinesAndNoPersonalData()
    {
        var opened = await _host.PostAsync("/api/v1/cases", """
            {"facts":{"request":{"kind":"request","received_on":"2024-03-04","complete":true}},
             "petitioners":[
               {"name":"Canary Nguyễn","address":"Canary Street","contact":"0900000000","nationalId":"001"}]}
            """);
        var code = opened.Json["tracking"]!.GetValue<string>();

        var page = await _host.GetAsync($"/track/{code}", ("Accept", "text/html,*/*"));
        var json = await _host.GetAsync($"/track/{code.ToLowerInvariant()}?lang=en");

        page.MediaType.Should().Be("text/html");
        page.Text.Should().Contain("lang=\"vi\"").And.Contain("Đã nhận").And.Contain("trước khi hết ngày 07/03/2024");
        json.Json["deadlines"]![0]!["words"]!.GetValue<string>().Should().Be("due by the end of 7 March 2024");
        (page.Text + json.Text).Should().NotContain("Canary").And.NotContain("0900000000").And.NotContain("<script");
    }

    [Fact]
    public async Task Track_UnknownCode_Is404InEitherForm()
    {
        (await _host.GetAsync("/track/NOPE", ("Accept", "text/html"))).Text.Should().Contain("Không có đơn nào");
        (await _host.GetAsync("/track/NOPE")).Status.Should().Be(404);
    }

    [Fact]
    public async Task EveryReading_AfterOpeningWithPetitioners_HoldsNoIdentity()
    {
        var opened = await _host.PostAsync("/api/v1/cases", """
            {"facts":{"request":{"kind":"request","received_on":"2024-03-04","complete":true}},
             "petitioners":[{"name":"Canary Nguyễn","address":"Canary Street"}]}
            """);
        var id = opened.Json["caseId"]!.GetValue<string>();

        foreach (var route in new[] { "", "/history", "/deadlines", "/explanations", "/triggers" })
        {
            (await _host.GetAsync($"/api/v1/cases/{id}{route}")).Text.Should().NotContain("Canary");
        }
    }

    [Fact]
    public async Task HealthAndOpenApi_OfARunningHost_Answer()
    {
        (await _host.GetAsync("/health/live")).Status.Should().Be(200);
        (await _host.GetAsync("/health/ready")).Json["durability"]!.GetValue<string>().Should().Be("local");
        var paths = (await _host.GetAsync("/openapi/v1.json")).Json["paths"]!.AsObject();
        paths
            .Select(path => path.Key)
            .Should()
            .BeEquivalentTo(
                "/api/v1/cases",
                "/api/v1/cases/{id}/triggers/{trigger}",
                "/api/v1/cases/{id}",
                "/api/v1/cases/{id}/history",
                "/api/v1/cases/{id}/deadlines",
                "/api/v1/cases/{id}/explanations",
                "/api/v1/cases/{id}/triggers",
                "/api/v1/packs",
                "/api/v1/workflows/definitions",
                "/api/v1/workflows/definitions/{definition}",
                "/api/v1/workflows/definitions/{definition}/diagram",
                "/api/v1/workflows/instances",
                "/api/v1/workflows/instances/{id}",
                "/api/v1/workflows/instances/{id}/journal",
                "/api/v1/workflows/instances/{id}/diagram",
                "/api/v1/workflows/incidents",
                "/api/v1/workflows/instances/{id}/bookmarks/{bookmark}/resume",
                "/api/v1/workflows/instances/{id}/incidents/{incident}/retry",
                "/api/v1/workflows/instances/{id}/incidents/{incident}/skip",
                "/api/v1/workflows/instances/{id}/cancel",
                "/api/v1/tasks",
                "/api/v1/tasks/{instance}/{bookmark}",
                "/api/v1/tasks/{instance}/{bookmark}/claim",
                "/api/v1/tasks/{instance}/{bookmark}/release",
                "/api/v1/tasks/{instance}/{bookmark}/reassign",
                "/api/v1/tasks/{instance}/{bookmark}/complete",
                "/tasks/{taskId}/complete",
                "/track/{code}",
                "/health/live",
                "/health/ready"
            );
    }

    [Fact]
    public async Task AnyAddress_UnderAForeignHostName_IsRefused() =>
        (await _host.GetAsync("/api/v1/cases", ("Host", "evil.example"))).Status.Should().Be(400);

    private static IEnumerable<string> Words(HttpAnswer answer) =>
        answer.Json[0]!["words"]!.AsArray().Select(line => line!.GetValue<string>());
}
