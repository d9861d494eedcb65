using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

// Here: total of, highest of, lowest of.
internal sealed partial class ExpressionBinder
{
    private BoundExpression BindAggregate(AggregateExpression aggregate, ExpressionScope scope)
    {
        var list = ListOf(aggregate.List, scope);
        var variable = Variable(aggregate.Variable, list);
        var inside = Inside(aggregate.Variable, variable, aggregate.Span, scope);
        var predicate = aggregate.Predicate is { } written ? Condition(written, inside) : null;

        // What the condition tells of an element holds where its amount is taken.
        var taken = predicate is null ? inside : inside.With(Recorded.WhenTrue(predicate));
        var operand = Operand(aggregate.Operand, taken);
        if (list is null || IsError(operand))
        {
            return new ErrorBoundExpression(aggregate.Span);
        }

        if (!CanAggregate(aggregate.Kind, operand.Type))
        {
            findings.Report(
                RulesCodes.AggregateNotDefined,
                aggregate.Operand.Span,
                scope.Module.TextOf(aggregate.Operand),
                Words(operand.Type, scope));
            return new ErrorBoundExpression(aggregate.Span);
        }

        var type = operand.Type.AsOptional(aggregate.Kind != AggregateKind.Total);
        return new AggregateBoundExpression(
            aggregate.Kind, operand, variable, list, predicate, type, aggregate.Span);
    }

    private static bool CanAggregate(AggregateKind kind, RuleType operand) => kind == AggregateKind.Total
        ? operand.Kind is TypeKind.Number or TypeKind.Money
        : IsOrdered(operand);
}
