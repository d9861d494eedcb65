using CaseFlow.Engine;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Worker;

namespace CaseFlow.Host.Composition;

/// <summary>The engine of workflows; the storage ports are registered apart.</summary>
internal static class WorkflowServices
{
    /// <summary>Registers it.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddCaseFlowWorkflows();
    }

    /// <summary>Registers it with a loop that is nudged by every commit; the ports stand already.</summary>
    public static void AddWithLoop(IServiceCollection services)
    {
        Around<IWorkflowStore>(services, (store, nudge) => new NudgingStore(store, nudge));
        Around<IWorkflowQueue>(services, (queue, nudge) => new NudgingQueue(queue, nudge));
        services.AddSingleton<WorkflowNudge>();
        Add(services);
        services.AddHostedService<WorkflowLoop>();
    }

    private static void Around<T>(IServiceCollection services, Func<T, WorkflowNudge, T> make)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.AddSingleton(provider => make(
            (T)inner.ImplementationFactory!(provider), provider.GetRequiredService<WorkflowNudge>()));
    }
}
