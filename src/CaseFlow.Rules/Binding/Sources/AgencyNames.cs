using System.Text.Json;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>
/// The names of roles, levels and agencies that the agency register of a pack knows, folded. Only names are read here: the
/// register itself is the engine's.
/// </summary>
internal sealed class AgencyNames
{
    private readonly HashSet<string> _roles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _levels = new(StringComparer.Ordinal);
    private readonly HashSet<string> _agencies = new(StringComparer.Ordinal);

    private AgencyNames()
    {
    }

    /// <summary>The names, or null where the pack names no register or it cannot be read (then a finding says so).</summary>
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
        names.Walk(document.RootElement);
        return names;
    }

    /// <summary>Whether a role of this name is held by someone or declared.</summary>
    public bool HasRole(Name role) => _roles.Contains(IdentifierFolding.Fold(role.Text));

    /// <summary>Whether an agency stands at a level of this name.</summary>
    public bool HasLevel(Name level) => _levels.Contains(IdentifierFolding.Fold(level.Text));

    /// <summary>Whether there is an agency of this name.</summary>
    public bool HasAgency(Name agency) => _agencies.Contains(IdentifierFolding.Fold(agency.Text));

    private void Walk(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Walk(item);
            }
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (SetOf(property.Name) is { } names)
                {
                    Collect(names, property.Value);
                }

                Walk(property.Value);
            }
        }
    }

    private HashSet<string>? SetOf(string property) => property switch
    {
        "role" or "roles" => _roles,
        "level" or "levels" => _levels,
        "agency" or "agencies" => _agencies,
        _ => null,
    };

    // `"roles": ["a"]`, `"roles": [{ "name": "a", "aliases": ["á"] }]` and `"roles": { "a": … }` are all read.
    private static void Collect(HashSet<string> names, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                names.Add(IdentifierFolding.Fold(value.GetString()!));
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    CollectItem(names, item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    names.Add(IdentifierFolding.Fold(property.Name));
                    CollectItem(names, property.Value);
                }

                break;
        }
    }

    private static void CollectItem(HashSet<string> names, JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String)
        {
            names.Add(IdentifierFolding.Fold(item.GetString()!));
        }

        if (item.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var key in (string[])["id", "name", "code", "alias", "aliases"])
        {
            if (item.TryGetProperty(key, out var value))
            {
                Collect(names, value);
            }
        }
    }
}
