using CaseFlow.Engine.Definitions;

namespace CaseFlow.Host.Worker;

/// <summary>
/// Lets open cases go over to a pack whose activation says so: at the start, right after each activation, and once more
/// after a while, for cases that were being opened at that very moment.
/// </summary>
internal sealed partial class RepinLoop : WakeableLoop
{
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private readonly OpenCaseRepinning _repinning;
    private readonly PackCatalogue _packs;
    private readonly ILogger _log;
    private int _seen;

    public RepinLoop(OpenCaseRepinning repinning, PackCatalogue packs, TimeProvider clock, ILogger<RepinLoop> log)
        : base(new Nudge(), clock, log)
    {
        (_repinning, _packs, _log) = (repinning, packs, log);
        packs.Activated += Wake;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _packs.Activated -= Wake;
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> RunOnceAsync(CancellationToken cancellationToken)
    {
        var number = (await _packs.ActiveAsync(cancellationToken)).Activation.Number;
        if (await _repinning.RunOnceAsync(cancellationToken) is { } run && run.Repinned + run.StayingTotal > 0)
        {
            LogRun(_log, run.Activation, run.Repinned, run.StayingTotal);
        }

        var isFirstLook = number != _seen;
        _seen = number;
        return isFirstLook ? SecondLook : Rest;
    }

    private void Wake(object? sender, EventArgs activated) => Wake();

    [LoggerMessage(
        EventId = 9177,
        Level = LogLevel.Information,
        Message = "Activation {Activation}: {Repinned} open cases went over, {Staying} keep their packs")]
    private static partial void LogRun(ILogger log, int activation, int repinned, int staying);
}
