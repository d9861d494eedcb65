using System.Text;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Syntax;

public sealed class IdentifierFoldingTests
{
    [Theory]
    [InlineData("hoà", "hòa")]
    [InlineData("thuỷ", "thủy")]
    [InlineData("khoẻ", "khỏe")]
    [InlineData("tòa_đã_thụ_lý", "toà_đã_thụ_lý")]
    [InlineData("HOÀ", "HÒA")]
    [InlineData("Thuý", "Thúy")]
    [InlineData("quỹ", "qũy")]
    public void Comparer_OfTheTwoTonePlacements_TakesThemForOneName(string modern, string old)
    {
        IdentifierFolding.Comparer.Equals(modern, old).Should().BeTrue();
        IdentifierFolding.Comparer.GetHashCode(modern).Should().Be(IdentifierFolding.Comparer.GetHashCode(old));
        IdentifierFolding.Fold(modern.Normalize(NormalizationForm.FormD)).Should().Be(IdentifierFolding.Fold(old));
    }

    [Theory]
    [InlineData("hoa", "hòa")]
    [InlineData("hòa", "hóa")]
    [InlineData("mùa", "muà")]
    [InlineData("LKN", "lkn")]
    [InlineData("đất", "dat")]
    [InlineData("kíe", "kié")]
    public void Comparer_OfDifferentNames_KeepsThemApart(string one, string other) =>
        IdentifierFolding.Comparer.Equals(one, other).Should().BeFalse();

    [Fact]
    public void Fold_OfBrokenText_LeavesItAsItStands() =>
        IdentifierFolding.Fold("a\uD800b").Should().Be("a\uD800b");

    [Fact]
    public void Comparer_OfNothing_IsEqualToNothingOnly()
    {
        IdentifierFolding.Comparer.Equals(null, null).Should().BeTrue();
        IdentifierFolding.Comparer.Equals(null, "a").Should().BeFalse();
    }

    [Fact]
    public void Parse_OfKeywordsInEitherTonePlacement_ReadsThem()
    {
        const string Modern = "ngôn ngữ vi gói m kiểm tra có một x trong y thoả (x) vì \"x\"";

        var modern = ModuleParser.Parse("a.cfr", Modern);
        var old = ModuleParser.Parse("a.cfr", Modern.Replace("thoả", "thỏa", StringComparison.Ordinal));

        Conformance.Lines([.. modern.Diagnostics, .. old.Diagnostics]).Should().BeEmpty();
        TreeDump.Of(modern.Module).Should().Be(TreeDump.Of(old.Module));
    }
}
