using System.Text.Json;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>
/// The names of roles, levels and agencies that the agency register of a pack knows, folded. Only names are read
/// here; the register itself, and what may be wrong with it, is the engine's.
/// </summary>
internal sealed class AgencyNames
{
    private readonly HashSet<string> _roles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _levels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _agencies = new(StringComparer.Ordinal);

    private AgencyNames()
    {
    }

    /// <summary>
    /// The names, or null where the pack names no register or it cannot be read (then a finding says so).
    /// </summary>
    public static AgencyNames? Read(IRuleSource source, PackManifest manifest, DiagnosticBag findings)
    {
        if (manifest.Agencies is not { } file)
        {
            return null;
        }

        if (source.Read(file) is not { } bytes)
        {
            findings.Report(RulesCodes.FileMissing, PackReader.StartOf(PackReader.ManifestPath), file);
            return null;
        }

        using var document = JsonFile.Parse(file, bytes, findings);
        if (document is null)
        {
            return null;
        }

        var names = new AgencyNames();
        foreach (var agency in Items(document.RootElement, "agencies"))
        {
            names.Add(agency);
        }

        return names;
    }

    /// <summary>Whether an agency has a role of this name.</summary>
    public bool HasRole(Name role) => _roles.Contains(IdentifierFolding.Fold(role.Text));

    /// <summary>Whether an agency stands at a level of this name.</summary>
    public bool HasLevel(Name level) => _levels.Contains(IdentifierFolding.Fold(level.Text));

    /// <summary>Whether there is an agency of this name.</summary>
    public bool HasAgency(Name agency) => _agencies.Contains(IdentifierFolding.Fold(agency.Text));

    private void Add(JsonElement agency)
    {
        AddText(_agencies, agency, "id");
        AddText(_levels, agency, "level");
        if (JsonText.Find(agency, "roles") is { ValueKind: JsonValueKind.Object } roles)
        {
            _roles.UnionWith(roles.EnumerateObject().Select(role => IdentifierFolding.Fold(JsonText.NameOf(role))));
        }
    }

    private static void AddText(HashSet<string> names, JsonElement owner, string property)
    {
        if (JsonText.Find(owner, property) is { ValueKind: JsonValueKind.String } value
            && JsonText.Of(value) is { } name)
        {
            names.Add(IdentifierFolding.Fold(name));
        }
    }

    private static IEnumerable<JsonElement> Items(JsonElement root, string property) =>
        root.ValueKind == JsonValueKind.Object
        && JsonText.Find(root, property) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];
}
