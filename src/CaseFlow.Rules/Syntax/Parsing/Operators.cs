using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>The comparisons, as signs (`>=`) and as words (`at least`); both are read everywhere.</summary>
internal static class Operators
{
    private static readonly (TokenKind Sign, ComparisonOperator Operator)[] Signs =
    [
        (TokenKind.Equal, ComparisonOperator.Equal), (TokenKind.NotEqual, ComparisonOperator.NotEqual),
        (TokenKind.Less, ComparisonOperator.Less), (TokenKind.LessOrEqual, ComparisonOperator.LessOrEqual),
        (TokenKind.Greater, ComparisonOperator.Greater), (TokenKind.GreaterOrEqual, ComparisonOperator.GreaterOrEqual),
    ];

    private static readonly (Keyword Word, ComparisonOperator Operator)[] Words =
    [
        (Keyword.AtLeast, ComparisonOperator.GreaterOrEqual), (Keyword.AtMost, ComparisonOperator.LessOrEqual),
        (Keyword.MoreThan, ComparisonOperator.Greater), (Keyword.LessThan, ComparisonOperator.Less),
        (Keyword.Before, ComparisonOperator.Less), (Keyword.After, ComparisonOperator.Greater),
    ];

    private static readonly Keyword[] ValueWords =
    [
        Keyword.Today, Keyword.Not, Keyword.Yes, Keyword.No, Keyword.CountOf, Keyword.CountTrue, Keyword.Any,
        Keyword.Every, Keyword.None, Keyword.Day, Keyword.WorkingDay, Keyword.Month, Keyword.Year,
    ];

    public static ComparisonOperator? TrySign(TokenCursor cursor)
    {
        foreach (var (sign, comparison) in Signs)
        {
            if (cursor.TryTake(sign))
            {
                return comparison;
            }
        }

        return null;
    }

    public static ComparisonOperator? TryWord(TokenCursor cursor)
    {
        foreach (var (word, comparison) in Words)
        {
            if (cursor.TryTake(word))
            {
                return comparison;
            }
        }

        return null;
    }

    /// <summary>True where a value begins; tells a contextual word from the name that it may be.</summary>
    public static bool StartsValue(Token token) => token.Kind is TokenKind.Name or TokenKind.Number or TokenKind.Date
        or TokenKind.Text or TokenKind.LeftParenthesis || token.IsAny(ValueWords);
}
