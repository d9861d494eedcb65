using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;

namespace CaseFlow.Engine.Tests.Commands;

/// <summary>The catalogues hold together: every text stands in both languages, with the same arguments.</summary>
public sealed partial class EngineMessagesTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    private static readonly ResourceManager Problems =
        new("CaseFlow.Engine.Commands.EngineMessages", typeof(EngineCodes).Assembly);

    private static readonly ResourceManager Statements =
        new("CaseFlow.Engine.Deadlines.DeadlineMessages", typeof(StatementText).Assembly);

    public static TheoryData<string> Codes() => [.. AllCodes()];

    public static TheoryData<string> StatementKeys() => [.. KeysOf(Statements)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_HasMessageAndHelpInBothLanguages(string code)
    {
        foreach (var key in (string[])[code, code + ".help"])
        {
            var english = Own(Problems, key, CultureInfo.InvariantCulture);
            var vietnamese = Own(Problems, key, Vietnamese);

            english.Should().NotBeNullOrEmpty();
            vietnamese.Should().NotBeNullOrEmpty().And.NotBe(english);
            Arguments(vietnamese!).Should().BeEquivalentTo(Arguments(english!));
        }
    }

    [Theory]
    [MemberData(nameof(StatementKeys))]
    public void Statement_HasItsWordsInBothLanguages(string key)
    {
        var vietnamese = Own(Statements, key, Vietnamese);

        vietnamese.Should().NotBeNullOrEmpty();
        Arguments(vietnamese!).Should().BeEquivalentTo(Arguments(Own(Statements, key, CultureInfo.InvariantCulture)!));
    }

    [Fact]
    public void Catalogue_HoldsNoTextWithoutACode()
    {
        var codes = AllCodes().ToHashSet(StringComparer.Ordinal);

        KeysOf(Problems).Select(key => key.Replace(".help", "", StringComparison.Ordinal))
            .Should().OnlyContain(key => codes.Contains(key));
    }

    [Fact]
    public void Codes_AreGivenOnce()
    {
        AllCodes().Should().OnlyHaveUniqueItems().And.OnlyContain(code => CodeForm().IsMatch(code));
    }

    [Fact]
    public void Message_OfARulesCode_ComesFromTheRulesCatalogue()
    {
        var problem = new Problem("CF4005", "resolution", ["2028-01-05", "vn", "2027-12-31"]);

        problem.Message(CultureInfo.InvariantCulture).Should().Contain("2028-01-05");
        problem.Message(Vietnamese).Should().NotBe(problem.Message(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("en", "at most, not by 31 days")]
    [InlineData("vi", "tối đa 30 ngày, không phải 31 ngày")]
    public void Message_ThatQuotesALength_SaysItInTheLanguage(string language, string part)
    {
        var problem = new Problem(EngineCodes.ExtensionTooLong, "resolution", ["resolution", "31 day", "30 day"]);

        problem.Message(CultureInfo.GetCultureInfo(language)).Should().Contain(part);
    }

    private static IEnumerable<string> AllCodes() => typeof(EngineCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> KeysOf(ResourceManager texts) => texts
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
        .Cast<System.Collections.DictionaryEntry>()
        .Select(entry => (string)entry.Key);

    private static string? Own(ResourceManager texts, string key, CultureInfo culture) =>
        texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key);

    private static HashSet<string> Arguments(string text) =>
        [.. ArgumentForm().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArgumentForm();

    [GeneratedRegex("^CF1[0-9]{3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();
}
