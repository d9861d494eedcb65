using CaseFlow.Host.Packs;

namespace CaseFlow.Host.Composition;

/// <summary>What a host is made of.</summary>
/// <param name="DataFolder">Folder of the database.</param>
/// <param name="Pack">The pack that new cases pin.</param>
/// <param name="Clock">The only clock.</param>
internal sealed record HostRequest(string DataFolder, LoadedPack Pack, TimeProvider Clock)
{
    /// <summary>Settings of the command line, above all others; keys as in `CaseFlow:Urls`.</summary>
    public IReadOnlyDictionary<string, string?> Overrides { get; init; } =
        new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>False: answers requests only, and whoever owns the clock sweeps (a playback).</summary>
    public bool RunsWorker { get; init; } = true;

    /// <summary>
    /// False: the pack's workflows are not published. A playback tells of years gone by, which nobody is to act upon.
    /// </summary>
    public bool PublishesWorkflows { get; init; } = true;

    /// <summary>What of the log is shown; null: as the settings say.</summary>
    public LogLevel? QuietBelow { get; init; }
}
