using System.Text;
using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Web;
using CaseFlow.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseFlow.Host.Tests.Web;

public sealed class FailureGateTests
{
    [Fact]
    public async Task Database_ThatRefuses_Is503WithRetryAfterAndNoPath()
    {
        var (context, body) = await PassAsync(
            new StorageException(StorageCodes.DiskFull, ["/secret/place/caseflow.db"]));

        context.Response.StatusCode.Should().Be(503);
        context.Response.Headers.RetryAfter.ToString().Should().NotBeEmpty();
        body["code"]!.GetValue<string>().Should().Be(StorageCodes.DiskFull);
        body.ToJsonString().Should().NotContain("/secret");
    }

    [Fact]
    public async Task AnythingElse_IsOneIncidentWithoutDetails()
    {
        var (context, body) = await PassAsync(new InvalidOperationException("secret detail"));

        context.Response.StatusCode.Should().Be(500);
        body["code"]!.GetValue<string>().Should().Be(HostCodes.UnexpectedOnline);
        body["incident"]!.GetValue<string>().Should().HaveLength(32);
        body.ToJsonString().Should().NotContain("secret detail").And.NotContain("   at ");
    }

    private static async Task<(HttpContext Context, JsonNode Body)> PassAsync(Exception thrown)
    {
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        };
        context.Response.Body = answer;
        var gate = new FailureGate(_ => throw thrown, NullLogger<FailureGate>.Instance, TimeProvider.System);

        await gate.InvokeAsync(context);

        return (context, JsonNode.Parse(Encoding.UTF8.GetString(answer.ToArray()))!);
    }
}
