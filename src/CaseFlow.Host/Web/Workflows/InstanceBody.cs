using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Input;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>The body of a request about an instance or a task, read; every fault is collected.</summary>
internal sealed class InstanceBody
{
    private readonly JsonObject _json;
    private readonly JsonMembers _members;

    private InstanceBody(JsonObject json, IReadOnlyList<string> known, CultureInfo culture, List<HostError> errors) =>
        (_json, _members) = (json, new JsonMembers(json, "", known, culture, errors));

    /// <summary>Reads a body that may hold <paramref name="known"/>; else the answer that refuses it.</summary>
    public static async Task<(InstanceBody? Body, IResult? Refused)> ReadAsync(
        HttpContext context, CultureInfo culture, List<HostError> errors, params IReadOnlyList<string> known)
    {
        var reading = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        return reading.Json.Value is { } json
            ? (new InstanceBody(json, known, culture, errors), null)
            : (null, Answers.Refused(reading.Status, culture, [reading.Json.Error!, .. errors]));
    }

    /// <summary>Text, or null where it is left out.</summary>
    public string? Text(string name) => _members.Text(name);

    /// <summary>Text that must be there.</summary>
    public string RequiredText(string name) => _members.RequiredText(name);

    /// <summary>A value of a workflow; null where it is left out.</summary>
    public object? Value(string name) =>
        _json.TryGetPropertyValue(name, out var node) && node is not null
            ? ValueJson.Read(JsonSerializer.SerializeToElement(node))
            : null;

    /// <summary>Values by name; none where they are left out.</summary>
    public IReadOnlyDictionary<string, object?> Values(string name) =>
        _members.Object(name) is null || Value(name) is not Dictionary<string, object?> values
            ? System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>.Empty
            : values;
}
