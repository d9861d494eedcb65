using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;

namespace CaseFlow.Host.Tests.Web;

/// <summary>Requests about packs that change nothing; they share one host.</summary>
public sealed class PackRefusalTests(PackRefusalTests.SharedHost shared) : IClassFixture<PackRefusalTests.SharedHost>
{
    private RunningHost Host => shared.Host;

    [Theory]
    [InlineData("request.people is at least crowd", "request.peopel is at least crowd", "CF2101", "vi", "people")]
    [InlineData("then urgent is no", "then urgent is 7", "CF22", "en", "boolean")]
    [InlineData("= 5\n", "= 500\n", "CF2303", "en", "head")]
    public async Task Validate_OfABrokenPack_TellsEveryFindingWithPlaceAndChangesNothing(
        string old, string now, string code, string language, string word)
    {
        var before = await Host.CurrentAsync();

        var answer = await Host.PostPackAsync(
            new JsonObject { ["mode"] = "validate", ["files"] = PackDesk.Files(old, now) }, query: "?lang=" + language);

        answer.Status.Should().Be(200, answer.Text);
        answer.Json["valid"]!.GetValue<bool>().Should().BeFalse();
        var finding = answer.Json["findings"]!.AsArray()
            .First(one => one!["code"]!.GetValue<string>().StartsWith(code, StringComparison.Ordinal))!;
        finding["file"]!.GetValue<string>().Should().Be("tuned.cfr");
        finding["line"]!.GetValue<int>().Should().BePositive();
        (finding["message"]!.GetValue<string>() + finding["help"]?.GetValue<string>()).Should().Contain(word);
        (await Host.CurrentAsync()).Should().Be(before);
    }

    [Theory]
    [InlineData("""{"mode":"validate"}""", 400, HostCodes.WhichPack)]
    [InlineData("""{"mode":"publish","parameters":{"crowd":6}}""", 400, HostCodes.UnknownChoice)]
    [InlineData("""{"parameters":{"crowd":6}}""", 400, HostCodes.MissingMember)]
    [InlineData("""{"mode":"validate","files":{"../x.cfr":"language en"}}""", 400, HostCodes.BadFilePath)]
    [InlineData("""{"mode":"validate","files":{"x.cfr":7}}""", 400, HostCodes.WrongMember)]
    [InlineData("""{"mode":"validate","files":{"x.cfr":"a"},"pack":"sha256:0"}""", 400, HostCodes.WhichPack)]
    [InlineData("""{"mode":"validate","pack":"sha256:0"}""", 404, HostCodes.PackUnknown)]
    [InlineData("""{"mode":"validate","parameters":{"crowds":6}}""", 400, "CF2105")]
    [InlineData("""{"mode":"validate","parameters":{"crowd":"many"}}""", 400, "CF2202")]
    [InlineData("""{"mode":"preview","parameters":{"crowd":6},"expectedCurrent":"x"}""", 409, HostCodes.PackStale)]
    [InlineData("""{"mode":"activate","parameters":{"crowd":6}}""", 400, HostCodes.MissingMember)]
    public async Task Publish_OfABadRequest_IsAProblemWithCodePlaceAndHelp(string body, int status, string code)
    {
        var answer = await Host.PostAsync("/api/v1/packs", body, "k1");

        answer.Status.Should().Be(status, answer.Text);
        answer.MediaType.Should().Be("application/problem+json");
        answer.Codes.Should().Contain(code);
        answer.Json["help"]!.GetValue<string>().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Activate_WithoutAKey_Is400()
    {
        var answer = await Host.PostPackAsync(PackDesk.Crowd("activate", 20, await Host.CurrentAsync()));

        (answer.Status, answer.Code).Should().Be((400, HostCodes.NoIdempotencyKey));
    }

    [Fact]
    public async Task OpenApi_HasTheRoutesOfPacks()
    {
        var paths = (await Host.GetAsync("/openapi/v1.json")).Json["paths"]!["/api/v1/packs"]!.AsObject();

        paths.Select(path => path.Key).Should().Contain(["get", "post"]);
    }

    public sealed class SharedHost : IAsyncLifetime
    {
        internal RunningHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await PackDesk.StartAsync(runsWorker: false);

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
