using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>`a is at least b`, `a is one of (b, c)`, `a is missing`, `text mentions any of "…"`.</summary>
internal sealed class RelationParser(TokenCursor cursor, NameParser names, ExpressionParser expressions)
{
    public ExpressionSyntax Relation()
    {
        var start = cursor.Start;
        var left = expressions.Sum();
        if (Operators.TrySign(cursor) is { } sign)
        {
            return Compared(sign, left, start);
        }

        if (cursor.At(Keyword.IsNot))
        {
            return IsNot(left, start);
        }

        if (cursor.AtAny(Keyword.MentionsAny, Keyword.MentionsAll))
        {
            return Mentions(left, start);
        }

        return cursor.TryTake(Keyword.Is) ? Is(left, start) : Worded(left, start) ?? left;
    }

    private ExpressionSyntax Is(ExpressionSyntax left, int start)
    {
        if (cursor.TryTake(Keyword.OneOf))
        {
            return Membership(left, start);
        }

        return Worded(left, start) ?? Compared(ComparisonOperator.Equal, left, start);
    }

    // The relations that stand with or without `is`.
    private ExpressionSyntax? Worded(ExpressionSyntax left, int start)
    {
        // In English `until` is also a possible name: only before a value is it meant as a relation.
        if (cursor.At(Keyword.Until) && Operators.StartsValue(cursor.Ahead(1)))
        {
            cursor.ReportUntil(Keyword.AtMost);
            cursor.Take();
            return Compared(ComparisonOperator.Less, left, start);
        }

        if (Operators.TryWord(cursor) is { } word)
        {
            return Compared(word, left, start);
        }

        if (cursor.TryTake(Keyword.Between))
        {
            var low = expressions.Sum();
            cursor.Expect(Keyword.And);
            return new BetweenExpression(left, low, expressions.Sum(), cursor.SpanFrom(start));
        }

        // In `given a is missing` and the like the caller takes the word itself.
        if (!cursor.AtAny(Keyword.Missing, Keyword.Recorded))
        {
            return null;
        }

        var isRecorded = cursor.Take().Is(Keyword.Recorded);
        return new MissingTestExpression(left, isRecorded, cursor.SpanFrom(start));
    }

    private ComparisonExpression Compared(ComparisonOperator sign, ExpressionSyntax left, int start) =>
        new(sign, left, expressions.Sum(), cursor.SpanFrom(start));

    private ExpressionSyntax IsNot(ExpressionSyntax left, int start)
    {
        var word = cursor.Take();
        if (MeantInstead() is not { } meant)
        {
            return Compared(ComparisonOperator.NotEqual, left, start);
        }

        cursor.Report(new Diagnostic(
            RulesCodes.UnexpectedWord, Severity.Error, cursor.SpanOf(cursor.Current), [cursor.Current.Text, word.Text])
        {
            DidYouMean = meant,
        });
        return Is(left, start);
    }

    // `is not missing` and `is not one of (…)` are said in another way.
    private string? MeantInstead()
    {
        if (cursor.At(Keyword.Missing))
        {
            return cursor.Table.Phrase(Keyword.Is) + " " + cursor.Table.Phrase(Keyword.Recorded);
        }

        var oneOf = $"{cursor.Table.Phrase(Keyword.Is)} {cursor.Table.Phrase(Keyword.OneOf)}";
        return cursor.At(Keyword.OneOf) ? $"{cursor.Table.Phrase(Keyword.Not)} … {oneOf}" : null;
    }

    private MembershipExpression Membership(ExpressionSyntax left, int start)
    {
        cursor.Expect(TokenKind.LeftParenthesis);
        var choices = new List<ExpressionSyntax> { expressions.Sum() };
        while (cursor.TryTake(TokenKind.Comma))
        {
            choices.Add(expressions.Sum());
        }

        cursor.Expect(TokenKind.RightParenthesis);
        return new MembershipExpression(left, choices, cursor.SpanFrom(start));
    }

    private MentionsExpression Mentions(ExpressionSyntax left, int start)
    {
        var all = cursor.Take().Is(Keyword.MentionsAll);
        var words = cursor.AtName ? names.Name() : null;
        var phrases = words is null ? names.Texts() : [];
        var texts = phrases.Select(phrase => phrase.Text).ToList();
        var exactly = cursor.TryTake(Keyword.Exactly);
        return new MentionsExpression(left, all, words, texts, exactly, cursor.SpanFrom(start))
        {
            PhraseSpans = [.. phrases.Select(phrase => phrase.Span)],
        };
    }
}
