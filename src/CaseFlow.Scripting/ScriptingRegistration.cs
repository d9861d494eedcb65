using CaseFlow.Engine.Workflows.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseFlow.Scripting;

/// <summary>Registers what runs the scripts of workflows.</summary>
public static class ScriptingRegistration
{
    /// <summary>Has JavaScript run on Jint, unless another engine is registered already.</summary>
    public static IServiceCollection AddCaseFlowScripting(this IServiceCollection services)
    {
        services.TryAddSingleton<IScriptEngine>(static provider =>
            new JintScriptEngine(provider.GetService<TimeProvider>()));
        return services;
    }
}
