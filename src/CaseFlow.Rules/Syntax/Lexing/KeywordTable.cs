using System.Text.Json;

namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>
/// The phrases of one natural language, from its embedded `Keywords.*.json`. Four sections: words that are reserved
/// everywhere, contextual words (names wherever the grammar does not ask for them), citation words, and the words that
/// are keywords only inside lifecycles, deadlines and ladders.
/// </summary>
internal sealed class KeywordTable
{
    private const string English = "en";

    private static readonly Dictionary<string, KeywordTable> Tables = new(StringComparer.Ordinal)
    {
        [English] = new KeywordTable(English),
        ["vi"] = new KeywordTable("vi"),
    };

    private readonly Dictionary<Keyword, List<string>> _phrases = [];
    private readonly Dictionary<string, Keyword> _citationWords = new(StringComparer.Ordinal);

    private KeywordTable(string language)
    {
        Language = language;
        Load(language, contextualOnly: false);
        if (language != English)
        {
            Load(English, contextualOnly: true);
        }
    }

    /// <summary>Every language that modules are written in.</summary>
    public static IReadOnlyCollection<KeywordTable> All => Tables.Values;

    /// <summary>Its code.</summary>
    public string Language { get; }

    /// <summary>Where phrases start.</summary>
    public PhraseNode Root { get; } = new();

    /// <summary>The table of a language code, or null.</summary>
    public static KeywordTable? Find(string language) => Tables.GetValueOrDefault(language);

    /// <summary>The phrase to show for a keyword: the first one of this language.</summary>
    public string Phrase(Keyword keyword) => _phrases[keyword][0];

    /// <summary>All phrases of a keyword, those of this language first.</summary>
    public IReadOnlyList<string> Phrases(Keyword keyword) => _phrases[keyword];

    /// <summary>The citation word (`art`, `điều`) that a name spells, or null.</summary>
    public Keyword? CitationWord(string name) =>
        _citationWords.TryGetValue(IdentifierFolding.Fold(name), out var keyword) ? keyword : null;

    private void Load(string language, bool contextualOnly)
    {
        var name = $"CaseFlow.Rules.Syntax.Keywords.{language}.json";
        using var stream = typeof(KeywordTable).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The keywords of `{language}` are not embedded.");
        using var document = JsonDocument.Parse(stream);
        foreach (var section in document.RootElement.EnumerateObject())
        {
            var meaning = Enum.Parse<PhraseMeaning>(section.Name, ignoreCase: true);
            if (!contextualOnly || meaning is PhraseMeaning.Contextual or PhraseMeaning.Citation)
            {
                LoadSection(section.Value, meaning);
            }
        }
    }

    private void LoadSection(JsonElement section, PhraseMeaning meaning)
    {
        foreach (var entry in section.EnumerateObject())
        {
            var keyword = Enum.Parse<Keyword>(entry.Name);
            foreach (var phrase in entry.Value.EnumerateArray().Select(value => value.GetString()!))
            {
                Remember(keyword, phrase);
                Add(keyword, IdentifierFolding.Fold(phrase), meaning);
            }
        }
    }

    private void Remember(Keyword keyword, string phrase)
    {
        if (!_phrases.TryGetValue(keyword, out var phrases))
        {
            _phrases.Add(keyword, phrases = []);
        }

        phrases.Add(phrase);
    }

    private void Add(Keyword keyword, string phrase, PhraseMeaning meaning)
    {
        if (meaning == PhraseMeaning.Citation)
        {
            _citationWords.TryAdd(phrase, keyword);
            return;
        }

        Root.Walk(phrase.Split(' ')).Add(keyword, meaning);
    }
}
