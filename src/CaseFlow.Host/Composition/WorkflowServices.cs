using CaseFlow.Engine;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Worker;
using CaseFlow.Host.Workflows;
using CaseFlow.Host.Workflows.Requests;
using CaseFlow.Scripting;

namespace CaseFlow.Host.Composition;

/// <summary>The engine of workflows; the storage ports are registered apart.</summary>
internal static class WorkflowServices
{
    /// <summary>Registers it without cases.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddCaseFlowScripting();
        services.AddCaseFlowWorkflowEngine();
        services.AddSingleton<IRequestSender>(provider => SenderOf(provider.GetService<HostSettings>()));
        services.AddSingleton<IWorkHandler, RequestHandler>();
    }

    /// <summary>
    /// Registers it with the work of cases, and with a loop that is nudged by every commit; the ports stand already.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="publishes">Whether the workflows of the current pack are published.</param>
    public static void AddWithLoop(IServiceCollection services, bool publishes)
    {
        Around<IWorkflowStore>(services, (store, nudge) => new NudgingStore(store, nudge));
        Around<IWorkflowQueue>(services, (queue, nudge) => new NudgingQueue(queue, nudge));
        services.AddSingleton<WorkflowNudge>();
        Add(services);
        services.AddCaseFlowWorkflows();
        services.AddHostedService<WorkflowLoop>();
        if (publishes)
        {
            services.AddHostedService<PackWorkflowLoop>();
        }
    }

    // How long another machine takes is measured by the clock of machines, also where the days are skipped.
    private static HttpRequestSender SenderOf(HostSettings? settings)
    {
        var rules = settings is { Workflows.Http: var http }
            ? AddressRules.Read(http.Allow, http.OnlyListed).Rules
            : AddressRules.None;
        return new HttpRequestSender(new CheckedConnections(rules), TimeProvider.System);
    }

    private static void Around<T>(IServiceCollection services, Func<T, WorkflowNudge, T> make)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.AddSingleton(provider => make(
            (T)inner.ImplementationFactory!(provider), provider.GetRequiredService<WorkflowNudge>()));
    }
}
