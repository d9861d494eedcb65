using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Explanations;

/// <summary>
/// Why a condition holds or not in this case, told by what the case says: `the instance is first; remote area: no`.
/// Of several grounds that would each do, one is told.
/// </summary>
internal sealed class ReasonWords(DecisionAccount account, Wording wording, ValueWords values)
{
    private readonly ExpressionWords _words = new(wording, values);

    /// <summary>What people call an expression.</summary>
    public string NameOf(BoundExpression expression) => _words.NameOf(expression);

    /// <summary>The reasons of several conditions that hold, each once, at most as many as a sentence takes.</summary>
    public string All(IEnumerable<BoundExpression> conditions)
    {
        var reasons = conditions.Where(condition => Kleene.IsTrue(account.Holds(condition)))
            .SelectMany(condition => Of(condition, true))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return Wording.Clauses(
            reasons.Count <= TraceLimits.Reasons
                ? reasons
                : reasons.Take(TraceLimits.Reasons).Append(wording.Fill("AndMore")));
    }

    /// <summary>The reasons why a condition holds, or why it does not.</summary>
    public IEnumerable<string> Of(BoundExpression condition, bool holds) => condition switch
    {
        LogicalBoundExpression logical when logical.IsAnd == holds =>
            logical.Operands.SelectMany(operand => Of(operand, holds)),
        LogicalBoundExpression logical =>
            logical.Operands.Where(operand => IsKnownAs(operand, holds)).Take(1)
                .SelectMany(operand => Of(operand, holds)),
        NotBoundExpression not => Of(not.Operand, !holds),
        DefinitionExpression definition => Of(definition.Definition.Value, holds),
        ConditionalBoundExpression conditional => OfConditional(conditional, holds),
        ComparisonBoundExpression comparison => OfComparison(comparison, holds),
        MembershipBoundExpression membership => [Told(membership.Operand)],
        MissingTestBoundExpression test => [Told(test.Operand)],
        QuantifierBoundExpression quantifier => [_words.Quantified(quantifier, holds)],
        MentionsBoundExpression mentions => [_words.Mentioned(mentions, Found(mentions), holds)],
        ConstantExpression => [],
        _ => [Told(condition)],
    };

    private bool IsKnownAs(BoundExpression condition, bool holds) =>
        account.Holds(condition) is BooleanValue known && known.Value == holds;

    private IEnumerable<string> OfConditional(ConditionalBoundExpression conditional, bool holds)
    {
        var isThen = Kleene.IsTrue(account.Holds(conditional.Condition));
        return Of(conditional.Condition, isThen).Concat(Of(isThen ? conditional.Then : conditional.Else, holds));
    }

    // What something is says by itself why it equals or differs; of more and less the bound is told too.
    private IEnumerable<string> OfComparison(ComparisonBoundExpression comparison, bool holds)
    {
        var (left, right, relation) = Subject(comparison);
        var value = account.ValueOf(left);
        var isBound = right is ConstantExpression or ParameterExpression;
        if (value is MissingValue || (isBound && relation is ComparisonOperator.Equal or ComparisonOperator.NotEqual))
        {
            return [Told(left)];
        }

        var other = values.Of(account.ValueOf(right));
        var bound = isBound ? other : wording.Fill("ValueOfName", other, NameOf(right));
        var isDate = left.Type.Kind == TypeKind.Date;
        var key = ExpressionWords.RelationOf(holds ? relation : ExpressionWords.Opposite(relation), isDate);
        return [wording.Fill("Compared", NameOf(left), values.Of(value), wording.Fill(key, bound)), .. Counted(left)];
    }

    // The side that the case tells comes first: `5 is less than x` is told as `x is more than 5`.
    private static (BoundExpression Left, BoundExpression Right, ComparisonOperator Relation) Subject(
        ComparisonBoundExpression comparison) => comparison.Left is ConstantExpression
        ? (comparison.Right, comparison.Left, Mirrored(comparison.Operator))
        : (comparison.Left, comparison.Right, comparison.Operator);

    private static ComparisonOperator Mirrored(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => comparison,
    };

    // Which of the things counted hold.
    private IEnumerable<string> Counted(BoundExpression counted) => counted switch
    {
        CountTrueBoundExpression count =>
            count.Operands.Where(operand => IsKnownAs(operand, true)).SelectMany(operand => Of(operand, true)),
        DefinitionExpression definition => Counted(definition.Definition.Value),
        _ => [],
    };

    private string Told(BoundExpression expression)
    {
        var (name, value) = (NameOf(expression), account.ValueOf(expression));
        return value switch
        {
            MissingValue => wording.Fill("NotRecorded", name),

            // What was told in words may name people: only that it was told is repeated.
            TextValue or ListValue or RecordValue => wording.Fill("Recorded", name),
            _ => values.Stated(name, value),
        };
    }

    private IEnumerable<string> Found(MentionsBoundExpression mentions)
    {
        var observations = new Observations();
        _ = account.Evaluation.Watched(observations).Evaluate(mentions, account.Scope);
        return observations.Texts.SelectMany(text => text.Hits)
            .Select(hit => hit.Phrase)
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
