using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Composition;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Host.Workflows;

/// <summary>
/// The workflows of a data folder, for commands. It carries instances on until they wait; what they then have the host
/// do is done by the host that serves the folder next.
/// </summary>
internal sealed class StoredWorkflows : IDisposable
{
    private readonly ServiceProvider _services;

    private StoredWorkflows(ServiceProvider services) => _services = services;

    /// <summary>Where they are.</summary>
    public IWorkflowStore Store => _services.GetRequiredService<IWorkflowStore>();

    /// <summary>Carries them on.</summary>
    public WorkflowEngine Engine => _services.GetRequiredService<WorkflowEngine>();

    /// <summary>Looks at them.</summary>
    public WorkflowReader Reader => _services.GetRequiredService<WorkflowReader>();

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="makes">Whether one that holds no database gets one; looking is no reason to make one.</param>
    /// <exception cref="HostErrorException">There is no database.</exception>
    /// <exception cref="CaseFlow.Storage.StorageException">It cannot be used, or another process holds it.</exception>
    public static StoredWorkflows Open(string folder, bool makes = false)
    {
        var options = new SqliteOptions { Directory = folder };
        if (!makes && !File.Exists(options.CasesPath))
        {
            throw new HostErrorException(
                new HostError(HostCodes.FileNotFound, options.CasesPath, Reasons.Of(new FileNotFoundException())),
                ExitCode.Usage);
        }

        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddCaseFlowSqlite(options);
        WorkflowServices.Add(services);
        var provider = services.BuildServiceProvider();
        provider.GetRequiredService<SqliteStorage>();
        return new StoredWorkflows(provider);
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();
}
