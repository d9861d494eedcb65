using System.Text.Json.Nodes;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Procedures;

/// <summary>A register that was taken over, or a host that was away, leaves events behind that are no news.</summary>
public sealed class BacklogTests
{
    private readonly SkippingTimeProvider _clock = new(new DateTimeOffset(2026, 9, 14, 2, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Deliver_WhatHappenedBeforeTheDefinitionWasPublished_StartsNothing()
    {
        var ports = ProcedurePorts.InMemory(_clock);
        var host = new ProcedureHost(ports, _clock, new CountingIds(), new Letterbox());
        await OpenAsync(host, "before");

        _clock.JumpTo(_clock.GetUtcNow().AddMinutes(1));
        await host.PublishAsync(["intake.json"]);
        var after = await OpenAsync(host, "after");
        await host.SettleAsync();

        var instances = await ports.Workflows.ListAsync(
            new InstanceQuery(null, null, null, null, 10), TestContext.Current.CancellationToken);
        instances.Should().ContainSingle().Which.CorrelationId.Should().Be(after);
        host.Faults.Should().BeEmpty();
    }

    private static async Task<string> OpenAsync(ProcedureHost host, string key)
    {
        var facts = new JsonObject
        {
            ["petition"] = new JsonObject
            {
                ["kind"] = "complaint", ["subject"] = "admin_act", ["instance"] = "first",
                ["received_on"] = "2026-09-14", ["petitioner_count"] = 1,
            },
        };
        var opened = await host.Engine.ExecuteAsync(
            new OpenCase(key, Principal.System) { Facts = facts, Agency = "commune_a" },
            TestContext.Current.CancellationToken);
        opened.Problems.Should().BeEmpty();
        return opened.CaseId!.Value.ToString();
    }
}
