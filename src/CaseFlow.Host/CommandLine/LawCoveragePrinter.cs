using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Coverage;

namespace CaseFlow.Host.CommandLine;

/// <summary>Writes how far the rules of a pack go through the laws whose outlines it holds.</summary>
internal static class LawCoveragePrinter
{
    // What asks for work comes first; what is cited needs no list.
    private static readonly LawPartState[] Listed =
        [LawPartState.Uncited, LawPartState.NotYet, LawPartState.NeedsNoRule];

    /// <summary>Writes a line a law, and below it what of it is not cited, by reason.</summary>
    public static void Print(IReadOnlyList<LawCoverage> laws, UserTerminal terminal)
    {
        foreach (var law in laws)
        {
            terminal.Out.WriteLine(terminal.Text(
                "laws.share",
                law.Law.Name,
                Count(law, LawPartState.Cited),
                law.Parts.Count.ToString(CultureInfo.InvariantCulture),
                Count(law, LawPartState.NeedsNoRule),
                Count(law, LawPartState.NotYet),
                Count(law, LawPartState.Uncited)));
            foreach (var (state, because, parts) in Groups(law))
            {
                var reason = because.Length == 0 ? "" : ": " + MarkedLine.Shown(because);
                terminal.Out.WriteLine(
                    $"  {terminal.Text("laws.state." + NameOf(state))}: {LawCoverage.TextOf(parts)}{reason}");
            }
        }
    }

    /// <summary>The same as JSON.</summary>
    public static JsonArray Json(IReadOnlyList<LawCoverage> laws) => new([.. laws.Select(Json)]);

    private static JsonNode Json(LawCoverage law)
    {
        var json = new JsonObject
        {
            ["law"] = law.Law.Name,
            ["title"] = law.Law.Title,
            ["outline"] = law.Law.Outline!.File,
            ["total"] = law.Parts.Count,
        };
        foreach (var state in Enum.GetValues<LawPartState>())
        {
            json[NameOf(state)] = law.In(state).Count;
        }

        json["withoutRule"] = new JsonArray([.. Groups(law).Select(group => (JsonNode)new JsonObject
        {
            ["state"] = NameOf(group.State),
            ["because"] = group.Because.Length == 0 ? null : group.Because,
            ["places"] = new JsonArray([.. group.Parts.Select(part =>
                (JsonNode)JsonValue.Create(part.Place.Reference.ToString()))]),
        })]);
        return json;
    }

    private static IEnumerable<(LawPartState State, string Because, IReadOnlyList<LawPart> Parts)> Groups(
        LawCoverage law) => Listed.SelectMany(state => law.In(state)
            .GroupBy(part => part.Because)
            .Select(group => (state, group.Key, (IReadOnlyList<LawPart>)[.. group])));

    private static string Count(LawCoverage law, LawPartState state) =>
        law.In(state).Count.ToString(CultureInfo.InvariantCulture);

    private static string NameOf(LawPartState state)
    {
        var name = state.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
