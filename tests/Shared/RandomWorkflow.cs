using System.Globalization;
using System.Text.Json.Nodes;

namespace CaseFlow.Tests.Shared;

/// <summary>
/// Random workflow definitions that can be published: every container and branch, loops that end, waits of every kind
/// that a caller resumes, now and then something that goes wrong.
/// </summary>
internal sealed class RandomWorkflow(Random numbers)
{
    private const int Deepest = 4;

    private int _ids;
    private int _left = 40;

    /// <summary>A definition as JSON.</summary>
    public static string Of(Random numbers, string id)
    {
        var workflow = new RandomWorkflow(numbers);
        return new JsonObject
        {
            ["definitionId"] = id,
            ["name"] = id,
            ["variables"] = new JsonArray(new JsonObject
            {
                ["id"] = "count", ["name"] = "Count", ["typeName"] = "Int64", ["value"] = 0,
            }),
            ["options"] = new JsonObject
            {
                ["incidentStrategyType"] = numbers.Next(2) == 0
                    ? "ContinueWithIncidentsStrategy"
                    : "FaultStrategy",
            },
            ["root"] = workflow.Container(0),
        }.ToJsonString();
    }

    private JsonObject Any(int depth)
    {
        _left--;
        return depth >= Deepest || _left <= 0 || numbers.Next(4) == 0 ? Leaf() : Container(depth);
    }

    private JsonObject Container(int depth) => numbers.Next(9) switch
    {
        0 => Holding("Elsa.Parallel", "activities", depth),
        1 => With(Holding("Elsa.Fork", "branches", depth), "joinMode", Text(Pick("WaitAll", "WaitAny"))),
        2 => With(
            With(With(New("Elsa.If"), "condition", Flag()), "then", Any(depth + 1)),
            numbers.Next(2) == 0 ? "else" : "then", Any(depth + 1)),
        3 => With(
            With(With(New("Elsa.For"), "start", Whole(1)), "end", Whole(numbers.Next(4))), "body", Any(depth + 1)),
        4 => With(With(New("Elsa.ForEach"), "items", Items()), "body", Any(depth + 1)),
        5 => With(With(New("Elsa.ParallelForEach"), "items", Items()), "body", Any(depth + 1)),
        6 => Flowchart(depth),
        7 => Switch(depth),
        _ => Holding("Elsa.Sequence", "activities", depth),
    };

    private JsonObject Leaf() => numbers.Next(12) switch
    {
        0 => With(New("Elsa.Delay"), "timeSpan", Text(FormattableString.Invariant($"00:0{numbers.Next(5)}:00"))),
        1 => With(New("Elsa.Event"), "eventName", Text(Pick("Go", "Stop"))),
        2 => With(New("Elsa.RunTask"), "taskName", Text("Visit")),
        3 => New("CaseFlow.OpenCase"),
        4 => With(With(New("Elsa.SetVariable"), "variable", Count()), "value", Whole(numbers.Next(9))),
        5 => With(With(New("Elsa.SetOutput"), "outputName", Text("Sum")), "outputValue", Variable()),
        6 => numbers.Next(4) == 0 ? With(New("Elsa.Fault"), "message", Text("on purpose")) : Line(),
        7 => numbers.Next(6) == 0 ? New(Pick("Elsa.Finish", "Elsa.End", "Elsa.Break", "Elsa.Complete")) : Line(),
        8 => With(New("Elsa.WriteLine"), "text", Variable()),
        _ => Line(),
    };

    private JsonObject Flowchart(int depth)
    {
        var size = numbers.Next(1, 5);
        var children = Enumerable.Range(0, size).Select(_ => Any(depth + 1)).ToList();
        if (size > 2 && numbers.Next(2) == 0)
        {
            children[^1] = With(New("Elsa.FlowJoin"), "mode", Text(Pick("WaitAny", "WaitAll")));
        }

        var connections = new JsonArray();
        for (var target = 1; target < size; target++)
        {
            for (var source = 0; source < target; source++)
            {
                if (source == target - 1 || numbers.Next(3) == 0)
                {
                    connections.Add(Way(children[source], children[target]));
                }
            }
        }

        return With(
            With(New("Elsa.Flowchart"), "activities", new JsonArray([.. children])), "connections", connections);
    }

    private JsonObject Switch(int depth)
    {
        var cases = new JsonArray();
        for (var index = 0; index < 2; index++)
        {
            cases.Add(new JsonObject
            {
                ["label"] = string.Create(CultureInfo.InvariantCulture, $"case {index}"),
                ["condition"] = new JsonObject { ["type"] = "Literal", ["value"] = numbers.Next(2) == 0 },
                ["activity"] = Any(depth + 1),
            });
        }

        return With(
            With(With(New("Elsa.Switch"), "cases", cases), "mode", Text(Pick("MatchFirst", "MatchAny"))),
            "default", Any(depth + 1));
    }

    private JsonObject Holding(string type, string port, int depth) => With(
        New(type), port,
        new JsonArray([.. Enumerable.Range(0, numbers.Next(1, 5)).Select(_ => Any(depth + 1))]));

    private JsonObject Line()
    {
        var line = New("Elsa.WriteLine");
        return With(line, "text", Text($"line {line["id"]}"));
    }

    private JsonObject New(string type) => new()
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"a{++_ids}"), ["type"] = type,
    };

    private static JsonObject With(JsonObject activity, string name, JsonNode value)
    {
        activity[name] = value;
        return activity;
    }

    private static JsonObject Way(JsonObject source, JsonObject target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source["id"]!.DeepClone(), ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = target["id"]!.DeepClone(), ["port"] = "In" },
    };

    private string Pick(params string[] names) => names[numbers.Next(names.Length)];

    private JsonObject Flag() => Input("Boolean", "Literal", numbers.Next(2) == 0);

    private JsonObject Items() => Input("Object", "Object", Pick("[]", "[1]", "[1, \"two\", 3.5]"));

    private static JsonObject Text(string text) => Input("String", "Literal", text);

    private static JsonObject Whole(int number) => Input("Int64", "Literal", number);

    private static JsonObject Variable() => Input("Object", "Variable", Count());

    private static JsonObject Count() => new() { ["id"] = "count", ["name"] = "Count", ["typeName"] = "Int64" };

    private static JsonObject Input(string typeName, string language, JsonNode value) => new()
    {
        ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = language, ["value"] = value },
    };
}
