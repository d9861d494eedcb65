using System.Text.Json.Nodes;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>The body of a start, as OpenAPI describes it; <see cref="InstanceBody"/> reads it.</summary>
/// <param name="Definition">The definition's id.</param>
/// <param name="Version">The id of the version to take; left out: the published one.</param>
/// <param name="Case">The case that it is about: its correlation id.</param>
/// <param name="Input">What the workflow is given, by name.</param>
internal sealed record StartForm(string Definition, string? Version, string? Case, JsonObject? Input);

/// <summary>The body of a resumption.</summary>
/// <param name="Answer">What came; left out: nothing.</param>
internal sealed record ResumeForm(JsonNode? Answer);

/// <summary>The body of a skip.</summary>
/// <param name="Outcome">The outcome that the activity ends with; left out: `Done`.</param>
internal sealed record SkipForm(string? Outcome);

/// <summary>The body of a task's completion.</summary>
/// <param name="Outcome">One of the task's outcomes.</param>
/// <param name="Result">What came of it.</param>
internal sealed record CompleteForm(string Outcome, JsonNode? Result);

/// <summary>The body that gives a task to another.</summary>
/// <param name="To">The officer's id.</param>
internal sealed record ReassignForm(string To);

/// <summary>The body of a report of outside work.</summary>
/// <param name="Result">What came of it.</param>
internal sealed record ReportForm(JsonNode? Result);
