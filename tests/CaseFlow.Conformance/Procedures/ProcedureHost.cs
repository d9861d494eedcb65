using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Outbox;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Cases;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Inbox;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Conformance.Procedures;

/// <summary>All ports that a host needs: what outlives it.</summary>
internal sealed record ProcedurePorts(
    ICaseStore Cases,
    ITimerQueue Timers,
    IOutboxQueue Outbox,
    IPackArchive Packs,
    IIdentityVault Vault,
    IWorkflowStore Workflows,
    IWorkflowQueue Bookmarks,
    ITaskInbox Inbox)
{
    public static ProcedurePorts InMemory(TimeProvider clock)
    {
        var cases = new InMemoryCaseStore();
        var workflows = new InMemoryWorkflowStore(cases);
        return new ProcedurePorts(
            cases, cases, cases, new InMemoryPackArchive(), new InMemoryIdentityVault(clock), workflows, workflows,
            workflows);
    }
}

/// <summary>The petition pack with its files, read once.</summary>
internal static class PetitionPack
{
    private static readonly Lazy<InMemoryRuleSource> Read = new(() =>
    {
        var folder = Repository.PathOf("packs/vietnam-petitions");
        return new InMemoryRuleSource(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal));
    });

    private static readonly Lazy<CasePack> Made = new(() => CasePackReader.Read(Read.Value).Pack!);

    public static InMemoryRuleSource Files => Read.Value;

    public static CasePack Cases => Made.Value;
}

/// <summary>Messages that left the host, each key once.</summary>
internal sealed class Letterbox : IOutboxSink
{
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);

    public List<OutboxRow> Messages { get; } = [];

    public ValueTask DeliverAsync(OutboxRow message, CancellationToken cancellationToken)
    {
        if (message.Topic != "event" && _keys.Add(message.Key))
        {
            Messages.Add(message);
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>A host on ports that may outlive it, and a clock that skips.</summary>
internal sealed class ProcedureHost
{
    private readonly OutboxDispatcher _dispatcher;
    private readonly Sweep _timers;
    private readonly WorkflowSweep _work;
    private readonly ProcedurePorts _ports;
    private readonly SkippingTimeProvider _clock;

    public ProcedureHost(ProcedurePorts ports, SkippingTimeProvider clock, IIdSource ids, Letterbox letters)
    {
        (_ports, _clock) = (ports, clock);
        var time = AgencyTime.Vietnam;
        var packs = new PackCatalogue(ports.Packs, PetitionPack.Cases, PetitionPack.Files, clock);
        Engine = new CaseEngine(ports.Cases, ports.Vault, packs, ids, clock, time);
        Reader = new CaseReader(ports.Cases, packs, EventCodec.Current, clock, time);
        Workflows = new WorkflowEngine(ports.Workflows, ports.Inbox, WorkflowFeatures.Plain, clock);
        Tasks = new TaskDesk(ports.Inbox, Workflows, packs, time, clock);
        var sink = new CaseEventSink(Workflows, ports.Workflows, ports.Bookmarks, clock);

        // One process at a time: a host that follows another need not wait for leases to run out.
        var none = TimeSpan.Zero;
        _dispatcher = new OutboxDispatcher(ports.Outbox, [sink, letters], clock, new OutboxOptions { Lease = none });
        _dispatcher.Failed = failed => Faults.Add(failed.Fault.Message);
        _timers = new Sweep(Engine, ports.Timers, clock, new SweepOptions { Lease = none });
        _work = new WorkflowSweep(
            Workflows,
            ports.Workflows,
            ports.Bookmarks,
            [
                CaseWorkHandlers.Commands(Engine, ports.Cases, packs, EventCodec.Current, time),
                CaseWorkHandlers.Waits(ports.Cases, packs, EventCodec.Current, clock, time),
            ],
            clock,
            new WorkflowSweepOptions { Lease = none });
        _work.Failed = failed => Faults.Add(failed.Fault?.ToString() ?? failed.Code!);
    }

    public CaseEngine Engine { get; }

    public CaseReader Reader { get; }

    public WorkflowEngine Workflows { get; }

    public TaskDesk Tasks { get; }

    /// <summary>What failed and is tried again.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Publishes definitions of the pack.</summary>
    public async Task PublishAsync(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            var json = PetitionPack.Files.Read("workflows/" + file)!.Value;
            var published = await Workflows.PublishAsync(json, Path.GetFileNameWithoutExtension(file), default);
            published.Findings.Select(finding =>
                    $"{file} {finding.Path} {finding.Code} {finding.Message(CultureInfo.InvariantCulture)}")
                .Should().BeEmpty();
        }
    }

    /// <summary>Does everything that is due until an instant, in order of time.</summary>
    public async Task PlayToAsync(DateTimeOffset instant)
    {
        await SettleAsync();
        while (await NextAsync() is { } due && due <= instant)
        {
            _clock.JumpTo(due);
            await SettleAsync();
        }

        _clock.JumpTo(instant);
    }

    /// <summary>Does everything that is due now, what comes of it included.</summary>
    public async Task SettleAsync()
    {
        var done = 1;
        while (done > 0)
        {
            done = await _timers.RunOnceAsync(default);
            done += await _dispatcher.RunOnceAsync(default);
            done += await _work.RunDueAsync(default);
        }
    }

    private async Task<DateTimeOffset?> NextAsync()
    {
        var timer = await _ports.Timers.NextDueAsync(default);
        var bookmark = await _ports.Bookmarks.NextDueAsync(default);
        return timer is null || bookmark < timer ? bookmark : timer;
    }
}
