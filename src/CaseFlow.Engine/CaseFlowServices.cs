using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Outbox;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Engine;

/// <summary>How an embedder sets CaseFlow up.</summary>
public sealed class CaseFlowOptions
{
    /// <summary>The agency's time zone, by its IANA name.</summary>
    public string TimeZone { get; set; } = AgencyTime.DefaultZone;

    /// <summary>How the sweep works.</summary>
    public SweepOptions Sweep { get; set; } = new();

    /// <summary>How the dispatcher works.</summary>
    public OutboxOptions Outbox { get; set; } = new();
}

/// <summary>Registers the engine.</summary>
public static class CaseFlowServices
{
    /// <summary>
    /// Adds the engine, its sweep, its dispatcher and its reader. The embedder adds the ports (or
    /// <see cref="AddCaseFlowInMemory"/>) and an <see cref="Definitions.IPackCatalogue"/>; a clock or an id source of
    /// its own wins.
    /// </summary>
    /// <exception cref="ArgumentException">The machine does not know the time zone.</exception>
    public static IServiceCollection AddCaseFlow(
        this IServiceCollection services, Action<CaseFlowOptions>? configure = null)
    {
        var options = new CaseFlowOptions();
        configure?.Invoke(options);
        var time = AgencyTime.Find(options.TimeZone)
            ?? throw new ArgumentException($"The time zone `{options.TimeZone}` is not known here.", nameof(configure));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, RandomIds>();
        services.TryAddSingleton(time);
        services.TryAddSingleton(options.Sweep);
        services.TryAddSingleton(options.Outbox);
        services.TryAddSingleton(provider => new EventCodec(provider.GetServices<IEventUpcaster>()));
        services.TryAddSingleton<CaseEngine>();
        services.TryAddSingleton<CaseReader>();
        services.TryAddSingleton<Sweep>();
        services.TryAddSingleton<OutboxDispatcher>();
        services.TryAddSingleton<OrphanSweep>();
        return services;
    }

    /// <summary>
    /// Adds all ports in memory: for tests, samples and trying things out. Nothing outlives the process.
    /// </summary>
    public static IServiceCollection AddCaseFlowInMemory(this IServiceCollection services)
    {
        services.TryAddSingleton<InMemoryCaseStore>();
        services.TryAddSingleton<ICaseStore>(provider => provider.GetRequiredService<InMemoryCaseStore>());
        services.TryAddSingleton<ITimerQueue>(provider => provider.GetRequiredService<InMemoryCaseStore>());
        services.TryAddSingleton<IOutboxQueue>(provider => provider.GetRequiredService<InMemoryCaseStore>());
        services.TryAddSingleton<InMemoryWorkflowStore>();
        services.TryAddSingleton<IWorkflowStore>(provider => provider.GetRequiredService<InMemoryWorkflowStore>());
        services.TryAddSingleton<IWorkflowQueue>(provider => provider.GetRequiredService<InMemoryWorkflowStore>());
        services.TryAddSingleton<ITaskInbox>(provider => provider.GetRequiredService<InMemoryWorkflowStore>());
        services.TryAddSingleton<IPackArchive, InMemoryPackArchive>();
        services.TryAddSingleton<IIdentityVault, InMemoryIdentityVault>();
        return services;
    }
}
