using System.Text.Json;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>Reads `pack.json`. A pack without one is nameless and of version 0.</summary>
internal static class ManifestReader
{
    /// <summary>The version of the rules language that this release reads.</summary>
    public const string LanguageVersion = "1";

    /// <summary>What stands for a manifest that is absent, and for settings that it leaves out.</summary>
    public static PackManifest Nameless { get; } = new("unnamed", "0", LanguageVersion);

    /// <summary>The manifest; what cannot be read keeps its default and is a finding.</summary>
    public static PackManifest Read(IRuleSource source, DiagnosticBag findings)
    {
        if (source.Read(PackReader.ManifestPath) is not { } bytes)
        {
            return Nameless;
        }

        using var document = JsonFile.Parse(PackReader.ManifestPath, bytes, findings);
        return document is null ? Nameless : From(document.RootElement, findings);
    }

    private static PackManifest From(JsonElement root, DiagnosticBag findings)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            Refuse(findings, PackReader.ManifestPath, "{ \"name\": …, \"version\": … }");
            return Nameless;
        }

        var language = Text(root, "language", findings) ?? LanguageVersion;
        if (language != LanguageVersion)
        {
            Refuse(findings, "language", '"' + LanguageVersion + '"');
        }

        return new PackManifest(
            Text(root, "name", findings) ?? Nameless.Name,
            Text(root, "version", findings) ?? Nameless.Version,
            language)
        {
            BackdatedDaysAtMost = Days(root, "backdatedDaysAtMost", findings),
            Agencies = Text(root, "agencies", findings),
            Assessments = Names(root, "assessments", findings),
        };
    }

    private static string? Text(JsonElement root, string setting, DiagnosticBag findings)
    {
        if (JsonText.Find(root, setting) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && setting == "language")
        {
            return value.GetRawText();
        }

        if (value.ValueKind == JsonValueKind.String && JsonText.Of(value) is { Length: > 0 } text)
        {
            return text;
        }

        Refuse(findings, setting, "\"…\"");
        return null;
    }

    private static IReadOnlyList<string> Names(JsonElement root, string setting, DiagnosticBag findings)
    {
        if (JsonText.Find(root, setting) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(
                item => item.ValueKind == JsonValueKind.String && JsonText.Of(item) is { Length: > 0 }))
        {
            return [.. value.EnumerateArray().Select(item => JsonText.Of(item)!)];
        }

        Refuse(findings, setting, "[ \"…\", … ]");
        return [];
    }

    private static int Days(JsonElement root, string setting, DiagnosticBag findings)
    {
        if (JsonText.Find(root, setting) is not { } value)
        {
            return 0;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var days) && days >= 0)
        {
            return days;
        }

        Refuse(findings, setting, "0, 1, 2 …");
        return 0;
    }

    private static void Refuse(DiagnosticBag findings, string setting, string expected) =>
        findings.Report(RulesCodes.ManifestSetting, PackReader.StartOf(PackReader.ManifestPath), setting, expected);
}
