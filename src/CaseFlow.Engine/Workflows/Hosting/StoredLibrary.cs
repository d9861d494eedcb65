using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// The definitions of the store, as they stood when they were listed; each is read when it is asked for.
/// </summary>
internal sealed class StoredLibrary(IReadOnlyList<DefinitionRow> versions) : IWorkflowLibrary
{
    private readonly Dictionary<string, WorkflowDefinition?> _read = new(StringComparer.Ordinal);

    public WorkflowDefinition? FindVersion(string versionId) =>
        versions.FirstOrDefault(row => row.VersionId == versionId) is { } row ? Read(row) : null;

    public WorkflowDefinition? FindDefinition(string definitionId) =>
        Newest(row => row.DefinitionId == definitionId).Select(Read).OfType<WorkflowDefinition>().FirstOrDefault();

    public WorkflowDefinition? FindActivityType(string type) =>
        Newest(row => WorkflowCollection.TypeName(row.Name ?? row.DefinitionId) == type)
            .Select(Read)
            .OfType<WorkflowDefinition>()
            .FirstOrDefault(definition => definition.Options.UsableAsActivity);

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

    private WorkflowDefinition? Read(DefinitionRow row)
    {
        if (!_read.TryGetValue(row.VersionId, out var definition))
        {
            definition = ReadNamed(row).Definition;
            _read.Add(row.VersionId, definition);
        }

        return definition;
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
