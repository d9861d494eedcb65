using CaseFlow.Engine;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Composition;

namespace CaseFlow.Host.Workflows;

/// <summary>
/// Runs one definition in memory, with the other definitions of its folder at hand, until all that is left waits for
/// something from outside.
/// </summary>
internal sealed class FileRun : IAsyncDisposable
{
    private const string Key = "run";

    private readonly ServiceProvider _services;

    /// <summary>A run that has not begun.</summary>
    /// <param name="print">Told every line.</param>
    public FileRun(Action<string> print)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IWorkflowStore>(provider =>
            new PrintingStore(provider.GetRequiredService<InMemoryWorkflowStore>(), print));
        services.AddCaseFlowInMemory();

        // Nobody waits at a terminal for a second attempt, and nobody mends anything there.
        services.AddSingleton(new WorkflowSweepOptions { AttemptsAtMost = 1, FaultsAreFinal = true });
        WorkflowServices.Add(services);
        _services = services.BuildServiceProvider();
    }

    /// <summary>Publishes a file, and first those that it may call.</summary>
    public async Task<PublishResult> PublishAsync(WorkflowFile file, CancellationToken cancellationToken)
    {
        // The one that is published last is the one that a definition's id stands for.
        var siblings = file.Siblings()
            .OrderBy(sibling => sibling.Reading.Definition!.IsPublished)
            .ThenBy(sibling => sibling.Reading.Definition!.Version);
        foreach (var sibling in siblings)
        {
            await PublishOneAsync(sibling, cancellationToken);
        }

        return await PublishOneAsync(file, cancellationToken);
    }

    /// <summary>Runs it; the view is null where it could not begin.</summary>
    public async Task<(WorkflowResult Result, InstanceView? View)> RunAsync(
        WorkflowFile file,
        string versionId,
        IReadOnlyDictionary<string, object?> input,
        CancellationToken cancellationToken)
    {
        var start = new StartWorkflow(Key, file.Reading.Definition!.DefinitionId)
        {
            VersionId = versionId, Input = input,
        };
        var result = await _services.GetRequiredService<WorkflowEngine>().StartAsync(start, cancellationToken);
        if (result.Status is not WorkflowCommandStatus.Accepted)
        {
            return (result, null);
        }

        await _services.GetRequiredService<WorkflowSweep>().RunDueAsync(cancellationToken);
        var reader = _services.GetRequiredService<WorkflowReader>();
        var (view, problem) = await reader.FindAsync(result.InstanceId, cancellationToken);
        return (problem ?? result, view);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private ValueTask<PublishResult> PublishOneAsync(WorkflowFile file, CancellationToken cancellationToken) =>
        _services.GetRequiredService<WorkflowEngine>().PublishAsync(
            file.Json, Path.GetFileNameWithoutExtension(file.Path), cancellationToken);
}
