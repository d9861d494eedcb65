using System.Globalization;
using System.Reflection;
using System.Resources;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Tests.Diagnostics;

public sealed class HostMessagesTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    private static readonly ResourceManager Texts =
        new("CaseFlow.Host.Diagnostics.HostMessages", typeof(HostMessages).Assembly);

    public static TheoryData<string> Codes() => new(typeof(HostCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (string)field.GetRawConstantValue()!));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Code_AnyOfTheCatalogue_HasMessageAndHelpInBothLanguages(string code)
    {
        foreach (var key in new[] { code, code + ".help" })
        {
            Own(CultureInfo.InvariantCulture, key).Should().NotBeNullOrWhiteSpace();
            Own(Vietnamese, key).Should().NotBeNullOrWhiteSpace();
        }
    }

    [Fact]
    public void Codes_All_LieInTheHostsRangeAndAreUnique()
    {
        var codes = Codes().Select(row => row.Data).ToList();

        codes.Should().OnlyHaveUniqueItems();
        codes.Should().OnlyContain(code => code.StartsWith("CF91", StringComparison.Ordinal) && code.Length == 6);
    }

    [Fact]
    public void Texts_BothLanguages_HaveTheSameKeysAndPlaceholders()
    {
        var english = All(CultureInfo.InvariantCulture);
        var vietnamese = All(Vietnamese);

        vietnamese.Keys.Should().BeEquivalentTo(english.Keys);
        foreach (var (key, text) in english)
        {
            Placeholders(vietnamese[key]).Should().BeEquivalentTo(Placeholders(text), key);
        }
    }

    private static string? Own(CultureInfo culture, string key) =>
        Texts.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.GetString(key);

    private static Dictionary<string, string> All(CultureInfo culture) => Texts
        .GetResourceSet(culture, createIfNotExists: true, tryParents: false)!
        .Cast<System.Collections.DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) =>
        System.Text.RegularExpressions.Regex
            .Matches(text, @"(?<!\{)\{\d\}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal);
}
