using System.Globalization;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities.Cases;

/// <summary>
/// What case activities say to the host, and what it answers: values by these names. The names stand in stored
/// bookmarks: they only grow.
/// </summary>
internal static class CasePayload
{
    public const string Case = "case";
    public const string Trigger = "trigger";
    public const string Inputs = "inputs";
    public const string Facts = "facts";
    public const string Agency = "agency";
    public const string Parent = "parent";
    public const string On = "on";
    public const string At = "at";
    public const string By = "by";
    public const string DayInput = "dayInput";
    public const string Decision = "decision";
    public const string Officer = "officer";
    public const string OfficerInput = "officerInput";
    public const string To = "to";
    public const string Notice = "notice";
    public const string Deadline = "deadline";
    public const string Within = "within";
    public const string Cites = "cites";
    public const string Wait = "wait";
    public const string States = "states";
    public const string Percent = "percent";
    public const string Ladder = "ladder";
    public const string Step = "step";
    public const string EventType = "eventType";
    public const string About = "about";
    public const string Fact = "fact";
    public const string PastBreach = "pastBreach";
    public const string Lifecycle = "lifecycle";
    public const string State = "state";
    public const string After = "after";
    public const string Days = "days";
    public const string TimeOfDay = "timeOfDay";
    public const string Calendar = "calendar";
    public const string Title = "title";
    public const string Role = "role";
    public const string Outcomes = "outcomes";
    public const string DueOn = "dueOn";
    public const string Until = "until";
    public const string Outcome = "outcome";
    public const string Problems = "problems";
    public const string Result = "result";
    public const string Version = "version";
    public const string CaseId = "caseId";
    public const string Status = "status";
    public const string Missing = "missing";
    public const string LastDay = "lastDay";
    public const string InTime = "inTime";
    public const string CompletedBy = "completedBy";
    public const string Definition = "definition";
    public const string Node = "node";

    /// <summary>Values by name; those that are null are left out.</summary>
    public static Dictionary<string, object?> Of(params IEnumerable<(string Name, object? Value)> entries) =>
        entries.Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>A moment as payloads hold it: to the tick, UTC.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The values of an answer by name; null where it is none.</summary>
    public static IReadOnlyDictionary<string, object?>? Read(object? payload) =>
        ValueConversion.TryConvert(payload, WorkflowType.Map, out var map)
            ? map as IReadOnlyDictionary<string, object?>
            : null;

    /// <summary>A value as a text; null: there is none.</summary>
    public static string? Text(this IReadOnlyDictionary<string, object?> payload, string name) =>
        payload.GetValueOrDefault(name) is { } value ? ValueText.Of(value) : null;

    /// <summary>A whole number; null: there is none.</summary>
    public static long? Whole(this IReadOnlyDictionary<string, object?> payload, string name) =>
        ValueConversion.TryConvert(payload.GetValueOrDefault(name), WorkflowType.Whole, out var value)
            ? value as long?
            : null;

    /// <summary>Values by name; null: there are none.</summary>
    public static IReadOnlyDictionary<string, object?>? Map(
        this IReadOnlyDictionary<string, object?> payload, string name) => Read(payload.GetValueOrDefault(name));

    /// <summary>Texts; empty: there are none.</summary>
    public static IReadOnlyList<string> Texts(this IReadOnlyDictionary<string, object?> payload, string name) =>
        payload.GetValueOrDefault(name) switch
        {
            null => [],
            IReadOnlyList<object?> list => [.. list.Select(ValueText.Of)],
            var one => [ValueText.Of(one)],
        };

    /// <summary>A moment; null: there is none.</summary>
    public static DateTimeOffset? Instant(this IReadOnlyDictionary<string, object?> payload, string name) =>
        ValueConversion.TryConvert(
            payload.GetValueOrDefault(name), new WorkflowType(ValueKind.Instant), out var value)
            ? value as DateTimeOffset?
            : null;
}
