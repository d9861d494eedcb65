using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// The searches of one evaluation: each text is passed over once, however many rules ask. For one thread at a time.
/// </summary>
internal sealed class TextSearches(PackPhrases phrases)
{
    // By reference: a long text is not to be read through for the sake of finding it.
    private readonly Dictionary<string, IReadOnlyList<bool>> _folded = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, IReadOnlyList<bool>> _exact = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a text mentions what it should.</summary>
    /// <param name="mentions">What it should mention.</param>
    /// <param name="text">The text.</param>
    /// <param name="observer">Told of the hits, or null.</param>
    public bool Holds(MentionsBoundExpression mentions, string text, IEvaluationObserver? observer)
    {
        var search = phrases.For(mentions);
        var known = mentions.Exactly ? _exact : _folded;
        if (!known.TryGetValue(text, out var held))
        {
            held = search.Search(IdentifierFolding.Compose(text));
            known.Add(text, held);
        }

        observer?.TextSearched(mentions, search.HitsOf(mentions, IdentifierFolding.Compose(text)));
        return search.Holds(mentions, held);
    }
}
