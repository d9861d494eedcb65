using System.Runtime.CompilerServices;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Conditions;

/// <summary>
/// Reads conditions as sets of cases. Definitions, `if`, counts of conditions and outputs of other decisions are looked
/// through; what cannot be is a free variable.
/// </summary>
/// <param name="space">Where sets of cases are made.</param>
/// <param name="variables">The variables of that space.</param>
/// <param name="outputs">Reads an output of another decision, case by case.</param>
internal sealed partial class ConditionReader(
    RegionSpace space, Variables variables, Func<OutputExpression, IReadOnlyList<TermPart>> outputs)
{
    private readonly Dictionary<BoundExpression, Truth> _truths = new(ReferenceEqualityComparer.Instance);

    private readonly Dictionary<BoundExpression, IReadOnlyList<TermPart>> _terms =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Whose law counts for definitions and parameters; null while the governing date itself is read.
    /// </summary>
    public GoverningCases? Governing { get; init; }

    /// <summary>For which cases a condition holds; a missing one does not.</summary>
    public Truth Truth(BoundExpression condition)
    {
        if (!_truths.TryGetValue(condition, out var truth))
        {
            DemandStack();
            truth = ReadTruth(condition);
            _truths.Add(condition, truth);
        }

        return truth;
    }

    /// <summary>Whether two values are the same, case by case.</summary>
    public Truth AreEqual(BoundExpression left, BoundExpression right) =>
        ExpressionKey.Of(left) == ExpressionKey.Of(right)
            ? Conditions.Truth.Always
            : Compared(Syntax.Tree.ComparisonOperator.Equal, left, right);

    // Definitions and decisions may read one another deeper than a thread's stack goes.
    private static void DemandStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new BudgetSpentException();
        }
    }

    private Truth ReadTruth(BoundExpression condition) => condition switch
    {
        NotBoundExpression not => Truth(not.Operand).Opposite,
        LogicalBoundExpression { IsAnd: true } all => All(all.Operands),
        LogicalBoundExpression any => Any(any.Operands),
        ComparisonBoundExpression comparison => Compared(comparison.Operator, comparison.Left, comparison.Right),
        MembershipBoundExpression membership => Any(
            [.. membership.Choices.Select(choice => new ComparisonBoundExpression(
                Syntax.Tree.ComparisonOperator.Equal, membership.Operand, choice, choice.Span))]),
        MissingTestBoundExpression test => IsMissing(test.Operand) is var missing && test.IsRecorded
            ? missing.Opposite
            : missing,
        DefinitionExpression definition => InForce(definition, Truth(definition.Definition.Value)),
        ConditionalBoundExpression choice =>
            space.Choice(Truth(choice.Condition), Truth(choice.Then), Truth(choice.Else)),
        _ => Holds(Parts(condition)),
    };

    private Truth All(IReadOnlyList<BoundExpression> operands)
    {
        var result = Conditions.Truth.Always;
        for (var place = operands.Count - 1; place >= 0 && result != Conditions.Truth.Never; place--)
        {
            result = space.Both(Truth(operands[place]), result);
        }

        return result;
    }

    private Truth Any(IReadOnlyList<BoundExpression> operands)
    {
        var truths = operands.Select(Truth).ToList();
        var no = truths.Aggregate(RegionSpace.Always, (all, next) => space.And(next.No, all));
        return new Truth(space.Any([.. truths.Select(truth => truth.Yes)]), no);
    }

    // What a definition says counts on the days on which it is in force; on others it has no answer.
    private Truth InForce(DefinitionExpression definition, Truth truth) =>
        Governing is { } governing && definition.Definition.Period != Binding.Symbols.LawPeriod.Always
            ? Within(governing.In(definition.Definition.Period), truth)
            : truth;

    private Truth Within(int cases, Truth truth) => new(space.And(cases, truth.Yes), space.And(cases, truth.No));

    private Truth IsMissing(BoundExpression expression) => Gathered(Parts(expression), leaf => leaf switch
    {
        VariableLeaf variable => space.Known(variables.Missing(variable.Variable)),
        ConstantLeaf { Value: MissingValue } => Conditions.Truth.Always,
        _ => Conditions.Truth.Never,
    });

    private Truth Holds(IReadOnlyList<TermPart> parts) => Gathered(parts, leaf => leaf switch
    {
        VariableLeaf variable => space.Known(variables.At(variable.Variable, 1)),
        ConstantLeaf { Value: BooleanValue { Value: true } } => Conditions.Truth.Always,
        _ => Conditions.Truth.Never,
    });

    private Truth Gathered(IReadOnlyList<TermPart> parts, Func<Leaf, Truth> read)
    {
        var truths = parts.Select(part => Within(part.Cases, read(part.Leaf))).ToList();
        return new Truth(space.Any([.. truths.Select(one => one.Yes)]), space.Any([.. truths.Select(one => one.No)]));
    }
}
