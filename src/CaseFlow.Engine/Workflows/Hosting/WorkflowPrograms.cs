using System.Collections.Concurrent;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// The programs of versions, each built once for the versions of other workflows that it pins. A version never changes,
/// so what is kept here stays true.
/// </summary>
internal sealed class WorkflowPrograms(IWorkflowStore store, WorkflowFeatures features)
{
    // More than any agency publishes; beyond it all are built anew, which costs time and nothing else.
    private const int Most = 1_000;

    private readonly ConcurrentDictionary<string, WorkflowProgram> _built = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, WorkflowProgram> _starting = new(StringComparer.Ordinal);

    /// <summary>The program of an instance that pins a version, and others by it; else why there is none.</summary>
    public async ValueTask<(WorkflowProgram? Program, WorkflowFinding? Problem)> FindAsync(
        string versionId, IReadOnlyDictionary<string, string> pins, CancellationToken cancellationToken)
    {
        var key = KeyOf(versionId, pins);
        if (_built.TryGetValue(key, out var kept))
        {
            return (kept, null);
        }

        var row = await store.FindVersionAsync(versionId, cancellationToken);
        return row is null
            ? (null, WorkflowResult.Problem(WorkflowCodes.NoSuchVersion, "version", versionId))
            : await BuildAsync(row, pins, cancellationToken);
    }

    /// <summary>
    /// The program that a new instance of a version begins with: what it uses of others is what is published now.
    /// </summary>
    public async ValueTask<(WorkflowProgram? Program, WorkflowFinding? Problem)> FindForStartAsync(
        DefinitionRow row, CancellationToken cancellationToken)
    {
        if (_starting.TryGetValue(row.VersionId, out var kept) && await IsCurrentAsync(kept.Pins, cancellationToken))
        {
            return (kept, null);
        }

        var built = await BuildAsync(row, null, cancellationToken);
        if (built.Program is { } program)
        {
            Keep(_starting, row.VersionId, program);
        }

        return built;
    }

    /// <summary>Builds a definition, with the others in the store that it uses.</summary>
    public async ValueTask<ProgramBuilding> BuildAsync(
        WorkflowDefinition definition,
        IReadOnlyDictionary<string, string>? pins,
        CancellationToken cancellationToken)
    {
        var asked = new AskedLibrary();
        var alone = ProgramBuilder.Build(definition, features, asked, pins);
        if (!asked.WasAsked)
        {
            return alone;
        }

        // What is asked for is known only by building; what it asks for itself only when that is there.
        var library = new StoredLibrary(await store.ListVersionsAsync(null, cancellationToken));
        var building = ProgramBuilder.Build(definition, features, library, pins);
        while (await library.FetchAsync(store, cancellationToken))
        {
            building = ProgramBuilder.Build(definition, features, library, pins);
        }

        return building;
    }

    private async ValueTask<(WorkflowProgram? Program, WorkflowFinding? Problem)> BuildAsync(
        DefinitionRow row, IReadOnlyDictionary<string, string>? pins, CancellationToken cancellationToken)
    {
        var reading = StoredLibrary.ReadNamed(row);
        var building = reading.Definition is { } definition
            ? await BuildAsync(definition, pins, cancellationToken)
            : null;
        if (building?.Program is not { } program)
        {
            return (null, reading.Findings.Concat(building?.Findings ?? [])
                .First(finding => finding.Severity == Severity.Error));
        }

        Keep(_built, KeyOf(row.VersionId, program.Pins), program);
        return (program, null);
    }

    // A pin holds while the version that it names is still the published one of its definition.
    private async ValueTask<bool> IsCurrentAsync(
        IReadOnlyDictionary<string, string> pins, CancellationToken cancellationToken)
    {
        foreach (var version in pins.Values)
        {
            var pinned = version.Length == 0 ? null : await store.FindVersionAsync(version, cancellationToken);
            var published = pinned is null
                ? null
                : await store.FindPublishedAsync(pinned.DefinitionId, cancellationToken);
            if (published?.VersionId != version)
            {
                return false;
            }
        }

        return true;
    }

    private static void Keep(
        ConcurrentDictionary<string, WorkflowProgram> programs, string key, WorkflowProgram program)
    {
        if (programs.Count >= Most)
        {
            programs.Clear();
        }

        programs[key] = program;
    }

    private static string KeyOf(string versionId, IReadOnlyDictionary<string, string> pins) => pins.Count == 0
        ? versionId
        : string.Join('\n', pins.OrderBy(pin => pin.Key, StringComparer.Ordinal)
            .SelectMany(pin => new[] { pin.Key, pin.Value }).Prepend(versionId));
}
