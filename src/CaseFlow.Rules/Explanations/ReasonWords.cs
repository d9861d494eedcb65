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
    public string All(IEnumerable<BoundExpression> conditions) => Told(conditions
        .Where(condition => Kleene.IsTrue(account.Holds(condition)))
        .SelectMany(condition => Of(condition, true)));

    /// <summary>Why a condition does not hold.</summary>
    public string Against(BoundExpression condition) => Told(Of(condition, false));

    /// <summary>Why conditions do not hold.</summary>
    public string Against(IEnumerable<BoundExpression> conditions) =>
        Told(conditions.SelectMany(condition => Of(condition, false)));

    /// <summary>What the case says of one thing: `remote area: no`, `there is no day of acceptance`.</summary>
    public string Told(string label, Value value) => Stated(Wording.Inside(label), value);

    // What is told of a thing once with a bound and once without is told with it, and of two bounds the later one: an
    // exception says more exactly what its general rule says.
    private string Told(IEnumerable<Reason> told)
    {
        var all = told.ToList();
        var covered = all.SelectMany(reason => reason.Covers).ToHashSet(StringComparer.Ordinal);
        var reasons = all.Where(reason => !covered.Contains(reason.Fact))
            .GroupBy(reason => reason.Fact, StringComparer.Ordinal)
            .Select(group => group.LastOrDefault(reason => reason.Bound is not null) ?? group.First())
            .Select(reason => reason.Bound is { } bound ? reason.Fact + ", " + bound : reason.Fact)
            .ToList();
        return Wording.Clauses(
            reasons.Count <= TraceLimits.Reasons
                ? reasons
                : reasons.Take(TraceLimits.Reasons).Append(wording.Fill("AndMore")));
    }

    private IEnumerable<Reason> Of(BoundExpression condition, bool holds) => condition switch
    {
        LogicalBoundExpression logical when logical.IsAnd == holds =>
            logical.Operands.SelectMany(operand => Of(operand, holds)),
        LogicalBoundExpression logical =>
            logical.Operands.Where(operand => IsKnownAs(operand, holds)).Take(1)
                .SelectMany(operand => Of(operand, holds)),
        NotBoundExpression not => Of(not.Operand, !holds),
        DefinitionExpression definition when _words.MeaningOf(definition) is { } meaning => Of(meaning, holds),
        ConditionalBoundExpression conditional => OfConditional(conditional, holds),
        ComparisonBoundExpression comparison => OfComparison(comparison, holds),
        MembershipBoundExpression membership => OfThing(membership.Operand),
        MissingTestBoundExpression test => OfThing(test.Operand),
        QuantifierBoundExpression quantifier => [new Reason(_words.Quantified(quantifier, holds))],
        MentionsBoundExpression mentions => [new Reason(_words.Mentioned(mentions, Found(mentions), holds))],
        ConstantExpression => [],
        _ => OfThing(condition),
    };

    private bool IsKnownAs(BoundExpression condition, bool holds) =>
        account.Holds(condition) is BooleanValue known && known.Value == holds;

    private IEnumerable<Reason> OfConditional(ConditionalBoundExpression conditional, bool holds)
    {
        var isThen = Kleene.IsTrue(account.Holds(conditional.Condition));
        return Of(conditional.Condition, isThen).Concat(Of(isThen ? conditional.Then : conditional.Else, holds));
    }

    // What something is says by itself why it equals or differs; of more and less the bound is told too.
    private IEnumerable<Reason> OfComparison(ComparisonBoundExpression comparison, bool holds)
    {
        var (left, right, relation) = Subject(comparison);
        var value = account.ValueOf(left);
        if (value is BooleanValue answer)
        {
            return Of(left, answer.Value);
        }

        var isBound = right is ConstantExpression or ParameterExpression;
        var isSame = relation is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        if (value is MissingValue || (isBound && isSame))
        {
            return OfThing(left);
        }

        var isDate = left.Type.Kind == TypeKind.Date;
        var key = ExpressionWords.RelationOf(holds ? relation : relation.Opposite(), isDate);
        var bound = wording.Fill(key, BoundOf(right, isBound));
        if (SignsOf(left) is { } signs)
        {
            return [OfSigns(signs, value, bound)];
        }

        return !_words.HasName(left) ? []
            : value is UnknownValue ? [new Reason(wording.Fill("Related", NameOf(left), bound))]
            : [new Reason(values.Stated(NameOf(left), value)) { Bound = bound }];
    }

    private string BoundOf(BoundExpression right, bool isBound)
    {
        var value = values.Of(account.ValueOf(right));
        return isBound || !_words.HasName(right) ? value : wording.Fill("ValueOfName", value, NameOf(right));
    }

    // The side that the case tells comes first: `5 is less than x` is told as `x is more than 5`.
    private static (BoundExpression Left, BoundExpression Right, ComparisonOperator Relation) Subject(
        ComparisonBoundExpression comparison) => comparison.Left is ConstantExpression
        ? (comparison.Right, comparison.Left, comparison.Operator.Mirrored())
        : (comparison.Left, comparison.Right, comparison.Operator);

    // Signs that are counted: `count true (…)`, be it behind a definition.
    private static CountTrueBoundExpression? SignsOf(BoundExpression expression) => expression switch
    {
        CountTrueBoundExpression count => count,
        DefinitionExpression definition => SignsOf(definition.Definition.Value),
        _ => null,
    };

    // `2 of the signs looked for: people gather; agitation`; where one is not known, how many there are at least.
    private Reason OfSigns(CountTrueBoundExpression count, Value value, string? bound)
    {
        var found = count.Operands.Where(operand => IsKnownAs(operand, true)).ToList();
        var signs = found.Select(Sign).Where(sign => sign.Length > 0).ToList();
        var number = value is UnknownValue && bound is not null
            ? wording.Fill("SignsBound", bound)
            : value is NumberValue { Value: 0 } ? wording.Fill("NoSigns")
            : wording.Fill("Signs", values.Of(value));
        return new Reason(signs.Count == 0 ? number : wording.Fill("SignsNamed", number, wording.All(signs)))
        {
            Covers = [.. found.SelectMany(operand => Of(operand, true)).Select(reason => reason.Fact)],
        };
    }

    // Of a yes-or-no fact that holds the name says it all.
    private string Sign(BoundExpression sign) =>
        sign is FactExpression fact ? NameOf(fact) : Told(Of(sign, true));

    private IEnumerable<Reason> OfThing(BoundExpression expression)
    {
        var value = account.ValueOf(expression);
        if (SignsOf(expression) is { } signs)
        {
            return [OfSigns(signs, value, null)];
        }

        // What has no name of its own says nothing to a reader.
        return _words.HasName(expression) ? [new Reason(Stated(NameOf(expression), value))] : [];
    }

    private string Stated(string name, Value value) => value switch
    {
        MissingValue or TextValue { Value: "" } => wording.Fill("NotRecorded", name),

        // What was told in words may name people: only that it was told is repeated.
        TextValue or ListValue or RecordValue => wording.Fill("Recorded", name),
        BooleanValue answer => wording.Answer(name, answer.Value),
        _ => values.Stated(name, value),
    };

    private IEnumerable<string> Found(MentionsBoundExpression mentions)
    {
        var observations = new Observations();
        _ = account.Evaluation.Watched(observations).Evaluate(mentions, account.Scope);
        return observations.Texts.SelectMany(text => text.Hits)
            .Select(hit => hit.Phrase)
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private sealed record Reason(string Fact)
    {
        public string? Bound { get; init; }

        // What it tells along with the rest, so that it need not be told again.
        public IReadOnlyList<string> Covers { get; init; } = [];
    }
}
