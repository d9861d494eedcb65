using System.Globalization;
using System.Resources;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>The words of the reading view in one language.</summary>
internal sealed class ReadingWords
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Rules.Formatting.Reading.ReadingMessages", typeof(ReadingWords).Assembly);

    private readonly CultureInfo _culture;
    private readonly Wording _wording;

    /// <summary>The words of a culture's language: Vietnamese, or English for every other.</summary>
    public ReadingWords(CultureInfo culture)
    {
        _culture = culture;
        _wording = new Wording(culture);
        Values = new ValueWords(_wording);
        Citations = new CitationWords(_wording, titled: true);
    }

    /// <summary>`vi` or `en`.</summary>
    public string Language => _wording.Language;

    /// <summary>Values.</summary>
    public ValueWords Values { get; }

    /// <summary>Citations.</summary>
    public CitationWords Citations { get; }

    /// <summary>A text of the catalogue, its places filled.</summary>
    public string Fill(string key, params object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Texts.GetString(key, _culture)!, arguments);

    /// <summary>The label of a symbol inside a sentence.</summary>
    public string Label(Symbol symbol) => Wording.Inside(symbol.LabelIn(Language));

    /// <summary>A text between quotes.</summary>
    public string Quoted(string text) => Fill("Quoted", text);

    /// <summary>A name that nobody gave a label, between quotes.</summary>
    public string Named(string name) => Quoted(name.Replace('_', ' '));

    /// <summary>A number as the language writes it.</summary>
    public string Number(decimal number) => _wording.Number(number);

    /// <summary>A day as the language writes it.</summary>
    public string Day(DateOnly day) => _wording.Day(day);

    /// <summary>`a, b and c`.</summary>
    public string All(IEnumerable<string> texts) => _wording.All(texts);

    /// <summary>`a, b or c`.</summary>
    public string Either(IEnumerable<string> texts) => _wording.Either(texts);

    /// <summary>A sentence: a capital first and a full stop.</summary>
    public string Sentence(string key, params object[] arguments) => Sentence(Fill(key, arguments));

    /// <summary>A sentence: a capital first and a full stop.</summary>
    public static string Sentence(string text) => Wording.Begin(text) + (text.EndsWith('.') ? "" : ".");
}
