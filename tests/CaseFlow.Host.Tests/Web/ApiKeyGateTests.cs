using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Web;

namespace CaseFlow.Host.Tests.Web;

public sealed class ApiKeyGateTests : IAsyncLifetime
{
    private readonly string _key = ApiKeys.NewKey();

    private RunningHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await RunningHost.StartAsync(settings:
    [
        ("ApiKeys:0:Name", "portal"), ("ApiKeys:0:Hash", ApiKeys.HashOf(_key)), ("ApiKeys:0:Principal", "portal-1"),
        ("ApiKeys:0:Roles:0", "clerk"),
    ]);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task AnyApiRoute_WithoutOrWithAWrongKey_Is401WithTheSameBody()
    {
        var answers = new[]
        {
            await _host.GetAsync("/api/v1/cases"),
            await _host.GetAsync("/api/v1/cases", ("X-Api-Key", "wrong")),
            await _host.GetAsync("/api/v1/cases", ("X-Api-Key", ApiKeys.HashOf(_key))),
            await _host.GetAsync("/api/v1/cases", ("Authorization", "Bearer wrong")),
            await _host.GetAsync("/API/v1/cases", (CallerIdentity.OfficerHeader, "off-1")),
            await _host.PostAsync("/api/v1/cases", "nonsense"),
            await _host.GetAsync("/api/v1/nowhere"),
        };

        answers.Should().OnlyContain(answer => answer.Status == 401 && answer.Code == HostCodes.Unauthorised);
        answers.Select(answer => answer.Text).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Command_WithTheKey_ActsAsItsPrincipalWithItsRolesWhateverTheHeadersSay()
    {
        var opened = await _host.PostAsync(
            "/api/v1/cases",
            """{"facts":{"request":{"kind":"request","received_on":"2024-03-04","complete":true}}}""",
            "k",
            ("Authorization", "Bearer " + _key), (CallerIdentity.OfficerHeader, "someone-else"));
        var id = opened.Json["caseId"]!.GetValue<string>();

        var history = await _host.GetAsync($"/api/v1/cases/{id}/history", ("X-Api-Key", _key));

        history.Json[0]!["principal"]!.GetValue<string>().Should().Be("portal-1");
    }

    [Fact]
    public async Task HealthAndTracking_WithoutAKey_StayOpen()
    {
        (await _host.GetAsync("/health/live")).Status.Should().Be(200);
        (await _host.GetAsync("/track/NOPE")).Status.Should().Be(404);
    }
}
