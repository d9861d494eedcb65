using System.Net;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Host.Workflows.Requests;
using Microsoft.AspNetCore.Http;

namespace CaseFlow.Host.Tests.Workflows.Requests;

/// <summary>Requests of workflows, to a real listener on this machine.</summary>
public sealed class HttpRequestSenderTests
{
    private readonly SkippingTimeProvider _clock = new(new DateTimeOffset(2026, 9, 14, 2, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Send_ToAListedAddress_GivesStatusHeadersAndContent(int status)
    {
        await using var machine = await OtherMachine.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers["X-Kind"] = "test";
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync("""{"said":1}""");
        });

        var outcome = await SendAsync(Post(machine.Address), "127.0.0.1");

        var answered = outcome.Should().BeOfType<RequestOutcome.Answered>().Subject;
        answered.StatusCode.Should().Be(status);
        answered.ContentType.Should().Be("application/json");
        System.Text.Encoding.UTF8.GetString(answered.Content.Span).Should().Be("""{"said":1}""");
        answered.Headers.Should().Contain(KeyValuePair.Create("X-Kind", "test"));
        machine.Asked.Should().Equal("POST / instance/7 Bearer secret drawn");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task Send_ToThisMachineUnlisted_IsForbiddenAndNotSent(string host)
    {
        await using var machine = await OtherMachine.StartAsync(_ => Task.CompletedTask);
        var address = new UriBuilder(machine.Address) { Host = host }.Uri;

        var outcome = await SendAsync(Post(address));

        outcome.Should().Be(new RequestOutcome.Forbidden(host));
        machine.Asked.Should().BeEmpty();
    }

    [Fact]
    public async Task Send_ToANameThatStandsForSomethingElseTheSecondTime_IsForbiddenThen()
    {
        await using var machine = await OtherMachine.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        });
        var looked = 0;
        Task<IPAddress[]> Resolve(string name, CancellationToken cancellationToken) =>
            Task.FromResult<IPAddress[]>([IPAddress.Parse(looked++ == 0 ? "127.0.0.1" : "127.0.0.2")]);
        using var sender = Sender(Resolve, "127.0.0.1");
        var request = Post(new UriBuilder(machine.Address) { Host = "turncoat.example" }.Uri);

        (await sender.SendAsync(request, default)).Should().BeOfType<RequestOutcome.Answered>();
        (await sender.SendAsync(request, default)).Should().Be(new RequestOutcome.Forbidden("turncoat.example"));

        looked.Should().Be(2, "each connection goes to what was looked up and checked for it");
        machine.Asked.Should().ContainSingle();
    }

    [Fact]
    public async Task Send_ToANameOfSeveralAddresses_GoesToTheAllowedOnes()
    {
        await using var machine = await OtherMachine.StartAsync(_ => Task.CompletedTask);
        using var sender = Sender(
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("127.0.0.2"), IPAddress.Loopback]), "127.0.0.1");

        var outcome = await sender.SendAsync(
            Post(new UriBuilder(machine.Address) { Host = "both.example" }.Uri), default);

        outcome.Should().BeOfType<RequestOutcome.Answered>();
    }

    [Theory]
    [InlineData(301, "GET")]
    [InlineData(302, "GET")]
    [InlineData(303, "GET")]
    [InlineData(307, "POST")]
    [InlineData(308, "POST")]
    public async Task Send_RedirectedOnTheSameMachine_IsFollowedUnderTheSameKey(int status, string method)
    {
        await using var machine = await OtherMachine.StartAsync(context => Redirect(context, status, "/there"));

        (await SendAsync(Post(machine.Address), "127.0.0.1")).Should().BeOfType<RequestOutcome.Answered>()
            .Which.StatusCode.Should().Be(200);

        machine.Asked.Should().Equal(
            "POST / instance/7 Bearer secret drawn", $"{method} /there instance/7 Bearer secret drawn");
    }

    [Fact]
    public async Task Send_RedirectedToAForbiddenAddress_IsForbidden()
    {
        await using var inside = await OtherMachine.StartAsync(_ => Task.CompletedTask);
        var target = new UriBuilder(inside.Address) { Host = "127.0.0.2" }.Uri.AbsoluteUri;
        await using var machine = await OtherMachine.StartAsync(context => Redirect(context, 302, target));

        (await SendAsync(Post(machine.Address), "127.0.0.1")).Should().Be(new RequestOutcome.Forbidden("127.0.0.2"));
    }

    [Fact]
    public async Task Send_RedirectedToAnotherMachine_LeavesDrawnHeadersBehind()
    {
        await using var other = await OtherMachine.StartAsync(_ => Task.CompletedTask);
        await using var machine = await OtherMachine.StartAsync(
            context => Redirect(context, 307, other.Address.AbsoluteUri + "there"));

        await SendAsync(Post(machine.Address), "127.0.0.1");

        other.Asked.Should().Equal("POST /there instance/7");
    }

    [Theory]
    [InlineData("/again", 6)]
    [InlineData("ftp://127.0.0.1/x", 1)]
    public async Task Send_RedirectedWithoutEndOrElsewhere_IsAnsweredByTheRedirect(string target, int asked)
    {
        await using var machine = await OtherMachine.StartAsync(context =>
        {
            context.Response.Redirect(target);
            return Task.CompletedTask;
        });

        (await SendAsync(Post(machine.Address), "127.0.0.1")).Should().BeOfType<RequestOutcome.Answered>()
            .Which.StatusCode.Should().Be(302);
        machine.Asked.Should().HaveCount(asked);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Send_AnAnswerOfTheLargestSizeAndAbove_IsTakenAndRefused(int above, bool isTaken)
    {
        await using var machine = await OtherMachine.StartAsync(
            context => context.Response.Body.WriteAsync(new byte[RequestLimits.LargestContent + above]).AsTask());

        (await SendAsync(Post(machine.Address), "127.0.0.1") is RequestOutcome.Answered).Should().Be(isTaken);
    }

    [Fact]
    public async Task Send_AnAnswerWithoutEnd_IsTooLarge()
    {
        await using var machine = await OtherMachine.StartAsync(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[64 * 1024]);
            }
        });

        (await SendAsync(Post(machine.Address), "127.0.0.1")).Should().BeOfType<RequestOutcome.TooLarge>();
    }

    [Fact]
    public async Task Send_NoAnswerInTime_TimesOutByTheClock()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var machine = await OtherMachine.StartAsync(async context =>
        {
            asked.SetResult();
            await UntilLeftAsync(context);
        });

        var sending = SendAsync(Post(machine.Address), "127.0.0.1");
        await asked.Task;
        _clock.Advance(RequestLimits.Longest - TimeSpan.FromTicks(1));
        sending.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));

        (await sending).Should().BeOfType<RequestOutcome.TimedOut>();
    }

    [Fact]
    public async Task Send_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        await using var machine = await OtherMachine.StartAsync(async context =>
        {
            await cancelled.CancelAsync();
            await UntilLeftAsync(context);
        });
        using var sender = Sender(Dns.GetHostAddressesAsync, "127.0.0.1");

        var sending = async () => await sender.SendAsync(Post(machine.Address), cancelled.Token);

        await sending.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Send_WhereNobodyListens_IsNotReached()
    {
        var machine = await OtherMachine.StartAsync(_ => Task.CompletedTask);
        var address = machine.Address;
        await machine.DisposeAsync();

        (await SendAsync(Post(address), "127.0.0.1")).Should().BeOfType<RequestOutcome.NotReached>();
    }

    private static async Task UntilLeftAsync(HttpContext context)
    {
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var told = context.RequestAborted.Register(left.SetResult);
        await left.Task;
    }

    private static Task Redirect(HttpContext context, int status, string target)
    {
        if (context.Request.Path == "/")
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = target;
        }

        return Task.CompletedTask;
    }

    private static OutgoingRequest Post(Uri address) => new(
        "instance/7", address, "POST",
        [
            KeyValuePair.Create("Authorization", "Bearer secret"), KeyValuePair.Create("X-Drawn", "drawn"),
            KeyValuePair.Create("Idempotency-Key", "drawn"),
        ],
        "{}"u8.ToArray(), "application/json");

    private async Task<RequestOutcome> SendAsync(OutgoingRequest request, params string[] allowed)
    {
        using var sender = Sender(Dns.GetHostAddressesAsync, allowed);
        return await sender.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private HttpRequestSender Sender(
        Func<string, CancellationToken, Task<IPAddress[]>> resolve, params string[] allowed) =>
        new(new CheckedConnections(AddressRules.Read(allowed, onlyListed: false).Rules, resolve), _clock);
}
