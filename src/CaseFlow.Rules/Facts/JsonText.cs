using System.Text.Json;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// Texts and names in JSON. An escaped half of a surrogate pair, and bytes that are not UTF-8, are well-formed JSON to
/// its reader and no text: asking for them throws.
/// </summary>
internal static class JsonText
{
    // What stands for a name that is no text: no declared thing bears it.
    private const string Unreadable = "\uFFFD";

    /// <summary>The text of a JSON string, or null where it is none.</summary>
    public static string? Of(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a property; U+FFFD where it is no text.</summary>
    public static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return Unreadable;
        }
    }

    /// <summary>The property of a name in an object, the last where it stands twice, or null.</summary>
    public static JsonElement? Find(JsonElement json, string name)
    {
        JsonElement? found = null;
        foreach (var property in json.EnumerateObject())
        {
            found = NameOf(property) == name ? property.Value : found;
        }

        return found;
    }
}
