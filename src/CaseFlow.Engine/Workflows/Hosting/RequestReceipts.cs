using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// What tells a repeat from a key that is used for something else: a receipt names the key and what was asked under it.
/// </summary>
internal static class RequestReceipts
{
    /// <summary>
    /// Of a start: an instance's id is of its key already, so only what was asked is told. Equal requests give equal
    /// receipts whatever the order of their values.
    /// </summary>
    public static string OfStart(StartWorkflow start)
    {
        if (start.Input.Count == 0)
        {
            return $"start/{start.DefinitionId}/{start.VersionId}/{start.CorrelationId}";
        }

        var asked = new JsonObject
        {
            ["definition"] = start.DefinitionId,
            ["version"] = start.VersionId,
            ["correlation"] = start.CorrelationId,
            ["input"] = JsonNode.Parse(ValueJson.Text(start.Input)),
        };
        return "start/" + BodyHash.Of(asked);
    }

    /// <summary>How the receipts of all requests about a bookmark under somebody's key begin.</summary>
    public static string Beginning(int bookmark, RequestKey key)
    {
        var who = SHA256.HashData(Encoding.UTF8.GetBytes(key.By + "\n" + key.Key));
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"request/{bookmark}/{Convert.ToHexStringLower(who)}/");
    }

    /// <summary>The receipt of a request that begins so.</summary>
    public static string Of(string beginning, object? answer) =>
        beginning + BodyHash.Of(new JsonArray(JsonNode.Parse(ValueJson.Text(answer))));
}
