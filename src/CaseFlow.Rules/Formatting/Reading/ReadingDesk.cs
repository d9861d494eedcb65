using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Names;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>What every part of the view is read with, and where it is written down.</summary>
internal sealed class ReadingDesk
{
    /// <summary>Lays out what is needed for one pack in one language.</summary>
    public ReadingDesk(BoundPack pack, ReadingWords words, NameMeanings meanings, ReadingNumbers numbers)
    {
        (Pack, Words, Numbers) = (pack, words, numbers);
        Symbols = new SymbolWords(words, meanings, numbers);
        Values = new ValueReader(words, Symbols);
        Basis = new BasisWords(words, Symbols);
        Types = new TypeReader(words, Symbols);
        Laws = new LawReader(words, pack);
    }

    /// <summary>The pack, for what its text does not say: dates of calendar files.</summary>
    public BoundPack Pack { get; }

    /// <summary>The words of the language.</summary>
    public ReadingWords Words { get; }

    /// <summary>Labels.</summary>
    public SymbolWords Symbols { get; }

    /// <summary>Numbers of items.</summary>
    public ReadingNumbers Numbers { get; }

    /// <summary>Values.</summary>
    public ValueReader Values { get; }

    /// <summary>Conditions.</summary>
    public ConditionReader Conditions => Values.Conditions;

    /// <summary>Citations and periods.</summary>
    public BasisWords Basis { get; }

    /// <summary>Types.</summary>
    public TypeReader Types { get; }

    /// <summary>What of a law has no rule.</summary>
    public LawReader Laws { get; }

    /// <summary>What roles, levels and agencies are called.</summary>
    public required RegisterLabels Register { get; init; }

    /// <summary>What is written so far.</summary>
    public ReadingOutline Outline { get; } = new();

    /// <summary>The language of the module that is being read: that of its notes.</summary>
    public string ModuleLanguage { get; set; } = "";

    /// <summary>The author's note as a sentence, or null.</summary>
    public string? Note(string? note) => note is null
        ? null
        : Words.Fill(
            ModuleLanguage == Words.Language ? "Note" : "NoteOf" + ModuleLanguage, note.ReplaceLineEndings(" "));

    /// <summary>A role, level or agency as the register calls it.</summary>
    public string Registered(string name) => Register.Of(name) is { } label ? Words.Quoted(label) : Words.Named(name);

    /// <summary>By which names rules call it.</summary>
    public string Code(string codes) => Words.Fill("Code", codes);
}
