using System.Text.Json;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Facts;
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
        if (JsonText.Find(root, "agencies") is not { ValueKind: JsonValueKind.Array } agencies)
        {
            return;
        }

        foreach (var agency in agencies.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            if (Text(agency, "id") is { } id && JsonText.Find(agency, "name") is { } names
                && Text(names, language) is { } name)
            {
                _labels[id] = name;
            }
        }
    }

    private void AddOthers(JsonElement root, string language)
    {
        if (JsonText.Find(root, "labels") is not { ValueKind: JsonValueKind.Object } labels)
        {
            return;
        }

        foreach (var label in labels.EnumerateObject())
        {
            if (Text(label.Value, language) is { } text)
            {
                _labels[JsonText.NameOf(label)] = text;
            }
        }
    }

    private static string? Text(JsonElement owner, string property) =>
        owner.ValueKind == JsonValueKind.Object
        && JsonText.Find(owner, property) is { ValueKind: JsonValueKind.String } value
            ? JsonText.Of(value)
            : null;
}
