using CaseFlow.Host.Packs;
namespace CaseFlow.Host.Composition;
internal static class EngineServices
{
    public static void Add(IServiceCollection services, LoadedPack pack, HostSettings settings)
    {
        services.AddSingleton<CaseFlow.Engine.Deadlines.Sweep>();
        services.AddSingleton<CaseFlow.Engine.Outbox.OutboxDispatcher>();
        services.AddSingleton<CaseFlow.Engine.Commands.CaseEngine>();
        services.AddSingleton<CaseFlow.Engine.Confidentiality.OrphanSweep>();
    }
}
