using System.Runtime.CompilerServices;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Compilation;

/// <summary>Finds the reach of expressions, definitions and decisions of one pack.</summary>
internal sealed class ReachFinder
{
    private readonly Dictionary<DecisionSymbol, BoundDecision> _decisions;
    private readonly Dictionary<Symbol, Reach> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>For the definitions and decisions of a pack.</summary>
    public ReachFinder(BoundPack pack) =>
        _decisions = pack.Decisions.ToDictionary(decision => decision.Symbol);

    /// <summary>The reach of an expression.</summary>
    public Reach Of(BoundExpression expression)
    {
        var reach = expression switch
        {
            DefinitionExpression definition => Of(definition.Definition),
            OutputExpression output => Within(Of(output.Decision)),
            ParameterExpression parameter => Of(parameter.Parameter),
            _ => Reach.Nothing with { Traits = TraitsOf(expression) },
        };
        foreach (var part in ExpressionParts.Of(expression))
        {
            reach = reach.With(Of(part));
        }

        return reach with { Depth = reach.Depth + 1 };
    }

    /// <summary>The reach of a definition.</summary>
    public Reach Of(DefinitionSymbol definition) => Remembered(definition, () =>
    {
        var value = Of(definition.Value);
        if (definition.Period == LawPeriod.Always)
        {
            return value;
        }

        DateOnly[] days = definition.Period.Before is { } before
            ? [definition.Period.From, before]
            : [definition.Period.From];
        return value with { Traits = value.Traits | Traits.HangsOnDay, Days = [.. value.Days.Union(days)] };
    });

    /// <summary>The reach of a decision, whose governing date is its own.</summary>
    public Reach Of(DecisionSymbol symbol) => Remembered(symbol, () =>
    {
        var decision = _decisions[symbol];
        var reach = DecisionParts.Of(decision).Select(Of).Aggregate(Reach.Nothing, (all, part) => all.With(part));
        var conflict = decision.Transitions.Count > 1 ? Traits.MayFault : Traits.None;
        return reach with { Traits = reach.Traits & ~Traits.HangsOnDay | conflict, Days = [] };
    });

    private static Reach Within(Reach decision) =>
        decision with { Depth = decision.Depth + EvaluationLimits.DepthOfDecision };

    private static Reach Of(ParameterSymbol parameter)
    {
        var days = parameter.Values.Select(value => value.From).OfType<DateOnly>().ToList();
        var dated = days.Count > 0 ? Traits.HangsOnDay | Traits.MayFault : Traits.None;
        return new Reach(Traits.ReadsParameter | dated, 0, days);
    }

    private Reach Remembered(Symbol symbol, Func<Reach> find)
    {
        if (_known.TryGetValue(symbol, out var known))
        {
            return known;
        }

        known = RuntimeHelpers.TryEnsureSufficientExecutionStack() ? find() : Reach.TooDeep;
        _known[symbol] = known;
        return known;
    }

    private static Traits TraitsOf(BoundExpression expression) => expression switch
    {
        FactExpression { Fact.Assumed: not null } or FieldExpression { Field.Assumed: not null } => Traits.MayAssume,
        InputExpression or CaseExpression => Traits.ReadsCase,
        ElementExpression => Traits.ReadsElement,
        ArithmeticBoundExpression or DateSumExpression or SpanBoundExpression or AggregateBoundExpression =>
            Traits.MayFault,
        ComparisonBoundExpression comparison when MayMixUnits(comparison) => Traits.MayFault,
        _ => Traits.None,
    };

    private static bool MayMixUnits(ComparisonBoundExpression comparison) =>
        comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        && (IsCountedInUnits(comparison.Left) || IsCountedInUnits(comparison.Right));

    private static bool IsCountedInUnits(BoundExpression expression) =>
        expression.Type.Kind is TypeKind.Money or TypeKind.Duration;
}
