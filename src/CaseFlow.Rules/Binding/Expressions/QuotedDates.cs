using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>The fix for a date written in quotes where a date is needed.</summary>
internal static class QuotedDates
{
    /// <summary>The date without its quotes; none where the value is no such text, or no date is needed.</summary>
    public static IReadOnlyList<TextFix> Fixes(BoundExpression value, RuleType required) =>
        required.Kind == TypeKind.Date
        && value is ConstantExpression { Value: TextValue { Value: var text } }
        && References.DayMeant(text) is { } day
            ? [Fixing.Replace(value.Span, day)]
            : [];
}
