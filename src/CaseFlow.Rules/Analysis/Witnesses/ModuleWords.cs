using System.Globalization;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>Names, keywords and values as a module of one language writes them.</summary>
internal sealed class ModuleWords
{
    private readonly KeywordTable _keywords;

    /// <summary>The words of a language; English where it is none of the language's.</summary>
    public ModuleWords(string language)
    {
        _keywords = KeywordTable.Find(language) ?? KeywordTable.Find("en")!;
        Culture = CultureInfo.GetCultureInfo(_keywords.Language);
    }

    /// <summary>The language, for texts out of the catalogue.</summary>
    public CultureInfo Culture { get; }

    /// <summary>A keyword.</summary>
    public string Word(Keyword keyword) => _keywords.Phrase(keyword);

    /// <summary>The name of a thing in this language, else as declared; a keyword stands in backticks.</summary>
    public string Name(Symbol symbol)
    {
        var name = symbol.Aliases.GetValueOrDefault(_keywords.Language) ?? symbol.Name;
        var phrase = _keywords.Root.Next(IdentifierFolding.Fold(name));
        return phrase is { Outside.Length: > 0 } && !phrase.MayBeName(inside: false) ? "`" + name + "`" : name;
    }

    /// <summary>`petition.kind`.</summary>
    public string Path(FieldSymbol fact) => fact.Root is { } root ? Name(root) + "." + Name(fact) : Name(fact);

    /// <summary>A value, or null where no literal says it.</summary>
    public string? Value(Value value) => value switch
    {
        BooleanValue boolean => Word(boolean.Value ? Keyword.Yes : Keyword.No),
        DurationValue duration => Duration(duration.Value),
        EnumValue member => Name(member.Member),
        MissingValue => Word(Keyword.Missing),
        ListValue list => list.Items.Any(item => item is UnknownValue) ? null : Items(list),
        RecordValue record => Fields(record),
        UnknownValue => null,
        _ => ValueText.Of(value),
    };

    private string Duration(RuleDuration duration)
    {
        var keyword = duration.Unit switch
        {
            DurationUnit.Day => Keyword.Day,
            DurationUnit.WorkingDay => Keyword.WorkingDay,
            DurationUnit.Month => Keyword.Month,
            _ => Keyword.Year,
        };
        var unit = duration.Count is 1 or -1 ? _keywords.Phrase(keyword) : _keywords.Phrases(keyword)[^1];
        return string.Create(CultureInfo.InvariantCulture, $"{duration.Count} {unit}");
    }

    private string Items(ListValue list) => "[" + string.Join(", ", list.Items.Select(Value)) + "]";

    private string Fields(RecordValue record) => "{ " + string.Join(", ", record.Record.Fields
        .Where(record.Fields.ContainsKey)
        .Select(field => Name(field) + " " + Word(Keyword.Is) + " " + Value(record.Fields[field]))) + " }";
}
