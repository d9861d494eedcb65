namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>
/// Workflows that an event of a case starts could not be started; the message is delivered again later.
/// </summary>
/// <param name="problems">The definitions with the codes of why.</param>
public sealed class WorkflowsNotStartedException(IReadOnlyList<string> problems)
    : Exception(string.Join(", ", problems))
{
    /// <summary>The definitions with the codes of why, as `complaint-intake CF10010`.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
