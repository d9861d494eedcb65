using System.Collections.Concurrent;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// The programs of versions, each read from the store once. A version never changes, so what is kept here stays true.
/// </summary>
internal sealed class WorkflowPrograms(IWorkflowStore store, WorkflowFeatures features)
{
    // More than any agency publishes; beyond it all are read anew, which costs time and nothing else.
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, WorkflowProgram> _byVersion = new(StringComparer.Ordinal);

    /// <summary>The program of a version; else why there is none.</summary>
    public async ValueTask<(WorkflowProgram? Program, WorkflowFinding? Problem)> FindAsync(
        string versionId, CancellationToken cancellationToken)
    {
        if (_byVersion.TryGetValue(versionId, out var kept))
        {
            return (kept, null);
        }

        var row = await store.FindVersionAsync(versionId, cancellationToken);
        return row is null
            ? (null, WorkflowResult.Problem(WorkflowCodes.NoSuchVersion, "version", versionId))
            : Of(row);
    }

    /// <summary>The program of a version as stored.</summary>
    public (WorkflowProgram? Program, WorkflowFinding? Problem) Of(DefinitionRow row)
    {
        if (_byVersion.TryGetValue(row.VersionId, out var kept))
        {
            return (kept, null);
        }

        var reading = DefinitionReader.Read(row.Json, row.DefinitionId);
        var building = reading.Definition is { } drawn ? Build(Named(drawn, row)) : null;
        if (building?.Program is not { } program)
        {
            return (null, Worst(reading.Findings.Concat(building?.Findings ?? [])));
        }

        if (_byVersion.Count >= Most)
        {
            _byVersion.Clear();
        }

        _byVersion[row.VersionId] = program;
        return (program, null);
    }

    /// <summary>Builds a definition that is not stored.</summary>
    public ProgramBuilding Build(WorkflowDefinition definition) => ProgramBuilder.Build(definition, features);

    // The store says which version it is: the text may have been drawn as another.
    private static WorkflowDefinition Named(WorkflowDefinition drawn, DefinitionRow row) => drawn with
    {
        DefinitionId = row.DefinitionId, VersionId = row.VersionId, Version = row.Version,
    };

    private static WorkflowFinding Worst(IEnumerable<WorkflowFinding> findings) =>
        findings.First(finding => finding.Severity == Severity.Error);
}
