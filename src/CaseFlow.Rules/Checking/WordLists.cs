using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// Checks the phrases of word lists. That one is ambiguous once folded is said of every list except those that are
/// looked for `exactly` and in no other way.
/// </summary>
internal static class WordLists
{
    /// <summary>Checks the lists of a pack.</summary>
    public static void Check(BoundPack pack, PackDeclarations declarations, DiagnosticBag findings)
    {
        var uses = PackExpressions.All(pack)
            .SelectMany(ExpressionParts.All)
            .OfType<MentionsBoundExpression>()
            .Where(mentions => mentions.Words is not null)
            .ToLookup(mentions => mentions.Words!);
        foreach (var (syntax, symbol, _) in declarations.WordLists)
        {
            var isExact = uses[symbol].Any() && uses[symbol].All(mentions => mentions.Exactly);
            foreach (var (phrase, span) in syntax.Phrases.Zip(syntax.PhraseSpans))
            {
                PhraseChecks.Check(phrase, span, isExact, findings);
            }
        }
    }
}
