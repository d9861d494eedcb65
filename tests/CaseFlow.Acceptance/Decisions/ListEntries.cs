using System.Text.Json.Nodes;
using CaseFlow.Acceptance.Words;

namespace CaseFlow.Acceptance.Decisions;

/// <summary>Several cases in one: a list of objects with ids, or an object with an entry for each id.</summary>
internal static class ListEntries
{
    /// <summary>The entries in the order in which they stand, their ids taken out.</summary>
    public static IEnumerable<(string Id, JsonObject Given)> Of(JsonNode entries) => entries switch
    {
        JsonArray list => list.Select(entry => Entry(entry!.AsObject())),
        _ => entries.AsObject().Select(entry => (entry.Key, entry.Value!.AsObject())),
    };

    private static (string Id, JsonObject Given) Entry(JsonObject entry)
    {
        var given = entry.DeepClone().AsObject();
        given.Remove(ListMeaning.Id);
        return ((string)entry[ListMeaning.Id]!, given);
    }
}
