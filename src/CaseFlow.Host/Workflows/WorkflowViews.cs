using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Host.Workflows;

/// <summary>A version of a definition in a list.</summary>
internal sealed record DefinitionSummary(
    string DefinitionId, string VersionId, int Version, string? Name, bool IsPublished, DateTimeOffset PublishedAt)
{
    /// <summary>The summary of a row.</summary>
    public static DefinitionSummary Of(DefinitionRow row) => new(
        row.DefinitionId, row.VersionId, row.Version, row.Name, row.IsPublished, row.PublishedAt);
}

/// <summary>Something found in a definition, or why a command was not carried out.</summary>
/// <param name="Code">`CF10###`.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">Where in the JSON of the definition or of the command.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Help">What to do.</param>
internal sealed record FindingView(string Code, Severity Severity, string Path, string Message, string Help)
{
    /// <summary>The view of a finding.</summary>
    public static FindingView Of(WorkflowFinding finding, CultureInfo culture) =>
        new(finding.Code, finding.Severity, finding.Path, finding.Message(culture), finding.Help(culture));
}

/// <summary>An instance in a list.</summary>
internal sealed record InstanceSummary(
    string Id, int Version, string DefinitionId, string VersionId, WorkflowSubStatus Status, string? Name,
    string? CorrelationId, DateTimeOffset ChangedAt)
{
    /// <summary>The summary of a row.</summary>
    public static InstanceSummary Of(InstanceRow row) => new(
        row.Id, row.Version, row.DefinitionId, row.VersionId, row.Status, row.Name, row.CorrelationId, row.ChangedAt);
}

/// <summary>A page of instances; <paramref name="Next"/> is the `after` of the next page, null on the last.</summary>
internal sealed record InstancePage(IReadOnlyList<InstanceSummary> Items, string? Next);

/// <summary>Where an instance waits, and why.</summary>
internal sealed record WaitingView(
    int Bookmark, string NodeId, string Type, string? Name, string Kind, string Key, DateTimeOffset? DueAt, string Why)
{
    /// <summary>The view in a language.</summary>
    public static WaitingView Of(WaitView wait, CultureInfo culture) => new(
        wait.Bookmark, wait.NodeId, wait.Type, wait.Name, wait.Kind, wait.Key, wait.DueAt, WaitWords.Of(wait, culture));
}

/// <summary>An incident.</summary>
internal sealed record IncidentView(
    string InstanceId, int Number, string NodeId, string Type, string Code, string Message, string Help,
    DateTimeOffset At, DateTimeOffset? ResolvedAt)
{
    /// <summary>The view in a language.</summary>
    public static IncidentView Of(IncidentRow row, CultureInfo culture) => new(
        row.InstanceId, row.Number, row.NodeId, row.Type, row.Code,
        WorkflowMessages.Message(row.Code, culture, row.Arguments),
        WorkflowMessages.Help(row.Code, culture, row.Arguments),
        row.At, row.ResolvedAt);
}

/// <summary>An instance in full: where it waits and why, and what went wrong.</summary>
internal sealed record InstanceDetail(
    InstanceSummary Instance, string? DefinitionName, int DefinitionVersion, IReadOnlyList<WaitingView> Waits,
    IReadOnlyList<IncidentView> Incidents, JsonElement Output)
{
    /// <summary>The detail in a language.</summary>
    public static InstanceDetail Of(InstanceView view, CultureInfo culture) => new(
        InstanceSummary.Of(view.Instance),
        view.DefinitionName,
        view.Version,
        [.. view.Waits.Select(wait => WaitingView.Of(wait, culture))],
        [.. view.Incidents.Select(incident => IncidentView.Of(incident, culture))],
        JsonSerializer.Deserialize<JsonElement>(ValueJson.Text(view.Output)));
}

/// <summary>A line of a journal; numbers begin at 1.</summary>
internal sealed record JournalLineView(
    int Number, DateTimeOffset At, string NodeId, JournalEvent What, string? Detail);

/// <summary>A page of a journal; <paramref name="Next"/> is the `after` of the next page, null on the last.</summary>
internal sealed record JournalPage(IReadOnlyList<JournalLineView> Items, int? Next)
{
    /// <summary>The page after a line, of one line more than asked for where there are more.</summary>
    public static JournalPage Of(IReadOnlyList<JournalRow> rows, int after, int limit) => new(
        [
            .. rows.Take(limit).Select((row, place) =>
                new JournalLineView(after + place + 1, row.At, row.NodeId, row.What, row.Detail)),
        ],
        rows.Count > limit ? after + limit : null);
}

/// <summary>What a command to an instance came to.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Status">What it is doing after it.</param>
/// <param name="Repeated">True where it had taken effect before.</param>
internal sealed record InstanceAnswer(string InstanceId, WorkflowSubStatus? Status, bool Repeated)
{
    /// <summary>The answer of an accepted command.</summary>
    public static InstanceAnswer Of(WorkflowResult result) =>
        new(result.InstanceId, result.SubStatus, result.Repeated);
}
