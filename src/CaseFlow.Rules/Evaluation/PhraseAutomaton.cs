using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Finds many phrases in one pass over a folded text (Aho and Corasick), in time proportional to the text. A phrase
/// carries the spaces around it, so that only whole syllables match. Immutable.
/// </summary>
internal sealed class PhraseAutomaton
{
    private const int Root = 0;
    private readonly Dictionary<(int State, char Letter), int> _next = [];
    private readonly Dictionary<string, int> _phrases = new(StringComparer.Ordinal);
    private readonly List<int> _fallback = [Root];
    private readonly List<int> _phraseAt = [-1];

    // The nearest state behind this one at which a shorter phrase ends too; the root where there is none.
    private readonly List<int> _shorter = [Root];

    /// <summary>Prepares the phrases, folded already; those without any syllable are never found.</summary>
    public PhraseAutomaton(IEnumerable<string> folded)
    {
        foreach (var phrase in folded.Where(phrase => phrase.Length > 0))
        {
            if (_phrases.TryAdd(phrase, _phrases.Count))
            {
                Insert(" " + phrase + " ", _phrases[phrase]);
            }
        }

        Link();
    }

    /// <summary>How many different phrases there are.</summary>
    public int Count => _phrases.Count;

    /// <summary>The number of a folded phrase, or -1 where it holds no syllable or is none of these.</summary>
    public int NumberOf(string folded) => _phrases.GetValueOrDefault(folded, -1);

    /// <summary>Passes over a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="found">Told the number of each phrase, and the place after its last letter in the folded text, as
    /// it ends there; the longer one first.</param>
    public void Search(FoldedText text, Action<int, int> found)
    {
        var state = Root;
        for (var place = 0; place < text.Text.Length; place++)
        {
            state = Follow(state, text.Text[place]);
            for (var at = _phraseAt[state] >= 0 ? state : _shorter[state]; at != Root; at = _shorter[at])
            {
                found(_phraseAt[at], place);
            }
        }
    }

    private int Follow(int state, char letter)
    {
        int next;
        while (!_next.TryGetValue((state, letter), out next) && state != Root)
        {
            state = _fallback[state];
        }

        return next;
    }

    private void Insert(string phrase, int number)
    {
        var state = Root;
        foreach (var letter in phrase)
        {
            if (!_next.TryGetValue((state, letter), out var next))
            {
                next = _fallback.Count;
                _next.Add((state, letter), next);
                _fallback.Add(Root);
                _phraseAt.Add(-1);
                _shorter.Add(Root);
            }

            state = next;
        }

        _phraseAt[state] = number;
    }

    // Level by level, so that what a state falls back to is linked before it.
    private void Link()
    {
        var children = _next.ToLookup(edge => edge.Key.State, edge => (edge.Key.Letter, State: edge.Value));
        var open = new Queue<int>(children[Root].Select(child => child.State));
        while (open.TryDequeue(out var state))
        {
            foreach (var (letter, child) in children[state])
            {
                var fallback = Follow(_fallback[state], letter);
                _fallback[child] = fallback;
                _shorter[child] = _phraseAt[fallback] >= 0 ? fallback : _shorter[fallback];
                open.Enqueue(child);
            }
        }
    }
}
