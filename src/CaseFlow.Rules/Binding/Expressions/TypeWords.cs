using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>Types and their members in the words of a module's language: what findings quote.</summary>
internal static class TypeWords
{
    private const int MembersShown = 6;

    /// <summary>
    /// `date`, `one of (first, second)`, `list of petitioner`: in the words of the module, with those of the reader.
    /// </summary>
    public static Quoted Of(RuleType type, string language)
    {
        var labels = KeywordTable.All.ToDictionary(
            words => words.Language, words => Of(type, language, words), StringComparer.Ordinal);
        return new Quoted(labels[language], labels);
    }

    // Names stay those of the module: there the reader has to find them.
    private static string Of(RuleType type, string language, KeywordTable words) => type.Kind switch
    {
        TypeKind.Boolean => words.Phrase(Keyword.BooleanType),
        TypeKind.Number => words.Phrase(Keyword.NumberType),
        TypeKind.Money => words.Phrase(Keyword.MoneyType),
        TypeKind.Date => words.Phrase(Keyword.DateType),
        TypeKind.Duration => words.Phrase(Keyword.DurationType),
        TypeKind.Text => words.Phrase(Keyword.TextType),
        TypeKind.Enum => words.Phrase(Keyword.OneOf) + " (" + Members(type.Enum!, language) + ")",
        TypeKind.Record => NameIn(type.Record!, language),
        TypeKind.List or TypeKind.Set =>
            words.Phrase(Keyword.ListOf) + " " + Of(type.Element!, language, words),
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
