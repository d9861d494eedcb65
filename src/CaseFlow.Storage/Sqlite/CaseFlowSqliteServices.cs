using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts CaseFlow's ports on SQLite.</summary>
public static class CaseFlowSqliteServices
{
    /// <summary>
    /// Registers every storage port on the files of <paramref name="options"/>. They are opened when first asked for,
    /// and closed with the container; resolve <see cref="SqliteStorage"/> at the start to meet a <see
    /// cref="CaseFlow.Storage.StorageException"/> early.
    /// </summary>
    public static IServiceCollection AddCaseFlowSqlite(this IServiceCollection services, SqliteOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
            SqliteStorage.Open(options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICaseStore>(provider => provider.GetRequiredService<SqliteStorage>().Cases);
        services.AddSingleton<ITimerQueue>(provider => provider.GetRequiredService<SqliteStorage>().Timers);
        services.AddSingleton<IOutboxQueue>(provider => provider.GetRequiredService<SqliteStorage>().Outbox);
        services.AddSingleton<IPackArchive>(provider => provider.GetRequiredService<SqliteStorage>().Packs);
        services.AddSingleton<IWorkflowStore>(provider => provider.GetRequiredService<SqliteStorage>().Workflows);
        services.AddSingleton<IWorkflowQueue>(provider => provider.GetRequiredService<SqliteStorage>().Bookmarks);
        services.AddSingleton<ITaskInbox>(provider => provider.GetRequiredService<SqliteStorage>().Inbox);
        services.AddSingleton<IIdentityVault>(provider => provider.GetRequiredService<SqliteStorage>().Vault);
        return services;
    }
}
