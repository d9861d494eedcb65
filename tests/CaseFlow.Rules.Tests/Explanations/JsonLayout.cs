using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Rules.Tests.Explanations;

/// <summary>JSON for reading: what fits on a line stands on a line.</summary>
internal static class JsonLayout
{
    private const int Width = 118;

    private static readonly JsonSerializerOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonNode node) => Of(node, "");

    private static string Of(JsonNode? node, string indent)
    {
        var line = node?.ToJsonString(Options) ?? "null";
        if (line.Length + indent.Length <= Width || node is JsonValue or null)
        {
            return line;
        }

        var deeper = indent + "  ";
        var (open, close, parts) = node is JsonObject members
            ? ('{', '}', members.Select(member =>
                JsonSerializer.Serialize(member.Key, Options) + ": " + Of(member.Value, deeper)))
            : ('[', ']', node.AsArray().Select(item => Of(item, deeper)));
        return open + "\n" + deeper + string.Join(",\n" + deeper, parts) + "\n" + indent + close;
    }
}
