using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Input;

/// <summary>
/// Reads the members of one object and collects every fault: unknown members, missing ones, wrong types.
/// </summary>
internal sealed class JsonMembers
{
    private readonly JsonObject _object;
    private readonly string _place;
    private readonly CultureInfo _culture;
    private readonly List<HostError> _errors;

    /// <summary>Reads <paramref name="value"/>, which may hold <paramref name="known"/> and nothing else.</summary>
    public JsonMembers(
        JsonObject value,
        string place,
        IReadOnlyList<string> known,
        CultureInfo culture,
        List<HostError> errors
    )
    {
        (_object, _place, _culture, _errors) = (value, place, culture, errors);
        foreach (var (name, _) in value)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                _errors.Add(new HostError(HostCodes.UnknownMember, Path(name), string.Join(", ", known)));
            }
        }
    }

    /// <summary>An object, or null where it is left out.</summary>
    public JsonObject? Object(string name) => Node(name) switch
    {
        null => null,
        JsonObject value => value,
        _ => Wrong<JsonObject>(name, "type.object"),
    };

    /// <summary>A list, or null where it is left out.</summary>
    public JsonArray? Array(string name) => Node(name) switch
    {
        null => null,
        JsonArray value => value,
        _ => Wrong<JsonArray>(name, "type.array"),
    };

    /// <summary>Text, or null where it is left out.</summary>
    public string? Text(string name) => Node(name) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() is JsonValueKind.String => value.GetValue<string>(),
        _ => Wrong<string>(name, "type.text"),
    };

    /// <summary>Text that must be there and hold something.</summary>
    public string RequiredText(string name)
    {
        var text = Text(name);
        if (string.IsNullOrWhiteSpace(text) && !_errors.Exists(error => error.Arguments[0] == Path(name)))
        {
            _errors.Add(new HostError(HostCodes.MissingMember, Path(name)));
        }

        return text ?? "";
    }

    /// <summary>A day, or null where it is left out.</summary>
    public DateOnly? Day(string name)
    {
        if (Node(name) is null)
        {
            return null;
        }

        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Wrong<string>(name, "type.date");
        return null;
    }

    private JsonNode? Node(string name) => _object.TryGetPropertyValue(name, out var node) ? node : null;

    private string Path(string name) => _place.Length == 0 ? name : _place + "." + name;

    private T? Wrong<T>(string name, string type)
        where T : class
    {
        _errors.Add(new HostError(HostCodes.WrongMember, Path(name), HostMessages.Text(type, _culture)));
        return null;
    }
}
