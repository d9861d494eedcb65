using CaseFlow.Engine.Outbox;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Tests.Kit;

namespace CaseFlow.Engine.Tests.Outbox;

public sealed class OutboxDispatcherTests
{
    private readonly Desk _desk = new(TestPacks.Works);
    private readonly RecordingSink _sink = new();

    [Fact]
    public async Task Messages_AreDeliveredInOrderOnce()
    {
        var id = await _desk.OpenAccepted();
        var dispatcher = NewDispatcher();

        (await dispatcher.RunOnceAsync(CancellationToken.None)).Should().Be(2);
        (await dispatcher.RunOnceAsync(CancellationToken.None)).Should().Be(0);

        _sink.Keys.Should().Equal($"{id}/3/0", $"{id}/9/0");
        (await _desk.Store.CountWaitingAsync(CancellationToken.None)).Should().Be(0);
    }

    [Fact]
    public async Task Message_ThatFails_ComesAgainUnderTheSameKey()
    {
        await _desk.Open(Desk.Complaint("2026-03-02"));
        var dispatcher = NewDispatcher();
        var failures = 0;
        dispatcher.Failed = _ => failures++;
        _sink.IsDown = true;
        (await dispatcher.RunOnceAsync(CancellationToken.None)).Should().Be(0);
        _sink.IsDown = false;

        (await dispatcher.RunOnceAsync(CancellationToken.None)).Should().Be(0, "it waits");
        _desk.Clock.Advance(new OutboxOptions().FirstBackoff);
        (await dispatcher.RunOnceAsync(CancellationToken.None)).Should().Be(1);

        failures.Should().Be(1);
        _sink.Keys.Should().ContainSingle();
    }

    private OutboxDispatcher NewDispatcher() => new(_desk.Store, [_sink], _desk.Clock, new OutboxOptions());

    private sealed class RecordingSink : IOutboxSink
    {
        public List<string> Keys { get; } = [];

        public bool IsDown { get; set; }

        public ValueTask DeliverAsync(OutboxRow message, CancellationToken cancellationToken)
        {
            if (IsDown)
            {
                throw new InvalidOperationException("down");
            }

            Keys.Add(message.Key);
            return ValueTask.CompletedTask;
        }
    }
}
