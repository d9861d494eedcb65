using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Engine;

/// <summary>Registers workflows.</summary>
public static class CaseFlowWorkflowServices
{
    /// <summary>
    /// Adds the engine of workflows, its sweep and its reader, beside <see cref="CaseFlowServices.AddCaseFlow"/>. The
    /// embedder adds the ports <see cref="IWorkflowStore"/>, <see cref="IWorkflowQueue"/> and <see cref="ITaskInbox"/>
    /// (or <see cref="CaseFlowServices.AddCaseFlowInMemory"/>), an <see cref="IWorkHandler"/> for each kind of work,
    /// and where scripts are to run an <see cref="IScriptEngine"/>; what it has registered before wins.
    /// </summary>
    public static IServiceCollection AddCaseFlowWorkflows(
        this IServiceCollection services, WorkflowSweepOptions? sweep = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(sweep ?? new WorkflowSweepOptions());
        services.TryAddSingleton(provider => new WorkflowFeatures(provider.GetService<IScriptEngine>()));
        services.TryAddSingleton<WorkflowEngine>();
        services.TryAddSingleton<WorkflowReader>();
        services.TryAddSingleton<WorkflowSweep>();
        return services;
    }
}
