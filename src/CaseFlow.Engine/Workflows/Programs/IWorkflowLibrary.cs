using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>
/// Finds the definitions that others use as activities. Its answers are fixed while a program is built, and what they
/// were is kept with every instance (its pins), so that a restart builds the same program. A version never changes and
/// never goes.
/// </summary>
public interface IWorkflowLibrary
{
    /// <summary>A library without definitions: every activity of an unknown type fails when it is run.</summary>
    static IWorkflowLibrary Empty { get; } = new NoWorkflows();

    /// <summary>A version by its own id; null: there is none.</summary>
    WorkflowDefinition? FindVersion(string versionId);

    /// <summary>The published version of a definition, else its latest; null: there is none.</summary>
    WorkflowDefinition? FindDefinition(string definitionId);

    /// <summary>
    /// The definition that is usable as an activity under a type's name: its own name in PascalCase; null: there is
    /// none.
    /// </summary>
    WorkflowDefinition? FindActivityType(string type);

    private sealed class NoWorkflows : IWorkflowLibrary
    {
        public WorkflowDefinition? FindVersion(string versionId) => null;

        public WorkflowDefinition? FindDefinition(string definitionId) => null;

        public WorkflowDefinition? FindActivityType(string type) => null;
    }
}
