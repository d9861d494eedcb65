using CaseFlow.Engine.Confidentiality;

namespace CaseFlow.Host.Worker;

/// <summary>Removes identities that no case came to know.</summary>
internal sealed class OrphanLoop(OrphanSweep sweep, TimeProvider clock, ILogger<OrphanLoop> log)
    : PatientLoop(clock, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> RunOnceAsync(CancellationToken cancellationToken)
    {
        await sweep.RunOnceAsync(cancellationToken);
        return Pause;
    }
}
