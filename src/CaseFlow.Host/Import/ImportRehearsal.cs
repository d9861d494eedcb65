using CaseFlow.Engine;
using CaseFlow.Host.Composition;
using CaseFlow.Host.Packs;

namespace CaseFlow.Host.Import;

/// <summary>
/// Plays a register in memory first, so that a case with a step that the rules refuse is left out whole: what is
/// imported is never half a case.
/// </summary>
internal static class ImportRehearsal
{
    /// <summary>What would be refused.</summary>
    public static async Task<ImportRun> RunAsync(
        LoadedPack pack,
        ImportMap map,
        HostSettings settings,
        IReadOnlyList<RegisterCase> cases,
        DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        var clock = ImportPlayer.ClockBefore(cases);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddCaseFlowInMemory();
        EngineServices.Add(services, pack, settings);
        await using var provider = services.BuildServiceProvider();
        return await new ImportPlayer(provider, clock, map).PlayAsync(cases, until, _ => { }, cancellationToken);
    }
}
