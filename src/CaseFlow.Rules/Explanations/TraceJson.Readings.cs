using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

// Here: what the rules read: assumptions, parameters, definitions, dates, texts, facts.
public static partial class TraceJson
{
    private static JsonObject Assumption(FieldSymbol fact, string language) => new()
    {
        ["fact"] = fact.Path,
        ["label"] = fact.LabelIn(language),
        ["value"] = ValueJson.Write(fact.Assumed!),
        ["cites"] = Array(fact.AssumedPer, Cite),
    };

    private static JsonObject Parameter(TracedParameter read, string language) => new()
    {
        ["name"] = read.Parameter.Name,
        ["label"] = read.Parameter.LabelIn(language),
        ["value"] = ValueJson.Write(read.Value),
        ["from"] = read.From is { } from ? Iso(from) : null,
        ["lowest"] = ValueJson.Write(read.Parameter.Lowest),
        ["highest"] = ValueJson.Write(read.Parameter.Highest),
        ["owner"] = read.Parameter.Owner,
        ["cites"] = Array(read.Cites, Cite),
    };

    private static JsonObject Definition(TracedDefinition read)
    {
        var json = new JsonObject { ["name"] = read.Definition.Name };
        AddValue(json, read.Value);
        json["facts"] = Texts(read.Facts);
        json["cites"] = Array(read.Definition.Cites, Cite);
        return json;
    }

    private static JsonObject Fact(TracedFact read)
    {
        var json = new JsonObject { ["fact"] = read.Fact.Path };
        AddValue(json, read.Value);
        if (read.IsAssumed)
        {
            json["state"] = "assumed";
        }

        return json;
    }

    // Text that was told may name people, so a trace says of it only that it was told.
    private static void AddValue(JsonObject json, Value value)
    {
        json["state"] = value switch
        {
            UnknownValue => "unknown",
            MissingValue => "missing",
            _ => "known",
        };
        if (value is not (UnknownValue or MissingValue) && ValueJson.IsTold(value) && !HoldsText(value))
        {
            json["value"] = ValueJson.Write(value);
        }
    }

    private static bool HoldsText(Value value) => value switch
    {
        TextValue => true,
        ListValue list => list.Items.Any(HoldsText),
        RecordValue record => record.Fields.Values.Any(HoldsText),
        _ => false,
    };

    private static JsonObject Date(TracedDate date) => new()
    {
        ["text"] = date.Text,
        ["calendar"] = date.Calendar is var (name, version)
            ? new JsonObject { ["name"] = name, ["version"] = version }
            : null,
        ["start"] = Iso(date.Start),
        ["rawEnd"] = Iso(date.Term.RawEnd),
        ["lastDay"] = Iso(date.Term.LastDay),
        ["certainty"] = NameOf(date.Term.Certainty),
        ["steps"] = Steps(date.Term.Steps),
    };

    private static JsonObject Step(TermStep step)
    {
        var json = new JsonObject
        {
            ["kind"] = NameOf(step.Kind),
            ["from"] = Iso(step.From),
            ["through"] = Iso(step.Through),
            ["count"] = step.Count,
        };
        if (step.Term is { } term)
        {
            json["term"] = ValueJson.Write(new DurationValue(term));
        }

        if (step.Name is not null)
        {
            json["name"] = step.Name;
            json["certainty"] = NameOf(step.Certainty);
        }

        return json;
    }

    private static JsonObject Text(TracedText text) => new()
    {
        ["text"] = text.Text,
        ["hits"] = Array(text.Hits, hit => new JsonObject
        {
            ["phrase"] = hit.Phrase,
            ["start"] = hit.Start,
            ["length"] = hit.Length,
        }),
    };

    private static string NameOf(DayCertainty certainty) => certainty switch
    {
        DayCertainty.Verified => "V",
        DayCertainty.FromMemory => "M",
        _ => "E",
    };
}
