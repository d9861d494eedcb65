using CaseFlow.Engine;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Packs;

namespace CaseFlow.Host.Composition;

/// <summary>The engine with the pack that new cases pin.</summary>
internal static class EngineServices
{
    /// <summary>Registers it; the storage ports are registered apart.</summary>
    public static void Add(IServiceCollection services, LoadedPack pack, HostSettings settings)
    {
        services.AddSingleton(pack);
        services.AddSingleton<IPackCatalogue>(provider =>
            new PackCatalogue(provider.GetRequiredService<IPackArchive>(), pack.Cases, pack.Source));
        services.AddCaseFlow(options => options.TimeZone = settings.TimeZone);
    }
}
