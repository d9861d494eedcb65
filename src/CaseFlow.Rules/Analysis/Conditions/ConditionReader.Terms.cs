using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Conditions;

// Here: what expressions come to, case by case.
internal sealed partial class ConditionReader
{
    // A product of parts beyond this is no longer worked out: the result is a free variable.
    private const int MostParts = 256;

    /// <summary>What an expression comes to, case by case.</summary>
    public IReadOnlyList<TermPart> Parts(BoundExpression expression)
    {
        if (!_terms.TryGetValue(expression, out var parts))
        {
            DemandStack();
            parts = ReadParts(expression);
            _terms.Add(expression, parts);
        }

        return parts;
    }

    private IReadOnlyList<TermPart> ReadParts(BoundExpression expression) => expression switch
    {
        ConstantExpression constant => [new TermPart(RegionSpace.Always, new ConstantLeaf(constant.Value))],
        FactExpression or TodayBoundExpression or InputExpression or CaseExpression => Told(expression),
        FieldExpression field => OfField(field),
        ParameterExpression parameter => OfParameter(parameter.Parameter),
        DefinitionExpression definition => OfDefinition(definition),
        OutputExpression output => outputs(output),
        ConditionalBoundExpression choice => OfChoice(choice),
        CountTrueBoundExpression count => OfCount(count),
        ArithmeticBoundExpression sum => OfArithmetic(sum),
        LogicalBoundExpression or NotBoundExpression or ComparisonBoundExpression or MembershipBoundExpression
            or MissingTestBoundExpression => OfTruth(Truth(expression)),
        _ => Free(expression),
    };

    private IReadOnlyList<TermPart> Told(BoundExpression expression) =>
        [Whole(variables.Told(ExpressionKey.Of(expression), expression, expression.Type))];

    // A field of a record that is told is told itself; where the record is missing, so is the field.
    private IReadOnlyList<TermPart> OfField(FieldExpression field)
    {
        var (target, isOptional) = (field.Target, field.Type.Optional);
        while (target is FieldExpression outer)
        {
            isOptional |= outer.Type.Optional;
            target = outer.Target;
        }

        return target is FactExpression or InputExpression
            ? [Whole(variables.Told(
                ExpressionKey.Of(field), field, field.Type.AsOptional(isOptional || target.Type.Optional)))]
            : Free(field);
    }

    private IReadOnlyList<TermPart> OfParameter(ParameterSymbol parameter)
    {
        var parts = new List<TermPart>();
        for (var place = 0; place < parameter.Values.Count; place++)
        {
            var from = parameter.Values[place].From ?? DateOnly.MinValue;
            var before = place + 1 < parameter.Values.Count ? parameter.Values[place + 1].From : null;
            var cases = Governing?.In(new LawPeriod(from, before))
                ?? (before is null ? RegionSpace.Always : RegionSpace.Never);
            parts.Add(new TermPart(cases, new ConstantLeaf(parameter.Values[place].Value)));
        }

        return parameter.Values is [{ From: null } only]
            ? [new TermPart(RegionSpace.Always, new ConstantLeaf(only.Value))]
            : parts;
    }

    // While the governing date is read, a definition must be in force on the day that it yields.
    private IReadOnlyList<TermPart> OfDefinition(DefinitionExpression definition)
    {
        var (parts, period) = (Parts(definition.Definition.Value), definition.Definition.Period);
        if (period == LawPeriod.Always)
        {
            return parts;
        }

        return Governing is { } governing
            ? Within(governing.In(period), parts)
            : [.. parts.Select(part => part with
            {
                Cases = space.And(part.Cases, space.Or(DaysIn(part.Leaf, period), NoDay(part.Leaf))),
            })];
    }

    private IReadOnlyList<TermPart> OfChoice(ConditionalBoundExpression choice)
    {
        var condition = Truth(choice.Condition);
        return
        [
            .. Within(condition.Yes, Parts(choice.Then)),
            .. Within(condition.No, Parts(choice.Else)),
        ];
    }

    // How many of the conditions hold: after each one the counts so far move on where it holds.
    private IReadOnlyList<TermPart> OfCount(CountTrueBoundExpression count)
    {
        List<int> counts = [RegionSpace.Always];
        foreach (var truth in count.Operands.Select(Truth))
        {
            counts =
            [
                .. counts.Append(RegionSpace.Never).Select((cases, place) => space.Or(
                    space.And(truth.No, cases),
                    place == 0 ? RegionSpace.Never : space.And(truth.Yes, counts[place - 1]))),
            ];
        }

        return
        [
            .. counts.Select((cases, place) => new TermPart(cases, new ConstantLeaf(new NumberValue(place))))
                .Where(part => part.Cases != RegionSpace.Never),
        ];
    }

    private IReadOnlyList<TermPart> OfArithmetic(ArithmeticBoundExpression sum)
    {
        var (left, right) = (Parts(sum.Left), Parts(sum.Right));
        var areConstant = left.Concat(right).All(part => part.Leaf is ConstantLeaf);
        if (!areConstant || left.Count * right.Count > MostParts)
        {
            return Free(sum);
        }

        var parts = new List<TermPart>();
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                var cases = space.And(one.Cases, other.Cases);
                if (cases != RegionSpace.Never && Result(sum, one.Leaf, other.Leaf) is { } result)
                {
                    parts.Add(new TermPart(cases, new ConstantLeaf(result)));
                }
            }
        }

        return parts;
    }

    // A fault is no answer.
    private static Value? Result(ArithmeticBoundExpression sum, Leaf left, Leaf right)
    {
        try
        {
            return ValueArithmetic.Apply(
                sum.Operator, ((ConstantLeaf)left).Value, ((ConstantLeaf)right).Value, () => "");
        }
        catch (EvaluationFaultException)
        {
            return null;
        }
    }

    private static IReadOnlyList<TermPart> OfTruth(Truth truth) =>
    [
        new TermPart(truth.Yes, new ConstantLeaf(BooleanValue.Yes)),
        new TermPart(truth.No, new ConstantLeaf(BooleanValue.No)),
    ];

    private IReadOnlyList<TermPart> Free(BoundExpression expression) =>
        [Whole(FreeVariable(expression, expression.Type))];

    private Variable FreeVariable(BoundExpression expression, RuleType type) => variables.Of(
        ExpressionKey.Of(expression), level => new Variable(level, VariableKind.Free, type, expression)
        {
            IsWhole = expression is CountBoundExpression or SpanBoundExpression,
            Lowest = expression is CountBoundExpression ? 0 : null,
            Highest = (expression as CountBoundExpression)?.List.Type.Bound,
        });

    private static TermPart Whole(Variable variable) => new(RegionSpace.Always, new VariableLeaf(variable));

    private IReadOnlyList<TermPart> Within(int cases, IReadOnlyList<TermPart> parts) =>
    [
        .. parts.Select(part => part with { Cases = space.And(cases, part.Cases) })
            .Where(part => part.Cases != RegionSpace.Never),
    ];
}
