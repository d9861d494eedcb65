using System.Globalization;
using CaseFlow.Rules.Formatting.Reading;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Formatting;

/// <summary>Packs for the reading view, and what it says of them.</summary>
internal static class ReadingPacks
{
    public const string AllWords = "tests/CaseFlow.Rules.Tests/conformance/read/pack";
    public static readonly DateOnly Day = new(2026, 11, 21);

    public static SortedDictionary<string, byte[]> Files(string folder) =>
        new(FolderPack.Files(folder), StringComparer.Ordinal);

    public static ReadingDocument Document(IReadOnlyDictionary<string, byte[]> files, string language)
    {
        var result = ReadingView.Of(new InMemoryRuleSource(files), CultureInfo.GetCultureInfo(language), Day);
        result.Document.Should().NotBeNull(string.Join("; ", result.Diagnostics.Select(finding => finding.Code)));
        return result.Document!;
    }

    /// <summary>Everything below the head, where the hashes stand.</summary>
    public static string Body(ReadingDocument document) => string.Join('\n', document.Blocks.Select(TextOf));

    private static string TextOf(ReadingBlock block) => block switch
    {
        ReadingTable table => string.Join('\n', table.Rows.Prepend(table.Head).Select(row => string.Join('|', row))),
        ReadingItem item => item.Number + item.Title + "\n" + string.Join('\n', item.Sentences),
        _ => "",
    };
}
