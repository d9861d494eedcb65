using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>
/// What reading gave: the definition, where the text was whole enough, and everything found on the way.
/// </summary>
/// <param name="Definition">Null only where there is no tree of activities to speak of.</param>
/// <param name="Findings">In the order of the text; an error keeps the definition from being published.</param>
public sealed record DefinitionReading(WorkflowDefinition? Definition, IReadOnlyList<WorkflowFinding> Findings)
{
    /// <summary>Whether nothing found keeps it from being published.</summary>
    public bool IsSound => Definition is not null && Findings.All(finding => finding.Severity != Severity.Error);
}

/// <summary>
/// Reads workflow definitions in Elsa 3's JSON format, in all its spellings. Never throws on bad text; tells all that
/// is wrong with it at once. Pure.
/// </summary>
public static class DefinitionReader
{
    /// <summary>
    /// The largest text that is read, in bytes. The largest definition seen in the wild has under 100 activities and 60
    /// KB.
    /// </summary>
    public const int LargestText = 64 * 1024 * 1024;

    // An activity in a port of an activity takes three levels of JSON.
    private const int JsonDepth = 16 + (3 * ActivityReader.DeepestNesting);

    private static readonly JsonDocumentOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = JsonDepth,
    };

    /// <summary>Reads a definition.</summary>
    /// <param name="utf8">The text; a byte order mark is passed over.</param>
    /// <param name="name">What it is called where it names itself nothing: the file's name without its ending.</param>
    public static DefinitionReading Read(ReadOnlyMemory<byte> utf8, string name)
    {
        if (utf8.Length > LargestText)
        {
            return Nothing(WorkflowCodes.TooLarge, Number(utf8.Length), Number(LargestText));
        }

        var text = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return BrokenText.Find(text.Span, JsonDepth) is var (line, column)
                ? Nothing(WorkflowCodes.BrokenText, Number(line), Number(column))
                : Read(document.RootElement, name);
        }
        catch (JsonException exception) when (IsTooDeep(text))
        {
            return Nothing(
                WorkflowCodes.NestedTooDeeply, Number(ActivityReader.DeepestNesting), Number(exception.LineNumber + 1));
        }
        catch (JsonException exception)
        {
            return Nothing(
                WorkflowCodes.NotJson, Number(exception.LineNumber + 1), Number(exception.BytePositionInLine + 1));
        }
    }

    private static DefinitionReading Read(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Nothing(WorkflowCodes.PropertyMissing, "root");
        }

        var findings = new FindingList();
        var envelope = new PropertyReader(json, "", findings);
        var root = envelope.Object("root");
        if (root is null)
        {
            envelope.Tell(WorkflowCodes.PropertyMissing, "", "root");
            return new DefinitionReading(null, findings.All);
        }

        var definition = Envelope(envelope, new ActivityReader(findings).Read(root), name);
        return new DefinitionReading(definition, findings.All);
    }

    private static WorkflowDefinition Envelope(PropertyReader json, ActivityDefinition root, string name)
    {
        var called = json.Name("name");
        var id = json.Name("definitionId") ?? called ?? name;
        var version = json.Whole("version") ?? 1;
        return new WorkflowDefinition
        {
            DefinitionId = id,
            VersionId = json.Name("id") ?? string.Create(CultureInfo.InvariantCulture, $"{id}:{version}"),
            Version = version,
            Name = called,
            Description = json.Text("description"),
            IsPublished = json.Flag("isPublished"),
            IsLatest = json.Flag("isLatest"),
            Variables = [.. json.Objects("variables").Select(VariableReader.Variable)],
            Inputs = [.. json.Objects("inputs").Select(VariableReader.Argument)],
            Outputs = [.. json.Objects("outputs").Select(VariableReader.Argument)],
            Outcomes = json.Texts("outcomes"),
            Options = WorkflowOptionsOf(json),
            Root = root,
            Extra = json.Rest,
        };
    }

    // Exports before 3.1 said at the top whether a workflow may be used as an activity.
    private static WorkflowOptions WorkflowOptionsOf(PropertyReader json)
    {
        var usable = json.Flag("usableAsActivity");
        return json.Object("options") is { } options
            ? new WorkflowOptions
            {
                UsableAsActivity = options.Flag("usableAsActivity") || usable,
                IncidentStrategy = options.Text("incidentStrategyType"),
                Extra = options.Rest,
            }
            : new WorkflowOptions { UsableAsActivity = usable };
    }

    // The parser says "too deep" and "not JSON" with one exception; only the depth tells them apart.
    private static bool IsTooDeep(ReadOnlyMemory<byte> text)
    {
        var reader = new Utf8JsonReader(
            text.Span,
            new JsonReaderOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
                MaxDepth = JsonDepth + 1,
            });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= JsonDepth)
                {
                    return true;
                }
            }

            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static DefinitionReading Nothing(string code, params string[] arguments) =>
        new(null, [new WorkflowFinding(code, Severity.Error, "", arguments)]);

    private static string Number(long? number) => (number ?? 0).ToString(CultureInfo.InvariantCulture);
}
