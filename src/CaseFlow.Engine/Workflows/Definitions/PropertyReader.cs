using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>
/// Reads the properties of one JSON object by name, tells what is of the wrong kind, and remembers which were asked
/// for: the others are kept as they are.
/// </summary>
internal sealed class PropertyReader
{
    /// <summary>
    /// The longest name or id, in signs: types with their assemblies and type arguments have some three hundred.
    /// </summary>
    public const int LongestName = 1_000;

    private readonly Dictionary<string, JsonElement> _properties;
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly FindingList _findings;

    public PropertyReader(JsonElement json, string path, FindingList findings)
    {
        (Path, _findings) = (path, findings);
        _properties = new Dictionary<string, JsonElement>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in json.EnumerateObject())
        {
            // The last of two equal names counts, as it does for every reader of .NET.
            _properties[property.Name] = property.Value;
        }
    }

    public string Path { get; }

    /// <summary>What nobody asked for.</summary>
    public IReadOnlyDictionary<string, JsonElement> Rest => _properties
        .Where(property => !_taken.Contains(property.Key))
        .ToDictionary(
            property => property.Key, property => property.Value.Clone(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of what nobody has asked for so far, in the order of the file.</summary>
    public IReadOnlyList<string> Untaken => [.. _properties.Keys.Where(name => !_taken.Contains(name))];

    /// <summary>Looks at a property without taking it.</summary>
    public JsonElement? Peek(string name) => _properties.TryGetValue(name, out var value) ? value : null;

    public JsonElement? Take(string name)
    {
        _taken.Add(name);
        return _properties.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    /// <summary>A text; a number is read as its digits, as older exports wrote ids.</summary>
    public string? Text(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { } other => Wrong<string>(name, "\"…\"", other),
    };

    /// <summary>A name or an id; of one that is too long, its beginning and its end.</summary>
    public string? Name(string name)
    {
        var text = Text(name);
        if (text is not { Length: > LongestName })
        {
            return text;
        }

        Tell(WorkflowCodes.NameTooLong, At(name), LongestName.ToString(CultureInfo.InvariantCulture));
        return FindingList.Shortened(text, LongestName);
    }

    /// <summary>A name that must be there.</summary>
    public string NeededName(string name, string instead)
    {
        if (Name(name) is { Length: > 0 } text)
        {
            return text;
        }

        Tell(WorkflowCodes.PropertyMissing, Path, name);
        return instead;
    }

    public bool Flag(string name) => Take(name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } other => Wrong<bool>(name, "true | false", other),
    };

    public int? Whole(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var whole) => whole,
        { } other => Wrong<int?>(name, "1, 2, …", other),
    };

    public PropertyReader? Object(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } json => new PropertyReader(json, At(name), _findings),
        { } other => Wrong<PropertyReader?>(name, "{…}", other),
    };

    /// <summary>The objects of an array, each with its path; what is no object is told and left out.</summary>
    public IEnumerable<PropertyReader> Objects(string name)
    {
        if (Take(name) is not { } array)
        {
            yield break;
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            Wrong<object?>(name, "[…]", array);
            yield break;
        }

        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{name}[{index++}]");
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new PropertyReader(item, At(place), _findings);
            }
            else
            {
                Wrong<object?>(place, "{…}", item);
            }
        }
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (Take(name) is not { } array)
        {
            return [];
        }

        return array.ValueKind == JsonValueKind.Array
            && array.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
                ? [.. array.EnumerateArray().Select(item => item.GetString()!)]
                : Wrong<IReadOnlyList<string>>(name, "[\"…\"]", array) ?? [];
    }

    public string At(string name) => FindingList.Shortened(
        Path.Length == 0 ? name : $"{Path}.{FindingList.Shortened(name, FindingList.LongestQuote)}",
        FindingList.LongestPath);

    public void Tell(string code, string path, params string[] arguments) =>
        _findings.Add(new WorkflowFinding(code, Severity.Error, path, arguments));

    private T? Wrong<T>(string name, string needed, JsonElement found)
    {
        Tell(WorkflowCodes.WrongKind, At(name), needed, KindOf(found));
        return default;
    }

    private static string KindOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => "[…]",
        JsonValueKind.Object => "{…}",
        JsonValueKind.String => "\"…\"",
        _ => json.GetRawText(),
    };
}
