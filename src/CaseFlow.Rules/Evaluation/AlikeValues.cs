using System.Collections.Concurrent;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>Values of a fact that a decision cannot tell apart.</summary>
/// <param name="Example">The first of them.</param>
/// <param name="Count">How many they are.</param>
internal sealed record AlikeGroup(Value Example, int Count);

/// <summary>
/// Which values of a fact a decision cannot tell apart: each test of it, in the decision and in all that it reads, says
/// the same of them. An office named together with others in every condition need not be tried besides them.
/// Thread-safe.
/// </summary>
internal sealed class AlikeValues
{
    // More answers are not gathered: then every value counts as one of its own.
    private const int MostAnswers = 100_000;

    private readonly CompiledPack _pack;
    private readonly Dictionary<FieldSymbol, List<BoundExpression>> _tests = [];
    private readonly HashSet<FieldSymbol> _readOtherwise = [];
    private readonly ConcurrentDictionary<FieldSymbol, IReadOnlyList<AlikeGroup>> _groups = new();

    /// <summary>Looks through all that a decision may read.</summary>
    public AlikeValues(CompiledPack pack, IEnumerable<BoundExpression> expressions)
    {
        _pack = pack;
        foreach (var expression in expressions)
        {
            Look(expression);
        }
    }

    /// <summary>The values in groups, in the order of their first ones.</summary>
    /// <param name="fact">A boolean or an enum.</param>
    /// <param name="values">All values that it may have.</param>
    public IReadOnlyList<AlikeGroup> Of(FieldSymbol fact, IReadOnlyList<Value> values) =>
        _groups.GetOrAdd(fact, _ => Group(fact, values));

    private IReadOnlyList<AlikeGroup> Group(FieldSymbol fact, IReadOnlyList<Value> values)
    {
        var tests = _tests.GetValueOrDefault(fact, []);
        return _readOtherwise.Contains(fact) || (long)tests.Count * values.Count > MostAnswers
            ? [.. values.Select(value => new AlikeGroup(value, 1))]
            : [
                .. values.GroupBy(value => Answers(fact, value, tests), StringComparer.Ordinal)
                    .Select(group => new AlikeGroup(group.First(), group.Count())),
            ];
    }

    // What each test says of a value; nothing else need be known for it.
    private string Answers(FieldSymbol fact, Value value, IReadOnlyList<BoundExpression> tests)
    {
        var known = CaseFacts.None.With([KeyValuePair.Create(fact, value)]);
        var evaluation = new CaseEvaluation(_pack, known, new EvaluationContext(DateOnly.MinValue));
        return string.Create(tests.Count, tests, (answers, asked) =>
        {
            for (var place = 0; place < answers.Length; place++)
            {
                answers[place] = Kleene.IsTrue(evaluation.Value(asked[place])) ? 'y' : 'n';
            }
        });
    }

    private void Look(BoundExpression expression)
    {
        if (TestedBy(expression) is { } fact)
        {
            if (!_tests.TryGetValue(fact, out var tests))
            {
                _tests.Add(fact, tests = []);
            }

            tests.Add(expression);
        }
        else if (expression is FactExpression read)
        {
            _readOtherwise.Add(read.Fact);
        }
        else
        {
            foreach (var part in ExpressionParts.Of(expression))
            {
                Look(part);
            }
        }
    }

    // The fact that alone decides a test: compared with constants, or asked whether it is there.
    private static FieldSymbol? TestedBy(BoundExpression expression) => expression switch
    {
        ComparisonBoundExpression { Left: FactExpression left, Right: ConstantExpression } => left.Fact,
        ComparisonBoundExpression { Left: ConstantExpression, Right: FactExpression right } => right.Fact,
        MembershipBoundExpression { Operand: FactExpression operand } membership
            when membership.Choices.All(choice => choice is ConstantExpression) => operand.Fact,
        MissingTestBoundExpression { Operand: FactExpression operand } => operand.Fact,
        _ => null,
    };
}
