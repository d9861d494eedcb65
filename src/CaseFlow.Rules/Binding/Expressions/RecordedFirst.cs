using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>The fix for a value that may be missing: the condition first asks whether it is recorded.</summary>
internal static class RecordedFirst
{
    private const string English = "en";

    /// <summary>
    /// The fix; none outside conditions, for what is computed or does not stand on one short line, and where the
    /// condition already asks: then it asks wrongly, and only the author knows what was meant.
    /// </summary>
    public static IReadOnlyList<TextFix> Fixes(BoundExpression value, ExpressionScope scope)
    {
        var text = scope.Module.TextOf(value.Span);
        if (scope.Place is not { } place || place == ConditionPlace.Nowhere || Recorded.KeyOf(value) is null
            || text != scope.Module.Written(value.Span)
            || place.Asks(part => scope.Module.TextOf(part) == text))
        {
            return [];
        }

        // English says `is recorded`, Vietnamese only `đã có`.
        var module = scope.Module;
        var recorded = module.Phrase(Keyword.Recorded);
        var asks = module.Language == English ? $"{module.Phrase(Keyword.Is)} {recorded}" : recorded;
        var test = $"{text} {asks} {module.Phrase(Keyword.And)} ";
        var span = place.Part.Span;
        return place.IsChoice
            ? [new TextFix([.. Fixing.Before(span, "(" + test).Edits, new TextEdit(module.EndOf(span), ")")])]
            : [Fixing.Before(span, test)];
    }
}
