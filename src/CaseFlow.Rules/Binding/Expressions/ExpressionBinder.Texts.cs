using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

// Here: mentions. A missing text mentions nothing, so that the operator is total like a comparison.
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindMentions(MentionsExpression mentions, ExpressionScope scope)
    {
        var text = Bind(mentions.Operand, scope, RuleType.Text);
        var words = mentions.Words is { } name
            ? scope.Module.Resolve(scope.Module.Names.WordLists, name, RulesCodes.UnknownWordList)
            : null;
        foreach (var (phrase, span) in mentions.Phrases.Zip(mentions.PhraseSpans))
        {
            var exactly = " " + KeywordTable.Find(scope.Module.Language)!.Phrase(Keyword.Exactly);
            PhraseChecks.Check(
                phrase, span, mentions.Exactly, findings, Fixing.After(mentions.PhraseSpans[^1], exactly));
        }

        if (IsError(text) || (mentions.Words is not null && words is null))
        {
            return new ErrorBoundExpression(mentions.Span);
        }

        return text.Type.Kind == TypeKind.Text
            ? new MentionsBoundExpression(
                text, words?.Phrases ?? mentions.Phrases, words, mentions.All, mentions.Exactly, mentions.Span)
            : Wrong(mentions.Operand, text, RuleType.Text, scope);
    }
}
