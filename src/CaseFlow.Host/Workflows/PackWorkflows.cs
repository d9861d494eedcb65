using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.Workflows;

/// <summary>
/// Publishes the definitions in a pack's folder `workflows`. A host that starts with the pack it had before leaves
/// alone what was published before, also where something newer was published since; a pack that becomes current brings
/// all of its definitions with it.
/// </summary>
internal sealed class PackWorkflows(WorkflowEngine engine, IWorkflowStore store)
{
    private const string Folder = "workflows/";

    private const string Ending = ".json";

    /// <summary>Publishes them; returns what came of those that were not there.</summary>
    /// <param name="files">The files of the pack.</param>
    /// <param name="becameCurrent">Whether the pack became current just now.</param>
    /// <param name="cancellationToken">Cancels between two definitions.</param>
    public async ValueTask<IReadOnlyList<(string File, PublishResult Result)>> PublishAsync(
        IRuleSource files, bool becameCurrent, CancellationToken cancellationToken)
    {
        var published = new List<(string, PublishResult)>();
        foreach (var file in files.Files.Where(IsWorkflow).Order(StringComparer.Ordinal))
        {
            var json = files.Read(file)!.Value;
            var name = file[Folder.Length..^Ending.Length];
            if (!becameCurrent && await IsKnownAsync(json, name, cancellationToken))
            {
                continue;
            }

            var result = await engine.PublishAsync(json, name, cancellationToken);
            if (!result.Repeated)
            {
                published.Add((file, result));
            }
        }

        return published;
    }

    private static bool IsWorkflow(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(Ending, StringComparison.Ordinal);

    private async ValueTask<bool> IsKnownAsync(
        ReadOnlyMemory<byte> json, string name, CancellationToken cancellationToken)
    {
        if (DefinitionReader.Read(json, name).Definition is not { } drawn)
        {
            return false;
        }

        var versions = await store.ListVersionsAsync(drawn.DefinitionId, cancellationToken);
        return versions.Any(version => version.Json.Span.SequenceEqual(json.Span));
    }
}
