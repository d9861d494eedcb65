using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Expressions that stand for a value, in words.</summary>
internal sealed class ValueReader
{
    private readonly ReadingWords _words;
    private readonly SymbolWords _symbols;

    /// <summary>A reader of values and, beside it, one of conditions.</summary>
    public ValueReader(ReadingWords words, SymbolWords symbols)
    {
        (_words, _symbols) = (words, symbols);
        Conditions = new ConditionReader(words, symbols, this);
    }

    /// <summary>Conditions.</summary>
    public ConditionReader Conditions { get; }

    /// <summary>A value.</summary>
    /// <param name="expression">As written.</param>
    /// <param name="depth">How deep its sentence lies.</param>
    public string Of(ExpressionSyntax expression, int depth = 0) => expression switch
    {
        PathExpression path => _symbols.Path(path),
        NumberLiteral number => _words.Number(number.Value),
        MoneyLiteral money => Money(money),
        DurationLiteral duration => _words.Values.Of(new RuleDuration(duration.Count, duration.Unit)),
        DateLiteral date => _words.Day(date.Value),
        TextLiteral { Value.Length: 0 } => _words.Fill("Empty"),
        TextLiteral text => _words.Quoted(text.Value),
        BooleanLiteral boolean => _words.Fill(boolean.Value ? "Yes" : "No"),
        MissingLiteral => _words.Fill("Nothing"),
        TodayExpression => _words.Fill("Today"),
        ArithmeticExpression arithmetic => _words.Fill(
            arithmetic.Operator.ToString(), Part(arithmetic.Left, arithmetic), Part(arithmetic.Right, arithmetic)),
        OnCalendarExpression sum => _words.Fill("OnCalendar", Of(sum.Operand, depth), _symbols.Label(sum.Calendar)),
        ConditionalExpression conditional => Cases(conditional, depth, Of),
        SpanExpression span => Span(span),
        CountOfExpression count => Count(count, depth),
        CountTrueExpression count => Prose.Parts(
            _words.Fill("CountTrue"),
            [.. count.Operands.Select(operand => Conditions.Of(operand, depth + 1))],
            depth,
            _words.Language),
        AggregateExpression aggregate => Aggregate(aggregate, depth),
        _ => _words.Fill("WhetherSo", Conditions.Of(expression, depth)),
    };

    /// <summary>
    /// `if … then … else …`: two cases in one sentence, more of them below one another, the first that holds counts.
    /// </summary>
    public string Cases(ConditionalExpression conditional, int depth, Func<ExpressionSyntax, int, string> read)
    {
        var parts = new List<string>();
        ExpressionSyntax rest = conditional;
        while (rest is ConditionalExpression next)
        {
            var condition = Conditions.Of(next.Condition, depth + 1);
            var then = read(next.Then, depth + 1);
            parts.Add(Prose.Follow(_words.Fill("If", condition), _words.Fill("Then", then), depth + 1));
            rest = next.Else;
        }

        parts.Add(_words.Fill("Else", read(rest, depth + 1)));
        return Prose.Parts(_words.Fill("Cases"), parts, depth, _words.Language);
    }

    private string Money(MoneyLiteral money) => MoneyUnits.FromMajor(money.Amount, money.Currency) is { } value
        ? _words.Values.Of(value)
        : _words.Number(money.Amount) + " " + money.Currency;

    // Parentheses keep a sum inside a product, and what is taken away, as written.
    private string Part(ExpressionSyntax part, ArithmeticExpression whole)
    {
        var isWhole = part switch
        {
            ArithmeticExpression inner => inner.Operator == whole.Operator
                && inner.Operator is ArithmeticOperator.Add or ArithmeticOperator.Multiply,
            ConditionalExpression or CountOfExpression or CountTrueExpression or AggregateExpression => false,
            _ => true,
        };
        return isWhole ? Of(part) : "(" + Of(part) + ")";
    }

    private string Span(SpanExpression span)
    {
        var days = _words.Fill("Span" + span.Unit, Of(span.From), Of(span.To));
        return span.Calendar is { } calendar ? _words.Fill("OnCalendar", days, _symbols.Label(calendar)) : days;
    }

    private string Count(CountOfExpression count, int depth) =>
        count is { Variable: { } variable, Predicate: { } predicate }
            ? _words.Fill(
                "CountWhere", Of(count.List), _symbols.Inside(variable, () => Conditions.Of(predicate, depth)))
            : _words.Fill("CountOf", Of(count.List));

    private string Aggregate(AggregateExpression aggregate, int depth) => _symbols.Inside(aggregate.Variable, () =>
    {
        var operand = aggregate.Operand is PathExpression ? Of(aggregate.Operand) : "(" + Of(aggregate.Operand) + ")";
        var over = _words.Fill(aggregate.Kind.ToString(), operand, Of(aggregate.List));
        return aggregate.Predicate is { } predicate
            ? _words.Fill("Among", over, Conditions.Of(predicate, depth))
            : over;
    });
}
