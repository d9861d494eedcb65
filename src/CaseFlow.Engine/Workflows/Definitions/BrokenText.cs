using System.Text.Json;
using System.Text.Unicode;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>
/// Finds what stands between quotes in JSON and is no text: bytes that are not UTF-8, halves of surrogate pairs. The
/// parser lets it pass, and whoever reads it later throws.
/// </summary>
internal static class BrokenText
{
    /// <summary>The line and column of the first, from 1, the column in bytes; null: there is none.</summary>
    public static (int Line, int Column)? Find(ReadOnlySpan<byte> json, int depth)
    {
        var isUtf8 = Utf8.IsValid(json);
        var reader = new Utf8JsonReader(
            json,
            new JsonReaderOptions
            {
                AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = depth,
            });
        while (reader.Read())
        {
            var isText = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName;
            if (isText && (!isUtf8 || reader.ValueIsEscaped) && !IsWhole(ref reader))
            {
                return PlaceOf(json[..(int)reader.TokenStartIndex]);
            }
        }

        return null;
    }

    private static bool IsWhole(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static (int Line, int Column) PlaceOf(ReadOnlySpan<byte> before) =>
        (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
}
