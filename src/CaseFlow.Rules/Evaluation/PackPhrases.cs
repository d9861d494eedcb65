using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Checking;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// All phrases that a pack looks for in texts: one automaton for those that are folded, one for those that are not.
/// Built when first asked. Thread-safe.
/// </summary>
internal sealed class PackPhrases(BoundPack pack)
{
    private readonly Lazy<PhraseSearch> _folded = new(() => new PhraseSearch(All(pack), exactly: false));
    private readonly Lazy<PhraseSearch> _exact = new(() => new PhraseSearch(All(pack), exactly: true));

    /// <summary>What serves an expression.</summary>
    public PhraseSearch For(MentionsBoundExpression mentions) => (mentions.Exactly ? _exact : _folded).Value;

    private static IEnumerable<MentionsBoundExpression> All(BoundPack pack) =>
        PackExpressions.All(pack).SelectMany(ExpressionParts.All).OfType<MentionsBoundExpression>();
}

/// <summary>The phrases of one way of folding.</summary>
internal sealed class PhraseSearch
{
    private readonly bool _exactly;
    private readonly PhraseAutomaton _automaton;
    private readonly Dictionary<MentionsBoundExpression, int[]> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Prepares the expressions that fold this way.</summary>
    public PhraseSearch(IEnumerable<MentionsBoundExpression> all, bool exactly)
    {
        _exactly = exactly;
        var expressions = all.Where(mentions => mentions.Exactly == exactly).ToList();
        _automaton = new PhraseAutomaton(expressions.SelectMany(mentions => mentions.Phrases).Distinct().Select(Fold));
        foreach (var mentions in expressions)
        {
            _numbers[mentions] = [.. mentions.Phrases.Select(phrase => _automaton.NumberOf(Fold(phrase)))];
        }
    }

    /// <summary>Which phrases a text holds, by number.</summary>
    public IReadOnlyList<bool> Search(string text)
    {
        var held = new bool[_automaton.Count];
        _automaton.Search(TextFolding.FoldKeepingPlaces(text, _exactly), (phrase, _) => held[phrase] = true);
        return held;
    }

    /// <summary>Whether a text that holds these phrases is what the expression asks for.</summary>
    public bool Holds(MentionsBoundExpression mentions, IReadOnlyList<bool> held) => mentions.All
        ? Array.TrueForAll(_numbers[mentions], number => number >= 0 && held[number])
        : Array.Exists(_numbers[mentions], number => number >= 0 && held[number]);

    /// <summary>Where the phrases of an expression stand in a text, by place; the first ones of each phrase.</summary>
    /// <param name="mentions">The expression.</param>
    /// <param name="text">The text, NFC.</param>
    public IReadOnlyList<TextHit> HitsOf(MentionsBoundExpression mentions, string text)
    {
        var written = mentions.Phrases.Zip(_numbers[mentions]).DistinctBy(phrase => phrase.Second).ToDictionary(
            phrase => phrase.Second, phrase => (Written: phrase.First, Letters: Fold(phrase.First).Length));
        var counts = new int[_automaton.Count];
        var hits = new List<TextHit>();
        var folded = TextFolding.FoldKeepingPlaces(text, _exactly);
        _automaton.Search(folded, (phrase, after) =>
        {
            if (written.TryGetValue(phrase, out var found) && ++counts[phrase] <= EvaluationLimits.HitsOfAPhrase)
            {
                var start = folded.Starts[after - found.Letters];
                hits.Add(new TextHit(found.Written, start, folded.Ends[after - 1] - start));
            }
        });
        return [.. hits.OrderBy(hit => hit.Start).ThenBy(hit => hit.Length)];
    }

    private string Fold(string phrase) => TextFolding.Fold(phrase, _exactly);
}
