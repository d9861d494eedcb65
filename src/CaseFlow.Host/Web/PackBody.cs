using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Input;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.Web;

/// <summary>What a request about packs asks for.</summary>
internal enum PackMode
{
    /// <summary>Check the pack.</summary>
    Validate,

    /// <summary>Check it, and tell what it would make of the open cases.</summary>
    Preview,

    /// <summary>Check it, and make it the current one.</summary>
    Activate,
}

/// <summary>The body of a request about packs, read; every fault is collected.</summary>
internal sealed record PackBody
{
    private const int NoteCharactersMax = 2_000;

    private const int PathCharactersMax = 200;

    private const string UnfitForPaths = "\\:*?\"<>|";

    private static readonly string[] Members =
        ["mode", "files", "pack", "parameters", "expectedCurrent", "openCases", "note"];

    private static readonly Dictionary<string, PackMode> Modes = new(StringComparer.Ordinal)
    {
        ["validate"] = PackMode.Validate, ["preview"] = PackMode.Preview, ["activate"] = PackMode.Activate,
    };

    private static readonly Dictionary<string, OpenCasePolicy> Policies = new(StringComparer.Ordinal)
    {
        ["keep"] = OpenCasePolicy.Keep, ["repin"] = OpenCasePolicy.Repin,
    };

    /// <summary>What is asked for.</summary>
    public PackMode Mode { get; private init; }

    /// <summary>A whole pack, or null.</summary>
    public InMemoryRuleSource? Files { get; private init; }

    /// <summary>The hash of an archived pack, or null for the current one.</summary>
    public string? Pack { get; private init; }

    /// <summary>Other values of parameters.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Parameters { get; private init; } = [];

    /// <summary>The hash that the caller saw as current, or null.</summary>
    public string? ExpectedCurrent { get; private init; }

    /// <summary>What becomes of open cases.</summary>
    public OpenCasePolicy OpenCases { get; private init; }

    /// <summary>Why, or null.</summary>
    public string? Note { get; private init; }

    /// <summary>Reads it.</summary>
    public static PackBody Of(JsonObject body, CultureInfo culture, List<HostError> errors)
    {
        var members = new JsonMembers(body, "", Members, culture, errors);
        var files = members.Object("files");
        var form = new PackBody
        {
            Mode = Choice(members.RequiredText("mode"), "mode", Modes, errors),
            Files = files is null ? null : FilesOf(files, culture, errors),
            Pack = members.Text("pack"),
            Parameters = ParametersOf(members.Object("parameters")),
            ExpectedCurrent = members.Text("expectedCurrent"),
            OpenCases = Choice(members.Text("openCases"), "openCases", Policies, errors),
            Note = members.Text("note"),
        };
        form.CheckTogether(files is not null, errors);
        return form;
    }

    private void CheckTogether(bool hasFiles, List<HostError> errors)
    {
        var hasReference = Pack is not null || Parameters.Count > 0;
        if (hasFiles == hasReference)
        {
            errors.Add(new HostError(HostCodes.WhichPack));
        }

        if (Mode is PackMode.Activate && string.IsNullOrEmpty(ExpectedCurrent))
        {
            errors.Add(new HostError(HostCodes.MissingMember, "expectedCurrent"));
        }

        if (Note?.Length > NoteCharactersMax)
        {
            errors.Add(new HostError(
                HostCodes.MemberTooLong, "note", NoteCharactersMax.ToString(CultureInfo.InvariantCulture)));
        }
    }

    // A choice that is left out is its first word; that it is needed was told by whoever read it.
    private static T Choice<T>(string? word, string member, Dictionary<string, T> known, List<HostError> errors)
    {
        if (string.IsNullOrEmpty(word))
        {
            return known.Values.First();
        }

        if (known.TryGetValue(word, out var chosen))
        {
            return chosen;
        }

        errors.Add(new HostError(HostCodes.UnknownChoice, member, string.Join(", ", known.Keys)));
        return known.Values.First();
    }

    private static IReadOnlyList<KeyValuePair<string, JsonElement>> ParametersOf(JsonObject? parameters) =>
    [
        .. (parameters ?? []).Select(
            entry => KeyValuePair.Create(entry.Key, JsonSerializer.SerializeToElement(entry.Value))),
    ];

    private static InMemoryRuleSource FilesOf(JsonObject files, CultureInfo culture, List<HostError> errors)
    {
        var contents = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (files.Count > PackFolder.FilesMax)
        {
            errors.Add(new HostError(
                HostCodes.MemberTooLong, "files", PackFolder.FilesMax.ToString(CultureInfo.InvariantCulture)));
            return new InMemoryRuleSource(contents);
        }

        foreach (var (path, node) in files)
        {
            if (!IsPath(path))
            {
                errors.Add(new HostError(HostCodes.BadFilePath, "files." + path));
            }
            else if (ContentOf(node) is { } content)
            {
                contents.Add(path, content);
            }
            else
            {
                errors.Add(new HostError(
                    HostCodes.WrongMember, "files." + path, HostMessages.Text("type.file", culture)));
            }
        }

        return new InMemoryRuleSource(contents);
    }

    // Paths stay inside the pack, and mean the same on every system that may write them to a folder one day.
    private static bool IsPath(string path) =>
        path.Length is > 0 and <= PathCharactersMax
        && path.Split('/').All(part => part.Length > 0 && part[0] != '.')
        && !path.Any(letter => char.IsControl(letter) || UnfitForPaths.Contains(letter, StringComparison.Ordinal));

    private static byte[]? ContentOf(JsonNode? node)
    {
        switch (node)
        {
            case JsonValue value when value.GetValueKind() is JsonValueKind.String:
                return Encoding.UTF8.GetBytes(value.GetValue<string>());
            case JsonObject { Count: 1 } coded when coded["base64"] is JsonValue text
                && text.GetValueKind() is JsonValueKind.String:
                var bytes = new byte[text.GetValue<string>().Length];
                return Convert.TryFromBase64String(text.GetValue<string>(), bytes, out var written)
                    ? bytes[..written]
                    : null;
            default:
                return null;
        }
    }
}
