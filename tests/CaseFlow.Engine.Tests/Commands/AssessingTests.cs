using System.Globalization;
using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Tests.Kit;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Tests.Commands;

/// <summary>The works pack with decisions that are asked about every case as a whole.</summary>
public sealed class AssessingTests
{
    private const string Manifest =
        """
        {
          "name": "works", "version": "2", "agencies": "agencies.json", "backdatedDaysAtMost": 60,
          "assessments": ["pressing", "load"]
        }
        """;

    private const string Module =
        """
        language en
        module works.assess
        import works.facts

        decision pressing
          gives level : weight
          by date petition.received_on
          hit single
          rule as_it_weighs
            per ACT art 9
            then level is petition.weight
          exception not_heard to as_it_weighs
            per ACT art 10
            when not petition.heard
            then level is grave
        end decision

        decision load
          gives share : number
          by date petition.received_on
          hit single
          rule of_each
            per ACT art 11
            then share is 12 / petition.contents
        end decision
        """;

    [Fact]
    public async Task Opening_OfACase_RecordsWhatTheRulesSayOfIt()
    {
        var desk = new Desk(Assessed());

        var id = await desk.Open(Desk.Complaint("2026-03-02", "heavy"));

        var answers = await AnswersOf(desk, id);
        answers.Select(answer => answer.Decision).Should().Equal("pressing", "load");
        answers[0].Status.Should().Be("decided");
        answers[0].Outputs.ToJsonString().Should().Be("""{"level":"heavy"}""");
        answers[0].Rules.Should().Equal("as_it_weighs");
        answers[0].Cites.Should().Equal("ACT art 9");
    }

    [Fact]
    public async Task ChangedFacts_ThatChangeAnAnswer_AreAssessedAnew()
    {
        var desk = new Desk(Assessed());
        var id = await desk.Open(Desk.Complaint("2026-03-02", "heavy"));

        await desk.Fire(id, "withdraw", facts: """{"petition":{"heard":false}}""");

        var answers = await AnswersOf(desk, id);
        answers.Should().HaveCount(3);
        answers[2].Outputs.ToJsonString().Should().Be("""{"level":"grave"}""");
        answers[2].Rules.Should().Equal("not_heard");
        (await StateOf(desk, id)).AssessmentBy("pressing")!.Rules.Should().Equal("not_heard");
    }

    [Fact]
    public async Task ChangedFacts_ThatChangeNoAnswer_AddNothingToTheHistory()
    {
        var desk = new Desk(Assessed());
        var id = await desk.Open(Desk.Complaint("2026-03-02", "heavy"));

        await desk.Fire(id, "withdraw", facts: """{"petition":{"competent":false}}""");

        (await AnswersOf(desk, id)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Opening_WithoutTheFactsThatARuleReads_TellsWhatToAsk()
    {
        var desk = new Desk(Assessed());

        var id = await desk.Open(Desk.Json(
            """{"petition":{"kind":"complaint","received_on":"2026-03-02","weight":"plain"}}"""));

        var answer = (await AnswersOf(desk, id))[0];
        answer.Status.Should().Be("undecided");
        answer.Missing.Should().Equal("petition.heard");
    }

    [Fact]
    public async Task Fault_InAnAssessment_IsRecordedAndRefusesNothing()
    {
        var desk = new Desk(Assessed());
        var facts = Desk.Complaint("2026-03-02");
        facts["petition"]!["contents"] = 0;

        var id = await desk.Open(facts);

        var answer = (await AnswersOf(desk, id))[1];
        answer.Status.Should().Be("fault");
        answer.Fault.Should().Be("CF4003");
    }

    [Fact]
    public async Task Explanations_OfACase_BeginWithItsAssessments()
    {
        var desk = new Desk(Assessed());
        var id = await desk.Open(Desk.Complaint("2026-03-02"));

        var explanations = await desk.Reader.ExplanationsAsync(
            id, CultureInfo.InvariantCulture, CancellationToken.None);

        explanations.Select(explanation => (explanation.Decision, explanation.Deadline))
            .Should().StartWith([("pressing", null), ("load", null)]);
        explanations[0].Trace.ToJsonString().Should().Contain("as_it_weighs");
    }

    [Fact]
    public async Task Document_WrittenBeforeThereWereAssessments_IsReadWithNone()
    {
        var desk = new Desk(Assessed());
        var id = await desk.Open(Desk.Complaint("2026-03-02"));
        var document = Desk.Json(CaseDocument.Write(await StateOf(desk, id)));
        document.Remove("assessments").Should().BeTrue();

        var read = CaseDocument.Read(document.ToJsonString());

        read.Assessments.Should().BeEmpty();
        read.AssessmentBy("pressing").Should().BeNull();
    }

    [Fact]
    public async Task History_OfAnAssessedCase_FoldsToTheCaseAsItIsStored()
    {
        var desk = new Desk(Assessed());
        var id = await desk.Open(Desk.Complaint("2026-03-02"));

        var folded = CaseFold.Of(await desk.Reader.HistoryAsync(id, CancellationToken.None))!;

        CaseDocument.Write(folded).Should().Be(CaseDocument.Write(await StateOf(desk, id)));
    }

    [Fact]
    public void Manifest_NamingAnUnknownDecision_IsRefusedWithTheNearestName()
    {
        var reading = CasePackReader.Read(Source(Manifest.Replace("pressing", "presing", StringComparison.Ordinal)));

        reading.Pack.Should().BeNull();
        var finding = reading.Diagnostics.Should().ContainSingle(finding => finding.Code == "CF2104").Subject;
        finding.Span.File.Should().Be("pack.json");
        finding.DidYouMean.Should().Be("pressing");
    }

    private static CasePack Assessed()
    {
        var reading = CasePackReader.Read(Source(Manifest));
        reading.Diagnostics.Select(finding => finding.Code).Should().NotContain(code => code.StartsWith("CF2"));
        return reading.Pack!;
    }

    private static InMemoryRuleSource Source(string manifest)
    {
        var works = TestPacks.SourceOf("works");
        var files = works.Files.ToDictionary(
            file => file, file => works.Read(file)!.Value.ToArray(), StringComparer.Ordinal);
        files["pack.json"] = Encoding.UTF8.GetBytes(manifest);
        files["assess.cfr"] = Encoding.UTF8.GetBytes(Module);
        return new InMemoryRuleSource(files);
    }

    private static async Task<IReadOnlyList<CaseAssessed>> AnswersOf(Desk desk, CaseId id) =>
    [
        .. (await desk.Reader.HistoryAsync(id, CancellationToken.None))
            .Select(recorded => recorded.Event).OfType<CaseAssessed>(),
    ];

    private static async Task<CaseState> StateOf(Desk desk, CaseId id) =>
        (await desk.Reader.FindAsync(id, CancellationToken.None))!.State;
}
