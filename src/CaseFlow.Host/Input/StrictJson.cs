using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Input;

/// <summary>What reading JSON gave: an object or an error, never both.</summary>
internal sealed record JsonReading(JsonObject? Value, HostError? Error);

/// <summary>
/// Reads JSON from outside: one object, no name twice, bounded depth, no comments, text in proper Unicode without NUL.
/// Never throws for what it reads.
/// </summary>
internal static class StrictJson
{
    /// <summary>Nesting that facts of a case never need more of; deeper input is an attack or a mistake.</summary>
    public const int DepthMax = 32;

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = DepthMax,
    };

    /// <summary>Reads one object; places count lines from <paramref name="firstLine"/>.</summary>
    public static JsonReading Read(ReadOnlySpan<byte> utf8, int firstLine = 1)
    {
        try
        {
            var node = JsonNode.Parse(utf8, nodeOptions: null, Options);
            if (node is not JsonObject value)
            {
                return Refused("$");
            }

            return FirstBadText(value, "$") is { } path ? Refused(path) : new JsonReading(value, Error: null);
        }
        catch (JsonException exception)
        {
            return Refused(Place(exception, firstLine));
        }
        catch (InvalidOperationException)
        {
            // A name or text holding half of a surrogate pair: found only when it is turned into a string.
            return Refused("$");
        }
    }

    private static JsonReading Refused(string place) => new(
        Value: null, new HostError(HostCodes.BadJson, place, DepthMax.ToString(CultureInfo.InvariantCulture)));

    private static string Place(JsonException exception, int firstLine) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(exception.LineNumber ?? 0) + firstLine}:{(exception.BytePositionInLine ?? 0) + 1}");

    private static string? FirstBadText(JsonNode? node, string path) => node switch
    {
        JsonObject members => members
            .Select(member => IsBad(member.Key) ? path : FirstBadText(member.Value, path + "." + member.Key))
            .FirstOrDefault(bad => bad is not null),
        JsonArray items => items.Select(item => FirstBadText(item, path)).FirstOrDefault(bad => bad is not null),
        JsonValue value when value.GetValueKind() is JsonValueKind.String && IsBad(value.GetValue<string>()) => path,
        _ => null,
    };

    private static bool IsBad(string text) => text.Contains('\0', StringComparison.Ordinal);
}
