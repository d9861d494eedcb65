using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// The definitions of the store, as they stood when they were listed. A list has no JSON: one that is asked for and has
/// not been fetched is not there, and is remembered, so that it is there the next time.
/// </summary>
internal sealed class StoredLibrary(IReadOnlyList<DefinitionRow> versions) : IWorkflowLibrary
{
    private readonly Dictionary<string, WorkflowDefinition?> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missed = new(StringComparer.Ordinal);

    public WorkflowDefinition? FindVersion(string versionId) =>
        First(versions.Where(row => row.VersionId == versionId), _ => true);

    public WorkflowDefinition? FindDefinition(string definitionId) =>
        First(Newest(row => row.DefinitionId == definitionId), _ => true);

    public WorkflowDefinition? FindActivityType(string type) =>
        First(
            Newest(row => WorkflowCollection.TypeName(row.Name ?? row.DefinitionId) == type),
            definition => definition.Options.UsableAsActivity);

    /// <summary>Fetches what was asked for and not there; false where there was nothing of that.</summary>
    public async ValueTask<bool> FetchAsync(IWorkflowStore store, CancellationToken cancellationToken)
    {
        var missed = _missed.ToList();
        _missed.Clear();
        foreach (var version in missed)
        {
            var row = await store.FindVersionAsync(version, cancellationToken);
            _read[version] = row is null ? null : ReadNamed(row).Definition;
        }

        return missed.Count > 0;
    }

    /// <summary>A definition as stored, under the name and number that the store gave it.</summary>
    public static DefinitionReading ReadNamed(DefinitionRow row)
    {
        var reading = DefinitionReader.Read(row.Json, row.DefinitionId);
        return reading.Definition is { } drawn
            ? reading with
            {
                Definition = drawn with
                {
                    DefinitionId = row.DefinitionId,
                    VersionId = row.VersionId,
                    Version = row.Version,
                    IsPublished = row.IsPublished,
                },
            }
            : reading;
    }

    private IEnumerable<DefinitionRow> Newest(Func<DefinitionRow, bool> isMeant) => versions
        .Where(isMeant)
        .OrderByDescending(row => row.IsPublished)
        .ThenByDescending(row => row.Version);

    private WorkflowDefinition? First(IEnumerable<DefinitionRow> rows, Predicate<WorkflowDefinition> isMeant)
    {
        foreach (var row in rows)
        {
            if (!_read.TryGetValue(row.VersionId, out var definition))
            {
                _missed.Add(row.VersionId);
                return null;
            }

            if (definition is not null && isMeant(definition))
            {
                return definition;
            }
        }

        return null;
    }
}

/// <summary>A library that only remembers whether it was asked: most definitions use no others.</summary>
internal sealed class AskedLibrary : IWorkflowLibrary
{
    /// <summary>Whether it was asked for anything.</summary>
    public bool WasAsked { get; private set; }

    public WorkflowDefinition? FindVersion(string versionId) => Ask();

    public WorkflowDefinition? FindDefinition(string definitionId) => Ask();

    public WorkflowDefinition? FindActivityType(string type) => Ask();

    private WorkflowDefinition? Ask()
    {
        WasAsked = true;
        return null;
    }
}
