using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Workflows;

/// <summary>What a starter gives on the command line: `NAME=VALUE`, or a JSON object with several.</summary>
internal static class WorkflowInputs
{
    /// <summary>
    /// The values by name; of two of one name the last counts. A value is text, and JSON where the definition declares
    /// another type than text.
    /// </summary>
    /// <exception cref="HostErrorException">Neither form.</exception>
    public static IReadOnlyDictionary<string, object?> Read(
        IEnumerable<string> given, IReadOnlyList<ArgumentDefinition> declared)
    {
        var types = declared.ToLookup(input => input.Name, StringComparer.Ordinal);
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var text in given)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (text.AsSpan().TrimStart().StartsWith("{") && Json(text) is Dictionary<string, object?> several)
            {
                foreach (var (name, value) in several)
                {
                    values[name] = value;
                }
            }
            else if (equals > 0)
            {
                var name = text[..equals].Trim();
                values[name] = Value(text[(equals + 1)..], types[name].FirstOrDefault());
            }
            else
            {
                throw new HostErrorException(new HostError(HostCodes.BadInputOption, text), ExitCode.Usage);
            }
        }

        return values;
    }

    private static object? Value(string text, ArgumentDefinition? declared) =>
        declared is null || (WorkflowType.Of(declared.TypeName).Kind == ValueKind.Text && !declared.IsArray)
            ? text
            : Json(text) ?? text;

    private static object? Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return ValueJson.Read(document.RootElement);
        }
        catch (JsonException)
        {
            // A text, then.
            return null;
        }
    }
}
