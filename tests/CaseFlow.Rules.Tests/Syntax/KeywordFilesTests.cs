using System.Text.Json;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>The keyword files of the languages fit each other, and no phrase can be taken for another.</summary>
public sealed class KeywordFilesTests
{
    private static readonly string[] Languages = ["en", "vi"];

    // Told apart by their position in the grammar.
    private static readonly string[] SharedByPosition =
        ["en missing: Missing MissingFacts", "en every: Every Repeats", "vi ngày: Day DateType", "vi thêm: Add ByTerm"];

    // The two halves of each never stand side by side in the grammar: `is` before `not`, `no` before `yes`, and so on.
    private static readonly string[] KnownSeams =
    [
        "en by date", "en is not", "en by rule", "en no deadline", "en by role", "vi đến trước", "vi cộng điểm",
        "vi không là", "vi không có", "vi cho đến", "vi không có thời hạn",
    ];

    [Fact]
    public void Files_OfAllLanguages_HoldTheSameTokensInTheSameSections()
    {
        var english = Phrases("en").Select(phrase => (phrase.Section, phrase.Token)).Distinct();

        Phrases("vi").Select(phrase => (phrase.Section, phrase.Token)).Distinct().Should().Equal(english);
    }

    [Fact]
    public void Phrases_OfTwoTokens_AreOnlyThoseToldApartByPosition()
    {
        var shared = Languages.SelectMany(language => Phrases(language)
            .GroupBy(phrase => IdentifierFolding.Fold(phrase.Text))
            .Select(group => (group.Key, Tokens: group.Select(phrase => phrase.Token).Distinct().ToList()))
            .Where(found => found.Tokens.Count > 1)
            .Select(found => $"{language} {found.Key}: {string.Join(' ', found.Tokens)}"));

        shared.Should().BeEquivalentTo(SharedByPosition);
    }

    [Fact]
    public void Phrases_SpelledByTwoOthers_AreOnlyThoseThatNeverStandSideBySide()
    {
        var seams = Languages.SelectMany(language =>
        {
            var all = Phrases(language).Select(phrase => IdentifierFolding.Fold(phrase.Text)).ToHashSet();
            return all
                .Where(phrase => Splits(phrase).Any(split => all.Contains(split.Head) && all.Contains(split.Tail)))
                .Select(phrase => $"{language} {phrase}");
        });

        seams.Should().BeEquivalentTo(KnownSeams);
    }

    [Fact]
    public void EnglishFormsOfContextualWords_InAVietnameseFile_AreKeywordsToo()
    {
        const string Text = "ngôn ngữ vi gói m dữ kiện p { a : boolean b : set of number c : duration tùy chọn } "
            + "định nghĩa x : date căn cứ LKN art 28 cl 1 nghĩa là if a thì b else c "
            + "lịch vn căn cứ LKN điều 1 weekend saturday last day rolls forward";

        Conformance.Lines(ModuleParser.Parse("a.cfr", Text).Diagnostics).Should().BeEmpty();
    }

    private static IEnumerable<(string Head, string Tail)> Splits(string phrase)
    {
        for (var i = phrase.IndexOf(' ', StringComparison.Ordinal); i > 0; i = phrase.IndexOf(' ', i + 1))
        {
            yield return (phrase[..i], phrase[(i + 1)..]);
        }
    }

    private static List<(string Section, string Token, string Text)> Phrases(string language)
    {
        var path = Repository.PathOf($"src/CaseFlow.Rules/Syntax/Keywords.{language}.json");
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return
        [
            .. from section in document.RootElement.EnumerateObject()
               from token in section.Value.EnumerateObject()
               from text in token.Value.EnumerateArray()
               select (section.Name, token.Name, text.GetString()!),
        ];
    }
}
