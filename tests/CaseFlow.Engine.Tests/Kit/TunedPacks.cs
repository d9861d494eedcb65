using System.Globalization;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Tests.Kit;

/// <summary>The works pack with a decision about every case that a parameter tunes.</summary>
internal static class TunedPacks
{
    private const string Manifest =
        """
        {
          "name": "works", "version": "2", "agencies": "agencies.json", "backdatedDaysAtMost": 60,
          "assessments": ["pressing"]
        }
        """;

    private const string Module =
        """
        language en
        module works.assess
        import works.facts

        parameter crowd : number = 3 between 1 and 50 step 1 owner "head" per practice "the desk's own order"

        decision pressing
          gives level : weight
          by date petition.received_on
          hit single
          rule calm
            per ACT art 9
            then level is plain
          exception crowded to calm
            per ACT art 10
            when petition.contents is at least crowd
            then level is grave
        end decision
        """;

    /// <summary>The pack with another value of its parameter, and other words put in.</summary>
    public static InMemoryRuleSource Source(int crowd, params (string File, string Old, string New)[] edits)
    {
        var works = TestPacks.SourceOf("works");
        var files = works.Files.ToDictionary(
            file => file, file => Encoding.UTF8.GetString(works.Read(file)!.Value.Span), StringComparer.Ordinal);
        files["pack.json"] = Manifest;
        files["assess.cfr"] = Module.Replace(
            "= 3 ", "= " + crowd.ToString(CultureInfo.InvariantCulture) + " ", StringComparison.Ordinal);
        foreach (var (file, old, now) in edits)
        {
            files[file].Should().Contain(old);
            files[file] = files[file].Replace(old, now, StringComparison.Ordinal);
        }

        return InMemoryRuleSource.OfTexts([.. files.Select(file => (file.Key, file.Value))]);
    }

    public static CasePack Read(IRuleSource source)
    {
        var reading = CasePackReader.Read(source);
        reading.Diagnostics.Where(finding => finding.Severity == Rules.Diagnostics.Severity.Error)
            .Select(finding => finding.Span + " " + finding.Code).Should().BeEmpty();
        return reading.Pack!;
    }

    public static Desk Desk(int crowd)
    {
        var source = Source(crowd);
        return new Desk(Read(source), source);
    }

    public static async Task<CaseId> OpenWith(this Desk desk, int contents)
    {
        var facts = Kit.Desk.Complaint("2026-03-02");
        facts["petition"]!["contents"] = contents;
        return await desk.Open(facts);
    }

    public static async Task<ActivationResult> ActivateAsync(
        this Desk desk, IRuleSource source, OpenCasePolicy open = OpenCasePolicy.Keep, string? seen = null)
    {
        var current = (await desk.Packs.ActiveAsync(default)).Pack.Bound.Hash;
        return await desk.Packs.ActivateAsync(
            new ActivationRequest(Read(source), source, seen ?? current, "officer1", "a note", desk.NextKey(), "body")
            {
                OpenCases = open,
            },
            default);
    }
}
