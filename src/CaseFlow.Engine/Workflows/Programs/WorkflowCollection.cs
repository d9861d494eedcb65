using System.Text;
using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>A library of definitions that are at hand, such as those of a folder.</summary>
/// <param name="definitions">The definitions; of two with one version id the first counts.</param>
public sealed class WorkflowCollection(IEnumerable<WorkflowDefinition> definitions) : IWorkflowLibrary
{
    private readonly List<WorkflowDefinition> _definitions =
        [.. definitions.DistinctBy(definition => definition.VersionId, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public WorkflowDefinition? FindVersion(string versionId) =>
        _definitions.Find(definition => definition.VersionId == versionId);

    /// <inheritdoc/>
    public WorkflowDefinition? FindDefinition(string definitionId) =>
        Newest(definition => definition.DefinitionId == definitionId);

    /// <inheritdoc/>
    public WorkflowDefinition? FindActivityType(string type) => Newest(definition =>
        definition.Options.UsableAsActivity && TypeName(definition.Name ?? definition.DefinitionId) == type);

    /// <summary>
    /// The name of the activity type that a workflow of this name is: `send the_letter` is `SendTheLetter`.
    /// </summary>
    public static string TypeName(string name)
    {
        var type = new StringBuilder(name.Length);
        var begins = true;
        foreach (var letter in name)
        {
            if (letter is ' ' or '_' or '-')
            {
                begins = true;
                continue;
            }

            type.Append(begins ? char.ToUpperInvariant(letter) : letter);
            begins = false;
        }

        return type.ToString();
    }

    private WorkflowDefinition? Newest(Func<WorkflowDefinition, bool> isMeant) => _definitions
        .Where(isMeant)
        .OrderByDescending(definition => definition.IsPublished)
        .ThenByDescending(definition => definition.Version)
        .FirstOrDefault();
}
