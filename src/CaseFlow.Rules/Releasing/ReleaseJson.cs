using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Releasing;

/// <summary>
/// What a release is, schema `cfr.release/1`: which pack, of which content, from which day, signed by whom. The same
/// pack and signature give the same text.
/// </summary>
public static class ReleaseJson
{
    /// <summary>The schema that releases name.</summary>
    public const string Schema = "cfr.release/1";

    /// <summary>The release of a pack that nothing stands against.</summary>
    /// <exception cref="ArgumentException">Something stands against it.</exception>
    public static JsonObject Write(BoundPack pack, ReleaseReport report, ReleaseSignature signature)
    {
        if (!report.IsReleasable)
        {
            throw new ArgumentException("A pack that is refused cannot be released.", nameof(report));
        }

        return new JsonObject
        {
            ["schema"] = Schema,
            ["pack"] = pack.Manifest.Name,
            ["version"] = pack.Manifest.Version,
            ["language"] = pack.Manifest.Language,
            ["packHash"] = pack.Hash,
            ["paramsHash"] = ParameterSet.Declared.HashFor(pack),
            ["date"] = signature.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["signedBy"] = Texts(signature.SignedBy),
            ["examples"] = report.Examples,
            ["coverage"] = new JsonObject
            {
                ["covered"] = report.Coverage.Covered,
                ["total"] = report.Coverage.Items.Count,
            },
            ["regionsAnalysed"] = report.Regions,
            ["practices"] = Texts(report.Practices),
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Select(text => (JsonNode)JsonValue.Create(text))]);
}
