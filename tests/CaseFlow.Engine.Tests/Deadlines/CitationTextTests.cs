using System.Globalization;
using CaseFlow.Engine.Deadlines;

namespace CaseFlow.Engine.Tests.Deadlines;

public sealed class CitationTextTests
{
    [Theory]
    [InlineData("LKN art 28", "LKN Điều 28")]
    [InlineData("LKN art 11 cl 6", "LKN Điều 11 khoản 6")]
    [InlineData("LTC art 29 cl 1 pt c", "LTC Điều 29 khoản 1 điểm c")]
    [InlineData("KHLB sec II.2.1", "KHLB mục II.2.1")]
    [InlineData("practice \"quy chế art 5\"", "thực hành \"quy chế art 5\"")]
    [InlineData("CQDP", "CQDP")]
    public void Citation_InVietnamese_NamesItsPartsAsTheLawDoes(string citation, string expected) =>
        CitationText.In(citation, CultureInfo.GetCultureInfo("vi")).Should().Be(expected);

    [Fact]
    public void Citation_InEnglish_StaysAsOutcomesHaveIt() =>
        CitationText.In("LKN art 11 cl 6", CultureInfo.GetCultureInfo("en")).Should().Be("LKN art 11 cl 6");
}
