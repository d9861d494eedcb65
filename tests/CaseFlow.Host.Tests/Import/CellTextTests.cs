using CaseFlow.Engine.Cases;
using CaseFlow.Host.Import;

namespace CaseFlow.Host.Tests.Import;

public sealed class CellTextTests
{
    [Theory]
    [InlineData("2011-10-11 13:42:22.688000+02:00", "2011-10-11T11:42:22.6880000Z")]
    [InlineData("2011-10-11T13:42:22.1234567+02:00", "2011-10-11T11:42:22.1234567Z")]
    [InlineData("2011-10-11T13:42:22Z", "2011-10-11T13:42:22.0000000Z")]
    [InlineData("2024-03-04 08:30", "2024-03-04T01:30:00.0000000Z")]
    [InlineData("2024-03-04", "2024-03-03T17:00:00.0000000Z")]
    public void Instant_Timestamp_IsKeptToTheTick(string text, string utc) =>
        CellText.Instant(text, AgencyTime.Vietnam)!.Value.UtcDateTime
            .ToString("O", System.Globalization.CultureInfo.InvariantCulture).Should().Be(utc);

    [Theory]
    [InlineData("")]
    [InlineData("2024-02-30")]
    [InlineData("2024-02-30 10:00:00+07:00")]
    [InlineData("2024-13-01")]
    [InlineData("04/03/2024")]
    [InlineData("2024-03-04 25:00")]
    [InlineData("2024-03-04 10:00:00.12345678+07:00")]
    [InlineData("yesterday")]
    [InlineData("9999-12-31 23:59:59")]
    public void Instant_ImpossibleDate_IsNull(string text) =>
        CellText.Instant(text, AgencyTime.Vietnam).Should().BeNull();

    [Fact]
    public void DueInstant_BareDay_IsTheLastTickOfThatDay() =>
        CellText.DueInstant("2024-03-04", AgencyTime.Vietnam).Should().Be(
            new DateTimeOffset(2024, 3, 4, 17, 0, 0, TimeSpan.Zero).AddTicks(-1));

    [Fact]
    public void Read_TimestampAsDate_IsTheAgencysDay() =>
        CellText.Read("2024-03-04 23:30:00Z", CellType.Date, AgencyTime.Vietnam)!
            .GetValue<string>().Should().Be("2024-03-05");

    [Theory]
    [InlineData("1e999", nameof(CellType.Number))]
    [InlineData("1,5", nameof(CellType.Number))]
    [InlineData("maybe", nameof(CellType.Boolean))]
    [InlineData("2024-02-30", nameof(CellType.Date))]
    public void Read_TextOfAnotherType_IsNull(string text, string type) =>
        CellText.Read(text, Enum.Parse<CellType>(type), AgencyTime.Vietnam).Should().BeNull();
}
