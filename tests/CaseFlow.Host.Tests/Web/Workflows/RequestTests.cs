using System.Text.Json.Nodes;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Tests.Workflows.Requests;
using Microsoft.AspNetCore.Http;

namespace CaseFlow.Host.Tests.Web.Workflows;

/// <summary>Requests that workflows send from a host as `serve` composes it.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task SendHttpRequest_CutOffOnce_IsSentAgainUnderTheSameKeyAndGoesOnByItsStatus()
    {
        var turns = 0;
        await using var machine = await OtherMachine.StartAsync(context =>
        {
            if (Interlocked.Increment(ref turns) == 1)
            {
                context.Abort();
            }

            context.Response.StatusCode = StatusCodes.Status201Created;
            return Task.CompletedTask;
        });
        await using var host = await RunningHost.StartAsync(settings: ("Workflows:Http:Allow:0", "127.0.0.1"));

        var id = await StartAsync(host, machine.Address);
        await Eventually.HoldsAsync(
            async () =>
            {
                host.Clock.Advance(TimeSpan.FromSeconds(10));
                return await host.StatusAsync(id) == "finished";
            },
            "it is sent again");

        (await host.PrintedAsync(id)).Should().Equal("made");
        machine.Asked.Should().HaveCount(2).And.OnlyContain(asked => asked == machine.Asked.First());
        machine.Asked.First().Should().StartWith($"POST / {id}/");
    }

    [Fact]
    public async Task SendHttpRequest_ToAnAddressThatIsNotListed_IsAnIncidentThatSaysWhatToDo()
    {
        await using var machine = await OtherMachine.StartAsync(_ => Task.CompletedTask);
        await using var host = await RunningHost.StartAsync();

        var id = await StartAsync(host, machine.Address);
        await Eventually.HoldsAsync(async () => await host.StatusAsync(id) == "faulted", "it cannot be sent");

        var incident = (await host.InstanceAsync(id))["incidents"]![0]!;
        incident["code"]!.GetValue<string>().Should().Be("CF10154");
        incident["message"]!.GetValue<string>().Should().Contain("127.0.0.1");
        incident["help"]!.GetValue<string>().Should().Contain("CaseFlow:Workflows:Http:Allow");
        machine.Asked.Should().BeEmpty();
    }

    private static async Task<string> StartAsync(RunningHost host, Uri address)
    {
        (await host.PublishAsync("call")).Status.Should().Be(200);
        var body = new JsonObject
        {
            ["definition"] = "call", ["input"] = new JsonObject { ["Address"] = address.AbsoluteUri },
        };
        var started = await host.PostAsync(FlowDesk.Api + "/instances", body.ToJsonString(), "s1");
        started.Status.Should().Be(201, started.Text);
        return started.Json["instanceId"]!.GetValue<string>();
    }
}
