using System.Text.Json.Nodes;

namespace CaseFlow.Acceptance.Words;

/// <summary>Facts by path, laid out as the pack reads them: one object a root.</summary>
internal static class FactTree
{
    /// <summary>The tree; of two values of a path the later counts.</summary>
    public static JsonObject Of(IEnumerable<KeyValuePair<string, JsonNode?>> told)
    {
        var root = new JsonObject();
        foreach (var (path, value) in told)
        {
            var (name, fact) = (path.Split('.')[0], path.Split('.')[1]);
            if (root[name] is not JsonObject facts)
            {
                root[name] = facts = [];
            }

            facts[fact] = value?.DeepClone();
        }

        return root;
    }
}
