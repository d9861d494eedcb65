using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Outbox;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Cases;
using CaseFlow.Engine.Workflows.Embedding;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Inbox;
using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Engine;

/// <summary>Registers workflows.</summary>
public static class CaseFlowWorkflowServices
{
    /// <summary>
    /// Adds the engine of workflows, its sweep, its reader, the inbox, and the work and events of cases, beside <see
    /// cref="CaseFlowServices.AddCaseFlow"/>. The embedder adds the ports (<see cref="IWorkflowStore"/>, <see
    /// cref="IWorkflowQueue"/>, <see cref="ITaskInbox"/>, or <see cref="CaseFlowServices.AddCaseFlowInMemory"/>), an
    /// <see cref="IWorkHandler"/> for each other kind of work, and where scripts are to run an <see
    /// cref="IScriptEngine"/>; what it has registered before wins.
    /// </summary>
    public static IServiceCollection AddCaseFlowWorkflows(
        this IServiceCollection services, WorkflowSweepOptions? sweep = null) =>
        services.AddCaseFlowWorkflowEngine(sweep).AddCaseWork();

    /// <summary>The same without the work and events of cases: where there are no cases.</summary>
    public static IServiceCollection AddCaseFlowWorkflowEngine(
        this IServiceCollection services, WorkflowSweepOptions? sweep = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(sweep ?? new WorkflowSweepOptions());
        services.TryAddSingleton(static provider => new WorkflowFeatures(
            provider.GetService<IScriptEngine>(),
            provider.GetService<AgencyTime>(),
            provider.GetServices<EmbeddedRegistration>().Select(registration => registration.Declaration)));
        services.TryAddSingleton<WorkflowEngine>();
        services.TryAddSingleton<WorkflowReader>();
        services.TryAddSingleton<WorkflowSweep>();
        services.TryAddSingleton<TaskDesk>();
        return services;
    }

    // What `CaseFlow.*` activities ask of cases; the events of cases come in by the outbox.
    private static IServiceCollection AddCaseWork(this IServiceCollection services)
    {
        services.AddSingleton<IWorkHandler>(provider => new HandlerOnDemand(
            BookmarkKinds.Command,
            () => CaseWorkHandlers.CommandsOf(
                provider.GetRequiredService<CaseEngine>(),
                provider.GetRequiredService<ICaseStore>(),
                provider.GetRequiredService<IPackCatalogue>(),
                provider.GetRequiredService<EventCodec>(),
                provider.GetRequiredService<AgencyTime>())));
        services.AddSingleton<IWorkHandler>(provider => new HandlerOnDemand(
            BookmarkKinds.Case,
            () => CaseWorkHandlers.WaitsOf(
                provider.GetRequiredService<ICaseStore>(),
                provider.GetRequiredService<IPackCatalogue>(),
                provider.GetRequiredService<EventCodec>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<AgencyTime>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IOutboxSink, CaseEventSink>());
        return services;
    }

    /// <summary>
    /// Lets definitions use an activity of the embedder's own. Its class may be registered before, with a lifetime of
    /// its own; else a new object is made for each time that it works.
    /// </summary>
    public static IServiceCollection AddWorkflowActivity<T>(this IServiceCollection services)
        where T : class, IWorkflowActivity
    {
        services.TryAddTransient<T>();
        services.AddSingleton(new EmbeddedRegistration(T.Declaration, typeof(T)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IWorkHandler, EmbeddedWorkHandler>());
        return services;
    }
}
