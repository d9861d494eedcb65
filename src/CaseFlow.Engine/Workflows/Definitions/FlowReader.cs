using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>Reads the connections of a flowchart in all the spellings that exports have had.</summary>
internal static class FlowReader
{
    private const string Flowchart = "Elsa.Flowchart";

    public static (IReadOnlyList<ConnectionDefinition> Connections, string? Start) Read(
        PropertyReader json, string type) =>
        type == Flowchart ? (Connections(json), json.Name("start")) : ([], null);

    private static IReadOnlyList<ConnectionDefinition> Connections(PropertyReader json) =>
        json.Peek("connections") switch
        {
            { ValueKind: JsonValueKind.Array } => [.. json.Objects("connections").Select(Connection)],
            { ValueKind: JsonValueKind.Object } one when one.TryGetProperty("$values", out _) =>
                [.. json.Object("connections")!.Objects("$values").Select(Connection)],
            { ValueKind: JsonValueKind.Object } => [Connection(json.Object("connections")!)],
            _ => [],
        };

    private static ConnectionDefinition Connection(PropertyReader json)
    {
        if (json.Peek("source") is { ValueKind: JsonValueKind.String })
        {
            return Flat(json);
        }

        var source = End(json, "source");
        var target = End(json, "target");
        return new ConnectionDefinition(
            source.Activity, source.Port ?? ConnectionDefinition.Done, target.Activity,
            target.Port ?? ConnectionDefinition.In)
        {
            Extra = json.Rest,
        };
    }

    private static ConnectionDefinition Flat(PropertyReader json) => new(
        json.NeededName("source", ""),
        json.Name("sourcePort") ?? ConnectionDefinition.Done,
        json.NeededName("target", ""),
        json.Name("targetPort") ?? ConnectionDefinition.In)
    {
        Extra = json.Rest,
    };

    private static (string Activity, string? Port) End(PropertyReader json, string name)
    {
        if (json.Object(name) is { } end)
        {
            return (end.NeededName("activity", ""), end.Name("port"));
        }

        json.Tell(Diagnostics.WorkflowCodes.PropertyMissing, json.Path, name);
        return ("", null);
    }
}
