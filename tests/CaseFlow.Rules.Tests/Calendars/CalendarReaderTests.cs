using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Tests.Calendars;

public sealed class CalendarReaderTests
{
    [Fact]
    public void Read_RowsAndColumnsInAnyOrder_GivesEntriesInOrderOfDate()
    {
        const string text = "kind,date,certainty,name\r\n"
            + "swapped,2026-08-31,V,\"off, for 22 August\"\r\n"
            + "holiday,2026-01-01,E,\"the \"\"first\"\"\"\r\n";

        var result = CalendarReader.Read("h.csv", text);

        result.Diagnostics.Should().BeEmpty();
        result.Entries.Should().Equal(
            new CalendarEntry(new DateOnly(2026, 1, 1), "the \"first\"",
                CalendarEntryKind.Holiday, DayCertainty.Estimate),
            new CalendarEntry(new DateOnly(2026, 8, 31), "off, for 22 August",
                CalendarEntryKind.Swapped, DayCertainty.Verified));
    }

    [Theory]
    [InlineData("2026-02-30,x,holiday,V", RulesCodes.CsvCell)]
    [InlineData("30/4/2026,x,holiday,V", RulesCodes.CsvCell)]
    [InlineData("2026-01-01,x,feast,V", RulesCodes.CsvCell)]
    [InlineData("2026-01-01,x,holiday,perhaps", RulesCodes.CsvCell)]
    [InlineData("2026-01-01,x,holiday", RulesCodes.CsvRowCells)]
    [InlineData("2026-01-01,x,holiday,V,more", RulesCodes.CsvRowCells)]
    [InlineData("2026-03-03,x,makeUpWorkday,V", RulesCodes.CalendarDayTwice)]
    public void Read_BadRow_IsReportedWithItsLineAndTheRestIsRead(string row, string code)
    {
        var result = CalendarReader.Read("h.csv",
            $"date,name,kind,certainty\n2026-03-03,good,holiday,V\n\n{row}\n2026-05-01,good,holiday,V\n");

        result.Diagnostics.Should().ContainSingle().Which.Should().Match<Diagnostic>(
            finding => finding.Code == code && finding.Span.Line == 4 && finding.Span.File == "h.csv");
        result.Entries.Select(entry => entry.Day.Month).Should().Equal(3, 5);
    }

    [Fact]
    public void Read_RowWithSeveralFaults_ReportsThemAll()
    {
        var result = CalendarReader.Read("h.csv", "date,name,kind,certainty\nx,y,z,w\n");

        result.Diagnostics.Select(finding => finding.Arguments[0]).Should().Equal("date", "kind", "certainty");
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("date,name\n2026-01-01,x\n", 2)]
    public void Read_WithoutItsColumns_ReportsEachColumn(string text, int findings) =>
        CalendarReader.Read("h.csv", text).Diagnostics.Should().HaveCount(findings)
            .And.OnlyContain(finding => finding.Code == RulesCodes.CsvColumnMissing);

    [Fact]
    public void Read_QuoteNotClosed_IsReportedWhereItOpens()
    {
        var result = CalendarReader.Read("h.csv", "date,name,kind,certainty\n2026-01-01,\"x,holiday,V\n");

        result.Diagnostics.Should()
            .Contain(finding => finding.Code == RulesCodes.CsvQuote && finding.Span.Line == 2);
    }

    [Fact]
    public void Read_TwoNamesForOneRestDay_KeepsTheFirst() =>
        CalendarReader.Read("h.csv", "date,name,kind,certainty\n2026-04-30,a,holiday,V\n2026-04-30,b,compensatory,V\n")
            .Entries.Should().ContainSingle().Which.Name.Should().Be("a");

    [Fact]
    public void ReadLunar_RowsAndFaults_AreReadAndReported()
    {
        var result = CalendarReader.ReadLunar("l.csv",
            "year,lunar,date,certainty\n2027,10/3,2027-04-16,V\n2027,1/13,2027-02-06,V\n2027,1/1,2027-02-06,V\n");

        result.Days.Select(day => day.Lunar).Should().Equal("1/1", "10/3");
        result.Diagnostics.Should().ContainSingle().Which.Span.Line.Should().Be(3);
    }
}
