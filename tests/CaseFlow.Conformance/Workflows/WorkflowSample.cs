using System.Globalization;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

/// <summary>Commits of instances as an engine would make them; every part can be changed with `with`.</summary>
public static class WorkflowSample
{
    public static InstanceRow Row(string id, int version = 1) => new(
        id, version, "intake", "intake-v1", WorkflowSubStatus.Suspended, Name: null, CorrelationId: null, Sample.Start,
        StateOf(id, version));

    /// <summary>The commit that makes an instance, or moves it from <paramref name="expected"/> on.</summary>
    public static InstanceCommit Commit(string id, int expected = 0) =>
        new(expected, Key: null, Row(id, expected + 1), [], [], [], [], [], []);

    public static BookmarkRow Timer(string id, int number, DateTimeOffset dueAt) =>
        new(id, number, BookmarkKinds.Time, "", CorrelationId: null, dueAt);

    public static BookmarkRow Waiting(string id, int number, string key, string? correlation = null) =>
        new(id, number, BookmarkKinds.Event, key, correlation, DueAt: null);

    public static JournalRow Line(string detail) =>
        new(Sample.Start, "Flowchart1:WriteLine1", JournalEvent.Printed, detail);

    public static IncidentRow Incident(string id, int number, int minute = 0) => new(
        id, number, "Flowchart1:Http1", "Elsa.SendHttpRequest", "CF10101", ["503"], Sample.Start.AddMinutes(minute),
        ResolvedAt: null);

    public static TaskRow Task(string id, int bookmark, DateOnly? dueOn = null, string role = "officer") => new(
        TaskRow.IdOf(id, bookmark), id, bookmark, "case-1", "Verify the petition", role, Assignee: null, dueOn,
        ["Done", "Sent back"], Sample.Start);

    public static DefinitionRow Definition(string id, int version, string? versionId = null) => new(
        versionId ?? string.Create(CultureInfo.InvariantCulture, $"{id}-v{version}"),
        id,
        version,
        "Intake",
        IsPublished: true,
        "{}"u8.ToArray(),
        Sample.Start.AddMinutes(version));

    public static TriggerRow Trigger(DefinitionRow of, string activity, string key, DateTimeOffset? dueAt = null)
    {
        var kind = dueAt is null ? BookmarkKinds.Event : BookmarkKinds.Time;
        return new TriggerRow(of.DefinitionId, of.VersionId, activity, kind, key, dueAt);
    }

    public static byte[] StateOf(string id, int version) =>
        System.Text.Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}@{version}"));
}
