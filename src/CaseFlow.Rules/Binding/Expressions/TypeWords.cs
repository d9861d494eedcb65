using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>Types and operators in the words of a module's language: what findings quote.</summary>
internal static class TypeWords
{
    private const int MembersShown = 6;

    /// <summary>
    /// `date`, `one of (first, second)`, `list of petitioner`: in the words of the module, with those of the reader.
    /// </summary>
    public static Quoted Of(RuleType type, string language)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["en"] = Of(type, language, isVietnamese: false),
            ["vi"] = Of(type, language, isVietnamese: true),
        };
        return new Quoted(labels[language], labels);
    }

    // Names stay those of the module: there the reader has to find them.
    private static string Of(RuleType type, string language, bool isVietnamese) =>
        type.Kind switch
        {
            TypeKind.Boolean => isVietnamese ? "có_không" : "boolean",
            TypeKind.Number => isVietnamese ? "số" : "number",
            TypeKind.Money => isVietnamese ? "tiền" : "money",
            TypeKind.Date => isVietnamese ? "ngày" : "date",
            TypeKind.Duration => isVietnamese ? "thời_hạn" : "duration",
            TypeKind.Text => isVietnamese ? "văn_bản" : "text",
            TypeKind.Enum => (isVietnamese ? "một trong (" : "one of (") + Members(type.Enum!, language) + ")",
            TypeKind.Record => NameIn(type.Record!, language),
            TypeKind.List or TypeKind.Set =>
                (isVietnamese ? "danh sách " : "list of ") + Of(type.Element!, language, isVietnamese),
            _ => "?",
        };

    /// <summary>The name of a symbol in a language, else its canonical one.</summary>
    public static string NameIn(Symbol symbol, string language) =>
        symbol.Aliases.GetValueOrDefault(language, symbol.Name);

    /// <summary>The members of an enum, joined by commas; a long list is cut.</summary>
    public static string Members(EnumSymbol symbol, string language)
    {
        var shown = symbol.Members.Take(MembersShown).Select(member => NameIn(member, language));
        return string.Join(", ", symbol.Members.Count > MembersShown ? shown.Append("…") : shown);
    }
}
