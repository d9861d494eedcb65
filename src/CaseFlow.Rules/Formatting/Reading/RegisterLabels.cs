using System.Text.Json;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>
/// What the agency register calls its agencies (`agencies[].name`), and roles and levels (`labels`), in one language.
/// </summary>
internal sealed class RegisterLabels
{
    private readonly Dictionary<string, string> _labels = new(IdentifierFolding.Comparer);

    private RegisterLabels()
    {
    }

    /// <summary>The labels; none where the pack names no register.</summary>
    public static RegisterLabels Read(IRuleSource source, PackManifest manifest, string language)
    {
        var labels = new RegisterLabels();
        if (manifest.Agencies is not { } file || source.Read(file) is not { } bytes)
        {
            return labels;
        }

        using var document = JsonFile.Parse(file, bytes, new DiagnosticBag());
        if (document is { RootElement.ValueKind: JsonValueKind.Object })
        {
            labels.AddAgencies(document.RootElement, language);
            labels.AddOthers(document.RootElement, language);
        }

        return labels;
    }

    /// <summary>The label of a role, level or agency, or null.</summary>
    public string? Of(string name) => _labels.GetValueOrDefault(name);

    private void AddAgencies(JsonElement root, string language)
    {
        if (!root.TryGetProperty("agencies", out var agencies) || agencies.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var agency in agencies.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (Text(agency, "id") is { } id && agency.TryGetProperty("name", out var names)
                && Text(names, language) is { } name)
            {
                _labels[id] = name;
            }
        }
    }

    private void AddOthers(JsonElement root, string language)
    {
        if (!root.TryGetProperty("labels", out var labels) || labels.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var label in labels.EnumerateObject())
        {
            if (Text(label.Value, language) is { } text)
            {
                _labels[label.Name] = text;
            }
        }
    }

    private static string? Text(JsonElement owner, string property) =>
        owner.ValueKind == JsonValueKind.Object
        && owner.TryGetProperty(property, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
