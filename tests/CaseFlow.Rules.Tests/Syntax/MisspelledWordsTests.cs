using System.Globalization;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>A word that is nearly a word of the language is answered with the word that was probably meant.</summary>
public sealed class MisspelledWordsTests
{
    private const string English = "language en module m\n";
    private const string Vietnamese = "ngôn ngữ vi gói m\n";

    [Theory]
    [InlineData(English + "decison d gives x : number", "decision")]
    [InlineData(English + "waitng period w lasts d.x", "waiting period")]
    [InlineData(Vietnamese + "quyet dinh d cho biết x : số", "quyết định")]
    [InlineData(Vietnamese + "luat LKN \"Luật\"", "luật")]
    [InlineData(
        English + "decision d gives x : number by date today hit single rul r then x is 1 end decision",
        "rule"
    )]
    [InlineData(English + "decision d gives x : number by date today hit single end decison", "end decision")]
    [InlineData(English + "lifecycle l for a.b triger t from a stays end lifecycle", "trigger")]
    [InlineData(English + "ladder l for deadline d per L stop s at due end ladder", "step")]
    [InlineData(English + "check a is “b” because \"x\"", "\"")]
    [InlineData(English + "check a ≤ b because \"x\"", "<=")]
    [InlineData(English + "check a is not missing because \"x\"", "is recorded")]
    public void Parse_OfAMisspelledWord_AsksForTheRightOne(string text, string meant)
    {
        var findings = ModuleParser.Parse("a.cfr", text).Diagnostics;

        var finding = findings.Should().ContainSingle(found => found.DidYouMean != null).Which;
        finding.DidYouMean.Should().Be(meant);
        finding.Help(CultureInfo.InvariantCulture).Should().StartWith($"did you mean `{meant}`?");
    }

    [Fact]
    public void Parse_OfAWordLikeNoOther_AsksNothing() =>
        ModuleParser.Parse("a.cfr", English + "xylophone x").Diagnostics.Should().ContainSingle()
            .Which.DidYouMean.Should().BeNull();
}
