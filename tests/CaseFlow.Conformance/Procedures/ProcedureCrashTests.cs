using CaseFlow.Engine.Testing;

namespace CaseFlow.Conformance.Procedures;

/// <summary>
/// A host that dies at any of its calls to a store, before it or after it, is followed by another: the case comes to
/// the same history, each command in it once, and the same messages leave, each under one key.
/// </summary>
public sealed class ProcedureCrashTests
{
    // A prime, so that the moments that are tried drift over the steps of a scenario.
    private const int Stride = 23;

    [Theory]
    [InlineData("intake-rejected", 1)]
    [InlineData("verification", Stride)]
    [InlineData("intake-late-and-refused", Stride)]
    [InlineData("decision-and-service", Stride)]
    [InlineData("overdue-up-to-the-chair", Stride)]
    public async Task Procedure_WhoseHostDiesAnywhere_LeavesTheSameHistoryAndMessages(string name, int stride)
    {
        var undisturbed = await PlayAsync(name, int.MaxValue);
        for (var moment = 1; moment <= undisturbed.Moments; moment += stride)
        {
            var disturbed = await PlayAsync(name, moment);

            disturbed.Events.Should().Equal(undisturbed.Events, "the host died at moment {0}", moment);
            disturbed.Messages.Should().BeEquivalentTo(
                undisturbed.Messages, "the host died at moment {0}", moment);
        }
    }

    private static async Task<(int Moments, IReadOnlyList<string> Events, IReadOnlyList<string> Messages)> PlayAsync(
        string name, int diesAt)
    {
        var clock = new SkippingTimeProvider(new DateTimeOffset(2026, 9, 14, 0, 0, 0, TimeSpan.Zero));
        var (lasting, letters, ids) = (ProcedurePorts.InMemory(clock), new Letterbox(), new CountingIds());
        var moments = new Moments(diesAt);
        var hosts = 0;
        var play = new ProcedurePlay(
            ProcedureTests.Scenario(name),
            name,
            () => new ProcedureHost(hosts++ == 0 ? Dying(lasting, moments) : lasting, clock, ids, letters));
        await play.RunAsync(lasting, letters, fault => fault is HostDiedException);

        // A host that dies before it has opened the case leaves another id to the one after it.
        var id = play.Case.ToString();
        return (
            moments.Passed,
            await play.EventsAsync(),
            [.. letters.Messages.Select(message => message.Payload.Replace(id, "CASE", StringComparison.Ordinal))]);
    }

    private static ProcedurePorts Dying(ProcedurePorts ports, Moments moments) => ports with
    {
        Cases = DyingPort<Engine.Storage.ICaseStore>.Around(ports.Cases, moments),
        Timers = DyingPort<Engine.Storage.ITimerQueue>.Around(ports.Timers, moments),
        Outbox = DyingPort<Engine.Storage.IOutboxQueue>.Around(ports.Outbox, moments),
        Workflows = DyingPort<Engine.Workflows.Storage.IWorkflowStore>.Around(ports.Workflows, moments),
        Bookmarks = DyingPort<Engine.Workflows.Storage.IWorkflowQueue>.Around(ports.Bookmarks, moments),
        Inbox = DyingPort<Engine.Workflows.Storage.ITaskInbox>.Around(ports.Inbox, moments),
    };
}
