using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Does what activities of some types ask.</summary>
internal interface ICaseWork
{
    /// <summary>The types of the activities, as `CaseFlow.FireTrigger`.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Does it; what it does under the request's key happens once.</summary>
    /// <exception cref="WorkflowFault">It cannot succeed.</exception>
    ValueTask<WorkAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken);
}

/// <summary>A request as case work reads it.</summary>
/// <param name="Type">The type of the activity that asks.</param>
/// <param name="Key">The key under which its effects happen once, apart from the keys of other commands.</param>
/// <param name="Payload">What the activity says.</param>
/// <param name="InstanceId">The instance that asks.</param>
internal sealed record CaseRequest(
    string Type, string Key, IReadOnlyDictionary<string, object?> Payload, string InstanceId)
{
    /// <summary>The request of a bookmark.</summary>
    public static CaseRequest Of(WorkRequest request) => new(
        request.Key,
        "workflow/" + request.EffectKey,
        CasePayload.Read(request.Payload) ?? new Dictionary<string, object?>(StringComparer.Ordinal),
        request.InstanceId);

    /// <summary>The case that it is about; null: none.</summary>
    public string? Case => Payload.Text(CasePayload.Case);

    /// <summary>When the activity asked, UTC.</summary>
    public DateTimeOffset At =>
        Payload.Instant(CasePayload.At) ?? throw ActivityContext.Fault(WorkflowCodes.InputMissing, CasePayload.At);

    /// <summary>The local day that an input names, or null.</summary>
    public DateOnly? Day(string name, AgencyTime time)
    {
        if (Payload.Text(name) is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : time.DayOf(Payload.Instant(name)
                ?? throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, name, "yyyy-MM-dd"));
    }

    /// <summary>The values of a name as JSON, or null.</summary>
    public JsonObject? Json(string name) =>
        Payload.Map(name) is { } map ? JsonNode.Parse(ValueJson.Text(map))!.AsObject() : null;
}

/// <summary>JSON of cases as values of workflows.</summary>
internal static class CaseValues
{
    /// <summary>The value; null for null.</summary>
    public static object? Of(JsonNode? json)
    {
        if (json is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(json.ToJsonString());
        return ValueJson.Read(document.RootElement);
    }

    /// <summary>A day as workflows have it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Texts as a list of values.</summary>
    public static List<object?> Texts(IEnumerable<string> texts) => [.. texts];
}
