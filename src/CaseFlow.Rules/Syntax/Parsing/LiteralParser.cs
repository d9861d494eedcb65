using System.Globalization;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>`12`, `-3`, `250_000 VND`, `7 working days`, `2026-07-01`, `"…"`, `yes`, an enum member.</summary>
internal sealed class LiteralParser(TokenCursor cursor, NameParser names)
{
    private const int CurrencyLetters = 3;

    private static readonly (Keyword Word, DurationUnit Unit)[] Units =
    [
        (Keyword.WorkingDay, DurationUnit.WorkingDay), (Keyword.Day, DurationUnit.Day),
        (Keyword.Month, DurationUnit.Month), (Keyword.Year, DurationUnit.Year),
    ];

    /// <summary>A literal, or a single name.</summary>
    public ExpressionSyntax Literal()
    {
        if (TryLiteral() is { } literal)
        {
            return literal;
        }

        var start = cursor.Start;
        if (cursor.AtName)
        {
            return new PathExpression([names.Name()], cursor.SpanFrom(start));
        }

        cursor.FailLacking(RulesCodes.ExpectedValue);
        return new ErrorExpression(cursor.SpanFrom(start));
    }

    /// <summary>A literal that is no name, or null.</summary>
    public ExpressionSyntax? TryLiteral()
    {
        var start = cursor.Start;
        var negative = cursor.At(TokenKind.Minus) && cursor.Ahead(1).Kind == TokenKind.Number;
        if (negative || cursor.At(TokenKind.Number))
        {
            return Number();
        }

        if (cursor.At(TokenKind.Date))
        {
            return new DateLiteral(names.Day(), cursor.SpanFrom(start));
        }

        if (cursor.At(TokenKind.Text))
        {
            return new TextLiteral(names.Text(), cursor.SpanFrom(start));
        }

        return cursor.TryTake(Keyword.Yes) ? new BooleanLiteral(true, cursor.SpanFrom(start))
            : cursor.TryTake(Keyword.No) ? new BooleanLiteral(false, cursor.SpanFrom(start))
            : null;
    }

    /// <summary>A plain number.</summary>
    public ExpressionSyntax PlainNumber()
    {
        var start = cursor.Start;
        if (!cursor.At(TokenKind.Number))
        {
            cursor.FailLacking(RulesCodes.ExpectedNumber);
            return new ErrorExpression(cursor.SpanFrom(start));
        }

        var value = Amount(negative: false);
        return new NumberLiteral(value, cursor.SpanFrom(start));
    }

    /// <summary>The unit that the next word names, or null; takes it.</summary>
    public DurationUnit? TryUnit()
    {
        foreach (var (word, unit) in Units)
        {
            if (cursor.TryTake(word))
            {
                return unit;
            }
        }

        return null;
    }

    private ExpressionSyntax Number()
    {
        var start = cursor.Start;
        var amount = Amount(cursor.TryTake(TokenKind.Minus));
        if (TryUnit() is { } unit)
        {
            return new DurationLiteral(Whole(amount, start), unit, cursor.SpanFrom(start));
        }

        if (cursor.Current.Kind != TokenKind.Name || cursor.Current.Keywords.Length > 0 || cursor.Current.StartsLine)
        {
            return new NumberLiteral(amount, cursor.SpanFrom(start));
        }

        var word = names.Name();
        if (IsCurrency(word.Text))
        {
            return new MoneyLiteral(amount, word.Text, cursor.SpanFrom(start));
        }

        cursor.FailAtWord(word, RulesCodes.UnknownUnit, MeantUnit(word.Text, amount));
        return new ErrorExpression(cursor.SpanFrom(start));
    }

    // A currency in small letters, or a misspelled unit of time.
    private string? MeantUnit(string written, decimal amount)
    {
        var currency = written.ToUpperInvariant();
        return currency == MoneyUnits.Dong
            ? currency
            : Units.Select(unit => cursor.Table.Phrases(unit.Word))
                .Select(phrases => amount == 1 ? phrases[0] : phrases[^1])
                .Where(phrase => Spelling.Distance(written, phrase) is not null)
                .MinBy(phrase => Spelling.Distance(written, phrase));
    }

    private decimal Amount(bool negative)
    {
        var token = cursor.Take();
        var digits = token.Text.Replace("_", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            cursor.Report(RulesCodes.NumberTooLarge, cursor.SpanOf(token), Words.Quote(token.Text));
        }

        return negative ? -amount : amount;
    }

    private int Whole(decimal amount, int start)
    {
        if (amount == decimal.Truncate(amount) && Math.Abs(amount) <= int.MaxValue)
        {
            return (int)amount;
        }

        var span = cursor.SpanFrom(start);
        cursor.Report(RulesCodes.ExpectedWholeNumber, span, cursor.Quote(span));
        return 0;
    }

    private static bool IsCurrency(string word) => word.Length == CurrencyLetters && word.All(char.IsAsciiLetterUpper);
}
