using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>
/// Finds the workflows that activities stand for. What an answer of the library may change later (the published version
/// of a definition, the workflow of a type's name, a version that is not there yet) is pinned: the same pins give the
/// same answers.
/// </summary>
internal sealed class WorkflowReferences(IWorkflowLibrary library, IReadOnlyDictionary<string, string>? given)
{
    private readonly Dictionary<string, string> _pins = new(StringComparer.Ordinal);

    /// <summary>What was asked for, and the version that it came to; empty: there was none.</summary>
    public IReadOnlyDictionary<string, string> Pins => _pins;

    /// <summary>
    /// The workflow of an activity, by the version that it names, else, where its type is not known otherwise, by the
    /// definition that it names, else by the type's name; null: it stands for none.
    /// </summary>
    public WorkflowDefinition? Find(ActivityDefinition activity, bool isKnownType)
    {
        if (activity.Workflow?.VersionId is { } version && Version(version) is { } exact)
        {
            return exact;
        }

        if (isKnownType)
        {
            return null;
        }

        return activity.Workflow?.DefinitionId is { } id
            && Pinned("definition " + id, () => library.FindDefinition(id)) is { } floating
                ? floating
                : Pinned("type " + activity.Type, () => library.FindActivityType(activity.Type));
    }

    // A version that is there never changes; only that it is not there yet must be kept.
    private WorkflowDefinition? Version(string id)
    {
        var pin = "version " + id;
        var found = given?.ContainsKey(pin) == true ? null : library.FindVersion(id);
        if (found is null)
        {
            _pins[pin] = "";
        }

        return found;
    }

    private WorkflowDefinition? Pinned(string pin, Func<WorkflowDefinition?> find)
    {
        var found = given?.GetValueOrDefault(pin) is { } version
            ? version.Length == 0 ? null : library.FindVersion(version)
            : find();
        _pins[pin] = found?.VersionId ?? "";
        return found;
    }
}
