using System.Threading.Channels;

namespace CaseFlow.Host.Worker;

/// <summary>Tells the loop of workflows that something may have become due before it meant to look again.</summary>
internal sealed class WorkflowNudge
{
    private readonly Channel<bool> _nudges =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Tells it; several before it looks count as one.</summary>
    public void Give() => _nudges.Writer.TryWrite(true);

    /// <summary>Waits until it is told.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken) =>
        await _nudges.Reader.ReadAsync(cancellationToken);
}
