using System.Runtime.CompilerServices;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagrams;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Host.Workflows;

/// <summary>The journal of an instance, and what is told from it.</summary>
internal static class InstanceJournal
{
    private const int Page = 1_000;

    /// <summary>All lines, in order, read page by page.</summary>
    public static async IAsyncEnumerable<JournalRow> ReadAsync(
        IWorkflowStore store, string instanceId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = 0; ; after += Page)
        {
            var rows = await store.ReadJournalAsync(instanceId, after, Page, cancellationToken);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Page)
            {
                yield break;
            }
        }
    }

    /// <summary>The diagram of an instance; null where the version that it pins cannot be had.</summary>
    public static async ValueTask<string?> DiagramAsync(
        IWorkflowStore store, InstanceRow instance, CancellationToken cancellationToken)
    {
        if (await store.FindVersionAsync(instance.VersionId, cancellationToken) is not { } version
            || DefinitionReader.Read(version.Json, version.DefinitionId).Definition is not { } definition)
        {
            return null;
        }

        var lines = new List<JournalRow>();
        await foreach (var line in ReadAsync(store, instance.Id, cancellationToken))
        {
            lines.Add(line);
        }

        return WorkflowDiagram.Of(definition, InstanceProgress.Of(lines));
    }
}
