using System.Threading.Channels;

namespace CaseFlow.Host.Worker;

/// <summary>Tells a loop that there may be something to do before it meant to look again.</summary>
internal class Nudge
{
    private readonly Channel<bool> _nudges =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Tells it; several before it looks count as one.</summary>
    public void Give() => _nudges.Writer.TryWrite(true);

    /// <summary>Waits until it is told.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken) =>
        await _nudges.Reader.ReadAsync(cancellationToken);
}

/// <summary>The nudge of the loop of workflows, which whatever commits their work gives.</summary>
internal sealed class WorkflowNudge : Nudge;
