using System.Globalization;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Tests.Kit;
using CaseFlow.Rules.Calendars;

namespace CaseFlow.Engine.Tests.Deadlines;

public sealed class StatementTextTests
{
    private readonly Desk _desk = new(TestPacks.Works);

    [Fact]
    public async Task Lines_InEnglish_TellAnchorTermRollAndArticles()
    {
        var id = await _desk.OpenAccepted("heavy");
        await _desk.Fire(id, "extend", """{"length":{"value":30,"unit":"day"}}""");

        var statement = (await _desk.Deadline(id, "resolution")).Statement;
        var lines = StatementText.Lines(statement, CultureInfo.InvariantCulture);

        lines[0].Should().Be("Counted from 2026-03-02 (petition.accepted_on); that day itself is not counted");
        lines[1].Should().Be("Term: 45 days; rules: heavy_resolution; ACT art 3 cl 2");
        lines[2].Should().Be("Extended by 30 days on 2026-03-02; ACT art 3");
        lines.Should().Contain("2026-05-16 to 2026-05-17: days of rest, on which the last day may not fall");
        lines.Should().Contain("The last day moves from 2026-05-16 to 2026-05-18, the next working day");
        lines.Should().Contain("Last day: 2026-05-18; from 2026-05-19 on it is late");
        lines[^1].Should().Be("Rests on: ACT art 3");
    }

    [Fact]
    public async Task Lines_InVietnamese_AreVietnameseWhateverTheMachinesCalendar()
    {
        var id = await _desk.OpenAccepted();

        var lines = StatementText.Lines(
            (await _desk.Deadline(id, "resolution")).Statement,
            CultureInfo.GetCultureInfo("vi-VN"),
            name => name == "petition.accepted_on" ? "ngày thụ lý" : name);

        lines[0].Should().Be("Tính từ ngày 02/03/2026 (ngày thụ lý); không tính chính ngày đó");
        lines.Should().Contain("Ngày cuối: 01/04/2026; từ ngày 02/04/2026 là quá hạn");
    }

    [Fact]
    public async Task Lines_WhileSuspended_SayThatThereIsNoDueDay()
    {
        var id = await _desk.OpenAccepted();
        await _desk.Fire(id, "send_for_expertise", """{"on":"2026-03-02"}""");

        var statement = (await _desk.Deadline(id, "resolution")).Statement;
        var lines = StatementText.Lines(statement, CultureInfo.InvariantCulture);

        lines.Should().Contain(line => line.StartsWith("Suspended since 2026-03-02", StringComparison.Ordinal));
        lines.Should().NotContain(line => line.StartsWith("Last day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_ThatRestOnAnEstimate_SaySo()
    {
        var id = await _desk.OpenAccepted();
        var statement = (await _desk.Deadline(id, "resolution")).Statement with { Certainty = DayCertainty.Estimate };

        StatementText.Lines(statement, CultureInfo.InvariantCulture)
            .Should().Contain(line => line.Contains("estimate", StringComparison.Ordinal));
    }
}
