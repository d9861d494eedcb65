using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>
/// Conditions in words. The structure stays as written: what the author joined stays joined, and an ordering is never
/// turned around, because where a value is missing its opposite does not hold either.
/// </summary>
internal sealed class ConditionReader(ReadingWords words, SymbolWords symbols, ValueReader values)
{
    private const int InOneLine = 2;
    private const int ChoicesInOneLine = 4;

    /// <summary>A condition.</summary>
    /// <param name="expression">As written.</param>
    /// <param name="depth">How deep its sentence lies.</param>
    /// <param name="holds">False: that it does not hold.</param>
    public string Of(ExpressionSyntax expression, int depth = 0, bool holds = true) => expression switch
    {
        NotExpression not => Of(not.Operand, depth, !holds),
        LogicalExpression logical when holds => Logical(logical, depth),
        ComparisonExpression comparison => Comparison(comparison, depth, holds),
        MembershipExpression membership => Membership(membership, depth, holds),
        BetweenExpression between when holds => words.Fill(
            "Between", values.Of(between.Operand), values.Of(between.Low), values.Of(between.High)),
        MissingTestExpression test =>
            words.Fill(test.IsRecorded == holds ? "Recorded" : "Missing", values.Of(test.Operand)),
        MentionsExpression mentions => Mentions(mentions, holds),
        QuantifierExpression quantifier when holds => Quantifier(quantifier, depth),
        ConditionalExpression conditional when holds =>
            values.Cases(conditional, depth, (part, inside) => Of(part, inside)),
        BooleanLiteral literal => words.Fill(literal.Value == holds ? "AlwaysSo" : "NeverSo"),
        PathExpression path => Path(path, holds),
        ErrorExpression => words.Fill("Nothing"),
        _ when !holds => NotSo(expression, depth),
        _ => words.Fill("True", values.Of(expression, depth)),
    };

    /// <summary>A condition that is joined by `and` to what stands before it: an `or` goes below as parts.</summary>
    public string Joined(ExpressionSyntax expression) =>
        expression is LogicalExpression { IsAnd: false } either ? Listed(either, 0) : Of(expression);

    /// <summary>`at least 3`, `after 1 July 2026`: how a value stands to another, for a table's cells.</summary>
    public string Relation(ComparisonOperator comparison, TypeKind? kind, string value) =>
        words.Fill("Cell" + KindWord(comparison, kind) + comparison, value);

    /// <summary>What kind of value an expression gives, as far as its words tell.</summary>
    public TypeKind? KindOf(ExpressionSyntax expression) => expression switch
    {
        PathExpression path => symbols.KindOf(path),
        DateLiteral or TodayExpression => TypeKind.Date,
        OnCalendarExpression sum => KindOf(sum.Operand),
        ArithmeticExpression sum => KindOf(sum.Left),
        ConditionalExpression conditional => KindOf(conditional.Then),
        AggregateExpression aggregate => KindOf(aggregate.Operand),
        NumberLiteral or SpanExpression or CountOfExpression or CountTrueExpression => TypeKind.Number,
        BooleanLiteral => TypeKind.Boolean,
        _ => null,
    };

    private static string KindWord(ComparisonOperator comparison, TypeKind? kind) => (comparison, kind) switch
    {
        (ComparisonOperator.Equal or ComparisonOperator.NotEqual, _) => "",
        (_, TypeKind.Date) => "Date",
        (_, TypeKind.Enum) => "Enum",
        _ => "",
    };

    private string Logical(LogicalExpression logical, int depth)
    {
        if (logical.Operands.Count <= InOneLine && logical.Operands.All(IsShort))
        {
            return words.Fill(
                logical.IsAnd ? "And" : "Or", Of(logical.Operands[0], depth), Of(logical.Operands[^1], depth));
        }

        return Listed(logical, depth);
    }

    private string Listed(LogicalExpression logical, int depth) => Prose.Parts(
        words.Fill(logical.IsAnd ? "AllOfThese" : "OneOfThese"),
        [.. logical.Operands.Select(operand => Of(operand, depth + 1))],
        depth,
        words.Language);

    private static bool IsShort(ExpressionSyntax expression) => expression switch
    {
        NotExpression not => IsShort(not.Operand),
        ComparisonExpression comparison => IsPlain(comparison.Left) && IsPlain(comparison.Right),
        MembershipExpression membership => membership.Choices.Count <= InOneLine && IsPlain(membership.Operand),
        MissingTestExpression or PathExpression or BooleanLiteral => true,
        _ => false,
    };

    private static bool IsPlain(ExpressionSyntax expression) =>
        expression is not (ConditionalExpression or CountTrueExpression or CountOfExpression or AggregateExpression);

    private string Comparison(ComparisonExpression comparison, int depth, bool holds)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        var isEquality = comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        if (isEquality && right is BooleanLiteral literal)
        {
            var isPositive = literal.Value == (comparison.Operator == ComparisonOperator.Equal);
            return Of(left, depth, isPositive == holds);
        }

        if (!holds && !isEquality)
        {
            return NotSo(comparison, depth);
        }

        var isEqual = isEquality && (comparison.Operator == ComparisonOperator.Equal) == holds;
        var relation = !isEquality ? comparison.Operator
            : isEqual ? ComparisonOperator.Equal : ComparisonOperator.NotEqual;
        var kind = KindOf(left) ?? KindOf(right);
        return words.Fill(
            KindWord(relation, kind) + relation, values.Of(left, depth), values.Of(right, depth));
    }

    private string Membership(MembershipExpression membership, int depth, bool holds)
    {
        var operand = values.Of(membership.Operand);
        var choices = membership.Choices.Select(choice => values.Of(choice));
        return membership.Choices.Count <= ChoicesInOneLine
            ? words.Fill(holds ? "OneOf" : "NoneOf", operand, words.Either(choices))
            : Prose.Parts(
                words.Fill(holds ? "OneOfMany" : "NoneOfMany", operand), [.. choices], depth, words.Language);
    }

    private string Path(PathExpression path, bool holds)
    {
        var name = symbols.Path(path);
        return symbols.Last(path) switch
        {
            DefinitionSymbol => words.Fill(holds ? "DefinitionHolds" : "DefinitionFails", name),
            ParameterSymbol => words.Fill(holds ? "True" : "NotTrue", name),
            _ => words.Fill(holds ? "True" : "NotTrue", words.Quoted(name)),
        };
    }

    private string Mentions(MentionsExpression mentions, bool holds)
    {
        var phrases = mentions.Words is { } list
            ? words.Fill("WordsOf", symbols.Of(list) is { } symbol ? symbols.Numbered(symbol) : words.Named(list.Text))
            : words.All(mentions.Phrases.Select(words.Quoted));
        var key = (mentions.All ? "MentionsAll" : "MentionsAny") + (holds ? "" : "Not");
        var text = words.Fill(key, values.Of(mentions.Operand), phrases);
        return mentions.Exactly ? words.Fill("Exactly", text) : text;
    }

    private string Quantifier(QuantifierExpression quantifier, int depth)
    {
        var predicate = symbols.Inside(quantifier.Variable, () => Of(quantifier.Predicate, depth));
        return words.Fill(
            quantifier.Kind == QuantifierKind.AtLeast ? "AtLeastOf" : quantifier.Kind.ToString(),
            values.Of(quantifier.List),
            predicate,
            words.Number(quantifier.AtLeast));
    }

    private string NotSo(ExpressionSyntax expression, int depth) => Prose.Parts(
        words.Fill("Not"), [Of(expression, depth + 1)], depth, words.Language);
}
