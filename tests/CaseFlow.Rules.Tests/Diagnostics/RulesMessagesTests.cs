using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Tests.Diagnostics;

/// <summary>
/// The catalogue holds together: every code has its words in both languages, with the same arguments.
/// </summary>
public sealed partial class RulesMessagesTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");
    private static readonly ResourceManager Texts =
        new("CaseFlow.Rules.Diagnostics.RulesMessages", typeof(RulesMessages).Assembly);

    public static TheoryData<string> Codes() => [.. AllCodes()];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Message_OfEveryCode_StandsInBothLanguagesWithTheSameArguments(string code)
    {
        var english = OwnText(code, CultureInfo.InvariantCulture);
        var vietnamese = OwnText(code, Vietnamese);

        english.Should().NotBeNullOrEmpty();
        vietnamese.Should().NotBeNullOrEmpty().And.NotBe(english);
        Arguments(vietnamese!).Should().BeEquivalentTo(Arguments(english!));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Help_OfEveryCode_StandsInBothLanguagesOrNone(string code)
    {
        var english = OwnText(code + ".help", CultureInfo.InvariantCulture);
        var vietnamese = OwnText(code + ".help", Vietnamese);

        (vietnamese is null).Should().Be(english is null);
        Arguments(vietnamese ?? "").Should().BeEquivalentTo(Arguments(english ?? ""));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Arguments_OfEveryCode_AreNumberedWithoutAGap(string code)
    {
        var culture = CultureInfo.InvariantCulture;
        var used = Arguments(OwnText(code, culture) + OwnText(code + ".help", culture));

        used.Should().BeEquivalentTo(Enumerable.Range(0, used.Count));
    }

    [Fact]
    public void Catalogue_OfTexts_HoldsNoCodeWithoutAConstant()
    {
        var codes = AllCodes().ToHashSet();
        var keys = Texts.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => ((string)entry.Key).Replace(".help", "", StringComparison.Ordinal));

        keys.Where(key => key != "DidYouMean" && !key.StartsWith("Fix.", StringComparison.Ordinal))
            .Should().OnlyContain(key => codes.Contains(key));
    }

    [Fact]
    public void Help_WithAGuess_AsksItInTheLanguageOfTheReader()
    {
        RulesMessages.Help(RulesCodes.UnknownFact, English, ["petition.remote"], "remote_area")
            .Should().Be("did you mean `remote_area`?");
        RulesMessages.Help(RulesCodes.UnknownFact, Vietnamese, ["đơn.xa"], "vùng_xa")
            .Should().Be("có phải `vùng_xa` không?");
    }

    private static IEnumerable<string> AllCodes() => typeof(RulesCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!);

    // Without falling back to the parent culture: a text that only English has must not pass for Vietnamese.
    private static string? OwnText(string key, CultureInfo culture) =>
        Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key);

    private static HashSet<int> Arguments(string text) =>
        [.. Placeholder().Matches(text).Select(NumberOf)];

    private static int NumberOf(Match placeholder) =>
        int.Parse(placeholder.Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(?<number>\d+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
