using System.Text.RegularExpressions;
using CaseFlow.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CaseFlow.Architecture.Tests.Words;

/// <summary>Whatever a user can be told is there in English and in Vietnamese.</summary>
public sealed partial class MessageTests
{
    [Fact]
    public void Catalogues_EveryKey_StandsInBothLanguages() =>
        Catalogue.All
            .SelectMany(file => file.En.Keys.Except(file.Vi.Keys).Select(key => $"{file.Path}: {key} lacks Vietnamese")
                .Concat(file.Vi.Keys.Except(file.En.Keys).Select(key => $"{file.Path}: {key} lacks English")))
            .Should().BeEmpty();

    [Fact]
    public void Catalogues_EveryText_HasWordsAndTheSamePlaceholders() =>
        Catalogue.All
            .SelectMany(file => file.En.Where(entry => file.Vi.ContainsKey(entry.Key))
                .Where(entry => Faulty(entry.Value, file.Vi[entry.Key]))
                .Select(entry => $"{file.Path}: {entry.Key}"))
            .Should().BeEmpty();

    [Fact]
    public void Codes_EveryCodeInTheSources_HasWords()
    {
        var told = Catalogue.All.SelectMany(file => file.En.Keys).ToHashSet(StringComparer.Ordinal);

        CodesInSources()
            .Where(found => !told.Contains(found.Code))
            .Select(found => $"{found.Place}: {found.Code}")
            .Should().BeEmpty();
    }

    [Fact]
    public void Codes_EveryCodeWithWords_IsUsed()
    {
        var used = CodesInSources().Select(found => found.Code).ToHashSet(StringComparer.Ordinal);

        Catalogue.All
            .SelectMany(file => file.En.Keys.Where(key => Code().IsMatch(key)).Select(key => (file.Path, Key: key)))
            .Where(found => !used.Contains(found.Key))
            .Select(found => $"{found.Path}: {found.Key}")
            .Should().BeEmpty();
    }

    [Fact]
    public void Codes_EveryCode_StandsInOneCatalogueOnly() =>
        Catalogue.All
            .SelectMany(file => file.En.Keys.Where(key => Code().IsMatch(key)).Select(key => (file.Path, Key: key)))
            .GroupBy(found => found.Key)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(found => found.Path))}")
            .Should().BeEmpty();

    private static IEnumerable<(string Code, string Place)> CodesInSources() =>
        SourceFile.Product.SelectMany(file => file.Root.DescendantTokens()
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) && Code().IsMatch(token.ValueText))
            .Select(token => (token.ValueText, file.Place(token.Parent!))));

    private static bool Faulty(string english, string vietnamese) =>
        string.IsNullOrWhiteSpace(english) || string.IsNullOrWhiteSpace(vietnamese)
        || !Placeholders(english).SetEquals(Placeholders(vietnamese));

    private static HashSet<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups["place"].Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^CF\d{4,5}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\{)\{(?<place>\d+)[^{}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
