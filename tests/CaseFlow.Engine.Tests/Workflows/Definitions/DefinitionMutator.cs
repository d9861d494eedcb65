using System.Text;
using System.Text.Json.Nodes;

namespace CaseFlow.Engine.Tests.Workflows.Definitions;

/// <summary>Changes definitions: bytes of the file, or parts of the JSON.</summary>
internal sealed class DefinitionMutator
{
    private const int MostChanges = 4;

    private static readonly string[] Oddities =
    [
        "null", "true", "\"\"", "0", "-1", "1e308", "9223372036854775807", "\"x\"", "[]", "{}", "[null]", "[[]]",
        "{\"type\":\"Elsa.Sequence\",\"id\":\"x\"}", "\"Elsa.Flowchart\"", "\"Elsa.While\"", "\"Elsa.Break\"",
        "\"Elsa.Finish\"", "\"JavaScript\"", "\"CaseFlow\"", "\"Variable\"", "\"Object\"", "\"Liquid\"", "\"00:00:01\"",
        "\"-10675199.02:48:05.4775808\"", "\"9999-12-31\"", "\"0 0 0 31 2 *\"", "\"\\u0000\"", "\"WaitAny\"",
        "\"Int32\"", "\"List<List<Int32>>\"", "{\"id\":\"x\"}", "{\"expression\":{\"type\":\"Literal\"}}",
    ];

    private static readonly string[] Pieces = ["{", "}", "[", "]", "\"", ",", ":", "\\", "\\ud800", "\\u0000", "//"];

    private readonly string[] _texts;

    /// <summary>A mutator over the definitions of files.</summary>
    public DefinitionMutator(IEnumerable<string> files) => _texts = [.. files.Select(File.ReadAllText)];

    /// <summary>A changed definition.</summary>
    public byte[] Next(Random random)
    {
        var text = _texts[random.Next(_texts.Length)];
        return random.Next(4) == 0 ? Corrupted(Encoding.UTF8.GetBytes(text), random) : Changed(text, random);
    }

    private static byte[] Corrupted(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var changes = random.Next(1, MostChanges); changes > 0; changes--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(4))
            {
                case 0:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 1:
                    changed.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 2:
                    changed.RemoveRange(at, Math.Min(random.Next(1, 40), changed.Count - at));
                    break;
                default:
                    changed.InsertRange(at, changed.GetRange(at, Math.Min(random.Next(1, 400), changed.Count - at)));
                    break;
            }
        }

        return [.. changed];
    }

    private byte[] Changed(string text, Random random)
    {
        var root = JsonNode.Parse(text)!;
        for (var changes = random.Next(1, MostChanges); changes > 0; changes--)
        {
            var places = PlacesIn(root).ToList();
            if (places.Count > 0)
            {
                Change(places[random.Next(places.Count)], random);
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private void Change(JsonNode place, Random random)
    {
        switch (place)
        {
            case JsonObject { Count: > 0 } found:
                var name = found.ElementAt(random.Next(found.Count)).Key;
                if (random.Next(3) == 0)
                {
                    found.Remove(name);
                }
                else
                {
                    found[name] = Other(random);
                }

                break;
            case JsonArray { Count: > 0 } found:
                var at = random.Next(found.Count);
                if (random.Next(3) == 0)
                {
                    found.Add(found[at]?.DeepClone());
                }
                else
                {
                    found[at] = Other(random);
                }

                break;
        }
    }

    // Something odd, or a part of another definition that may even make sense there.
    private JsonNode? Other(Random random)
    {
        if (random.Next(3) > 0)
        {
            return JsonNode.Parse(Oddities[random.Next(Oddities.Length)]);
        }

        var others = PlacesIn(JsonNode.Parse(_texts[random.Next(_texts.Length)])!).ToList();
        return others[random.Next(others.Count)].DeepClone();
    }

    private static IEnumerable<JsonNode> PlacesIn(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject found => found.Select(property => property.Value),
            JsonArray found => found,
            _ => [],
        };
        foreach (var place in children.OfType<JsonNode>().Where(child => child is JsonObject or JsonArray)
            .SelectMany(PlacesIn))
        {
            yield return place;
        }
    }
}
