using System.Collections.Concurrent;
using System.Net;
using System.Text;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Worker;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Host.Tests.Worker;

public sealed class WorkerTests
{
    private const string Secret = "a secret of the test";

    [Fact]
    public async Task Sweep_DeadlinePasses_BreachesOnceAndFiresTheStep()
    {
        // The request of the 4th is due on the 7th; its step comes a day after.
        await using var host = await RunningHost.StartAsync(
            start: RunningHost.Start.AddDays(3).AddHours(14).AddMinutes(58));
        var id = await host.OpenRequestAsync();

        await Eventually.HoldsAsync(
            async () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(31));
                return (await host.GetAsync($"/api/v1/cases/{id}/history")).Text.Contains(
                    "EscalationStepFired",
                    StringComparison.Ordinal
                );
            },
            "the step fires");

        var types = (await host.GetAsync($"/api/v1/cases/{id}/history")).Json.AsArray()
            .Select(happened => happened!["type"]!.GetValue<string>()).ToList();
        types.Count(type => type == "DeadlineBreached").Should().Be(1);
        types.Count(type => type == "EscalationStepFired").Should().Be(1);
        (await host.GetAsync("/api/v1/cases?overdue=true")).Json["items"]!.AsArray().Should().ContainSingle();
    }

    [Fact]
    public async Task Webhook_ReceiverFailsFirst_GetsTheMessageAgainUnderTheSameKeyAndSigned()
    {
        var received = new ConcurrentQueue<(string Key, string Signature, string Body, string Topic)>();
        await using var receiver = await ReceiverAsync(received, failures: 1);
        await using var host = await RunningHost.StartAsync(settings:
        [
            ("Webhook:Url", receiver.Urls.First() + "/hook"), ("Webhook:Secret", Secret),
        ]);

        await host.OpenRequestAsync();
        await Eventually.HoldsAsync(
            () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(5));
                return Task.FromResult(received.Count >= 2);
            },
            "the message comes a second time");

        var messages = received.ToArray();
        messages.Select(message => message.Key).Distinct().Should().ContainSingle();
        messages
            .Should()
            .OnlyContain(message => message.Topic == "event" && IsSigned(message.Key, message.Signature, message.Body));
    }

    private static bool IsSigned(string key, string signature, string body)
    {
        var seconds = signature[2..signature.IndexOf(',', StringComparison.Ordinal)];
        var signed = System.Security.Cryptography.HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{seconds}.{key}.{body}"));
        return signature.EndsWith("v1=" + Convert.ToHexStringLower(signed), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> ReceiverAsync(
        ConcurrentQueue<(string Key, string Signature, string Body, string Topic)> received, int failures)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/hook", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync();
            received.Enqueue((
                request.Headers[WebhookSink.KeyHeader].ToString(),
                request.Headers[WebhookSignature.Header].ToString(),
                body,
                request.Headers[WebhookSink.TopicHeader].ToString()));
            return Results.StatusCode(received.Count <= failures ? (int)HttpStatusCode.InternalServerError : 204);
        });
        await app.StartAsync();
        return app;
    }
}
