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
        services.AddSingleton(provider => new PackCatalogue(
            provider.GetRequiredService<IPackArchive>(),
            pack.Cases,
            pack.Source,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IPackCatalogue>(provider => provider.GetRequiredService<PackCatalogue>());
        services.AddSingleton<OpenCasePreview>();
        services.AddSingleton<OpenCaseRepinning>();
        services.AddCaseFlow(options => options.TimeZone = settings.TimeZone);
    }
}
