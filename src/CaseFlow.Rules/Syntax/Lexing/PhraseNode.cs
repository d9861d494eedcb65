namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>Where a phrase is a keyword; the names are the sections of the keyword files.</summary>
internal enum PhraseMeaning
{
    /// <summary>Everywhere.</summary>
    Reserved,

    /// <summary>Where the grammar asks for it.</summary>
    Contextual,

    /// <summary>After a law or another part of a citation, before a reference.</summary>
    Citation,

    /// <summary>Inside lifecycles, deadlines and ladders.</summary>
    Lifecycle,
}

/// <summary>A word on the way through a phrase, and what the phrase means that ends here.</summary>
internal sealed class PhraseNode(int depth = 0)
{
    private readonly Dictionary<string, PhraseNode> _next = new(StringComparer.Ordinal);
    private Keyword[] _reserved = [];
    private Keyword[] _contextual = [];
    private Keyword[] _lifecycle = [];

    /// <summary>Words so far.</summary>
    public int Depth => depth;

    /// <summary>Begins a declaration with words of its own: lifecycle, ladder, deadline, waiting period.</summary>
    public bool OpensRegion { get; private set; }

    /// <summary>Begins any other declaration.</summary>
    public bool EndsRegion { get; private set; }

    /// <summary>The keywords of the phrase outside such a declaration; empty where it is none.</summary>
    public Keyword[] Outside { get; private set; } = [];

    /// <summary>The keywords of the phrase inside such a declaration; empty where it is none.</summary>
    public Keyword[] Inside { get; private set; } = [];

    /// <summary>True where the phrase may also be a name: a single word that is only contextual.</summary>
    public bool MayBeName(bool inside) =>
        depth == 1 && _contextual.Length > 0 && _reserved.Length == 0 && (!inside || _lifecycle.Length == 0);

    public PhraseNode? Next(string word) => _next.GetValueOrDefault(word);

    public PhraseNode Walk(ReadOnlySpan<string> words)
    {
        if (words.IsEmpty)
        {
            return this;
        }

        if (!_next.TryGetValue(words[0], out var next))
        {
            _next.Add(words[0], next = new PhraseNode(depth + 1));
        }

        return next.Walk(words[1..]);
    }

    public void Add(Keyword keyword, PhraseMeaning meaning)
    {
        _reserved = meaning == PhraseMeaning.Reserved ? [.. _reserved.Union([keyword])] : _reserved;
        _contextual = meaning == PhraseMeaning.Contextual ? [.. _contextual.Union([keyword])] : _contextual;
        _lifecycle = meaning == PhraseMeaning.Lifecycle ? [.. _lifecycle.Union([keyword])] : _lifecycle;
        OpensRegion |= meaning == PhraseMeaning.Lifecycle && Declarations.OwnWords.Contains(keyword);
        EndsRegion |= meaning == PhraseMeaning.Reserved && Declarations.Plain.Contains(keyword);
        Outside = [.. _reserved.Union(_contextual)];
        Inside = [.. Outside.Union(_lifecycle)];
    }
}
