using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Which values something may have.</summary>
internal sealed class TypeReader(ReadingWords words, SymbolWords symbols)
{
    /// <summary>`a date, or nothing`, `a list of petitioner, at most 1,000`.</summary>
    public string Of(TypeSyntax type)
    {
        var text = type switch
        {
            BuiltInTypeSyntax builtIn => words.Fill("Type" + builtIn.Type),
            NamedTypeSyntax named => words.Fill("TypeNamed", symbols.Label(named.Name)),
            ListTypeSyntax { Bound: { } bound } list => words.Fill(
                list.IsSet ? "TypeSetBounded" : "TypeListBounded", Of(list.Element), words.Number(bound)),
            ListTypeSyntax list => words.Fill(list.IsSet ? "TypeSet" : "TypeList", Of(list.Element)),
            _ => "",
        };
        return type.Optional ? words.Fill("TypeOptional", text) : text;
    }
}
