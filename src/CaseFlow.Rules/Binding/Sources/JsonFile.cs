using System.Text.Json;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>
/// Reads a JSON file of the pack; comments and trailing commas are allowed, as people write these files.
/// </summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The document, or null with a finding at the place where reading stopped.</summary>
    public static JsonDocument? Parse(string path, ReadOnlyMemory<byte> bytes, DiagnosticBag findings)
    {
        try
        {
            return JsonDocument.Parse(bytes, Options);
        }
        catch (JsonException fault)
        {
            var line = (int)(fault.LineNumber ?? 0) + 1;
            var column = (int)(fault.BytePositionInLine ?? 0) + 1;
            findings.Report(RulesCodes.NotJson, new SourceSpan(path, 0, 0, line, column), path);
            return null;
        }
    }
}
