using CaseFlow.Engine.Commands;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Web;

namespace CaseFlow.Host.Tests.Web;

public sealed class CommandRoutesTests : IAsyncLifetime
{
    private const string Opening =
        """{"facts":{"request":{"kind":"request","received_on":"2024-03-04","complete":true}}}""";

    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Open_SameKeyTwice_GivesTheFirstAnswerAndOneCase()
    {
        var first = await _host.PostAsync("/api/v1/cases", Opening, "k");
        var second = await _host.PostAsync("/api/v1/cases", Opening, "k");

        (first.Status, second.Status).Should().Be((201, 201));
        second.Json["caseId"]!.ToJsonString().Should().Be(first.Json["caseId"]!.ToJsonString());
        second.Json["repeated"]!.GetValue<bool>().Should().BeTrue();
        (await _host.GetAsync("/api/v1/cases")).Json["items"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Open_SameKeyWithAnotherBody_Is409AndNothingIsWritten()
    {
        await _host.PostAsync("/api/v1/cases", Opening, "k");

        var reused = await _host.PostAsync(
            "/api/v1/cases",
            Opening.Replace("true", "false", StringComparison.Ordinal),
            "k"
        );

        reused.Status.Should().Be(409);
        reused.Code.Should().Be(EngineCodes.KeyReused);
        (await _host.GetAsync("/api/v1/cases")).Json["items"]!.AsArray().Should().ContainSingle();
    }

    [Theory]
    [InlineData("nonsense", HostCodes.BadJson)]
    [InlineData("[]", HostCodes.BadJson)]
    [InlineData("""{"facts":{},"facts":{}}""", HostCodes.BadJson)]
    [InlineData("""{"facts":{},"more":1}""", HostCodes.UnknownMember)]
    [InlineData("""{"on":"2024-02-30"}""", HostCodes.WrongMember)]
    [InlineData("""{"petitioners":[{"address":"x"}]}""", HostCodes.MissingMember)]
    [InlineData("""{"facts":{"request":{"kind":"request","colour":"red"}}}""", "CF2101")]
    [InlineData("""{"facts":{"request":{"kind":"request","received_on":7}}}""", "CF2202")]
    public async Task Open_BadBody_Is400WithCodePlaceAndHelpAndNothingIsWritten(string body, string code)
    {
        var answer = await _host.PostAsync("/api/v1/cases", body);

        answer.Status.Should().Be(400, answer.Text);
        answer.MediaType.Should().Be("application/problem+json");
        answer.Codes.Should().Contain(code);
        answer.Json["errors"]![0]!["place"]!.GetValue<string>().Should().NotBeEmpty();
        (await _host.GetAsync("/api/v1/cases")).Json["items"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task Open_SeveralFaults_AreToldAtOnce()
    {
        var answer = await _host.PostAsync("/api/v1/cases", """{"on":"soon","agency":7,"x":1}""", key: null);

        answer.Codes.Should().BeEquivalentTo(
            HostCodes.NoIdempotencyKey, HostCodes.UnknownMember, HostCodes.WrongMember, HostCodes.WrongMember);
    }

    [Fact]
    public async Task Open_BodyBeyondTheLimit_Is413()
    {
        var answer = await _host.PostAsync(
            "/api/v1/cases",
            "{\"agency\":\"" + new string('x', HostLimits.BodyBytes) + "\"}"
        );

        answer.Status.Should().Be(413);
        answer.Code.Should().Be(HostCodes.BodyTooLarge);
    }

    [Fact]
    public async Task Open_BodyNotDeclaredAsJson_Is415()
    {
        using var content = new StringContent(Opening, System.Text.Encoding.UTF8, "text/plain");
        using var response = await _host.Client.PostAsync("/api/v1/cases", content);

        ((int)response.StatusCode).Should().Be(415);
        (await response.Content.ReadAsStringAsync()).Should().Contain(HostCodes.NotJsonType);
    }

    [Fact]
    public async Task Fire_UnknownTrigger_NamesThoseThereAre()
    {
        var id = await _host.OpenRequestAsync();

        var answer = await _host.PostAsync($"/api/v1/cases/{id}/triggers/dissolve", "{}");

        answer.Status.Should().BeOneOf(400, 422);
        answer.Code.Should().Be(EngineCodes.UnknownTrigger);
        answer.Text.Should().Contain("examine");
    }

    [Fact]
    public async Task Fire_TriggerNotAllowedInThisState_Is422AndNamesWhatLeadsThere()
    {
        var id = await _host.OpenRequestAsync();

        var answer = await _host.PostAsync($"/api/v1/cases/{id}/triggers/answer", """{"inputs":{"reply":"yes"}}""");

        answer.Status.Should().Be(422);
        answer.Code.Should().Be(EngineCodes.NotPermittedHere);
        answer.Json["errors"]![0]!["leadsOut"]!
            .AsArray()
            .Select(name => name!.GetValue<string>())
            .Should()
            .Contain("examine");
    }

    [Fact]
    public async Task Fire_RefusedByGuardRoleAndInput_ListsAllOfThemWithArticlesAndWritesNothing()
    {
        var id = await _host.OpenRequestAsync(complete: "false");
        await _host.PostAsync($"/api/v1/cases/{id}/triggers/examine", "{}", "examine");
        var before = (await _host.GetAsync($"/api/v1/cases/{id}/history")).Text;

        var answer = await _host.PostAsync(
            $"/api/v1/cases/{id}/triggers/answer?lang=vi", "{}", "answer",
            (CallerIdentity.OfficerHeader, "off-1"), (CallerIdentity.RolesHeader, "porter"));

        answer.Status.Should().Be(422);
        answer.Codes.Should().BeEquivalentTo(EngineCodes.RoleMissing, EngineCodes.MissingInput, EngineCodes.GuardUnmet);
        answer.Text.Should().Contain("Yêu cầu chưa đầy đủ").And.Contain("only complete requests are answered");
        (await _host.GetAsync($"/api/v1/cases/{id}/history")).Text.Should().Be(before);
    }

    [Fact]
    public async Task Fire_StaleETag_Is412AndTheRightOnePasses()
    {
        var id = await _host.OpenRequestAsync();
        var etag = (await _host.GetAsync($"/api/v1/cases/{id}")).ETag!;

        var stale = await _host.PostAsync($"/api/v1/cases/{id}/triggers/examine", "{}", "a", ("If-Match", "\"1\""));
        var fresh = await _host.PostAsync($"/api/v1/cases/{id}/triggers/examine", "{}", "b", ("If-Match", etag));
        var bad = await _host.PostAsync($"/api/v1/cases/{id}/triggers/examine", "{}", "c", ("If-Match", "W/7"));

        (stale.Status, fresh.Status, bad.Status).Should().Be((412, 200, 400));
        bad.Code.Should().Be(HostCodes.BadIfMatch);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("018e0000-0000-7000-8000-000000000000")]
    public async Task Fire_CaseThatIsNotThere_Is404(string id)
    {
        var answer = await _host.PostAsync($"/api/v1/cases/{id}/triggers/examine", "{}");

        answer.Status.Should().Be(404);
        answer.Json["help"]!.GetValue<string>().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Fire_ByAnOfficerOfThePortal_IsRecordedUnderThatOfficer()
    {
        var id = await _host.OpenRequestAsync();
        await _host.PostAsync($"/api/v1/cases/{id}/triggers/examine", "{}", "examine");

        var answer = await _host.PostAsync(
            $"/api/v1/cases/{id}/triggers/answer", """{"inputs":{"reply":"yes"}}""", "answer",
            (CallerIdentity.OfficerHeader, "off-7"), (CallerIdentity.RolesHeader, "porter, clerk"));

        answer.Status.Should().Be(200, answer.Text);
        (await _host.GetAsync($"/api/v1/cases/{id}/history")).Json.AsArray()[^1]!["principal"]!
            .GetValue<string>().Should().Be("off-7");
    }
}
