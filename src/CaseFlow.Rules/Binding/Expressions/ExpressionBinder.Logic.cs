using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

// Here: and, or, if, quantifiers and counts.
internal sealed partial class ExpressionBinder
{
    /// <summary>
    /// How deep quantifiers may nest: three already read badly, and cost grows by the product of the bounds.
    /// </summary>
    public const int DeepestQuantifier = 3;

    private LogicalBoundExpression BindLogical(LogicalExpression logical, ExpressionScope scope)
    {
        // What an earlier operand tells holds for the later ones: a later one matters only where the earlier left it
        // open.
        var operands = new List<BoundExpression>(logical.Operands.Count);
        foreach (var operand in logical.Operands)
        {
            var bound = Condition(operand, scope);
            operands.Add(bound);
            scope = scope.With(logical.IsAnd ? Recorded.WhenTrue(bound) : Recorded.WhenFalse(bound));
        }

        return new LogicalBoundExpression(logical.IsAnd, operands, logical.Span);
    }

    private BoundExpression BindConditional(
        ConditionalExpression conditional, ExpressionScope scope, RuleType? expected)
    {
        scope = scope with { Place = null };
        var condition = Condition(conditional.Condition, scope);
        var whenTrue = scope.With(Recorded.WhenTrue(condition));
        var whenFalse = scope.With(Recorded.WhenFalse(condition));
        var then = Bind(conditional.Then, whenTrue, expected);
        var otherwise = Bind(conditional.Else, whenFalse, expected ?? then.Type);
        if (IsError(then) || IsError(otherwise))
        {
            return new ErrorBoundExpression(conditional.Span);
        }

        if (!IsSame(then.Type, otherwise.Type))
        {
            return Wrong(conditional.Else, otherwise, then.Type, scope);
        }

        var type = then.Type.AsOptional(MayMiss(then, whenTrue) || MayMiss(otherwise, whenFalse));
        return new ConditionalBoundExpression(condition, then, otherwise, type, conditional.Span);
    }

    private BoundExpression BindQuantifier(QuantifierExpression quantifier, ExpressionScope scope)
    {
        var list = ListOf(quantifier.List, scope);
        var variable = Variable(quantifier.Variable, list);
        var inside = Inside(quantifier.Variable, variable, quantifier.Span, scope);
        var predicate = Condition(
            quantifier.Predicate,
            quantifier.Kind == QuantifierKind.Every ? inside with { Place = ConditionPlace.Nowhere } : inside);
        return list is null
            ? new ErrorBoundExpression(quantifier.Span)
            : new QuantifierBoundExpression(
                quantifier.Kind, quantifier.AtLeast, variable, list, predicate, quantifier.Span);
    }

    private BoundExpression BindCount(CountOfExpression count, ExpressionScope scope)
    {
        var list = ListOf(count.List, scope);
        if (count.Variable is not { } name || count.Predicate is not { } written)
        {
            return list is null
                ? new ErrorBoundExpression(count.Span)
                : new CountBoundExpression(list, null, null, count.Span);
        }

        var variable = Variable(name, list);
        var predicate = Condition(written, Inside(name, variable, count.Span, scope));
        return list is null
            ? new ErrorBoundExpression(count.Span)
            : new CountBoundExpression(list, variable, predicate, count.Span);
    }

    private BoundExpression? ListOf(ExpressionSyntax syntax, ExpressionScope scope)
    {
        var list = Operand(syntax, scope);
        if (IsError(list))
        {
            return null;
        }

        if (list.Type.Kind is TypeKind.List or TypeKind.Set)
        {
            return list;
        }

        findings.Report(RulesCodes.ListNeeded, syntax.Span, scope.Module.TextOf(syntax), Words(list.Type, scope));
        return null;
    }

    private static ElementVariable Variable(Name name, BoundExpression? list) =>
        new(name.Text, list?.Type.Element ?? RuleType.Error) { Span = name.Span };

    private ExpressionScope Inside(Name name, ElementVariable variable, SourceSpan span, ExpressionScope scope)
    {
        if (scope.Depth == DeepestQuantifier)
        {
            findings.Report(RulesCodes.QuantifiersTooDeep, span);
        }

        // A second variable of one name would hide the first, and what is settled of it.
        var folded = IdentifierFolding.Fold(name.Text);
        if (scope.Variables.Find(other => IdentifierFolding.Fold(other.Name) == folded) is { } outer)
        {
            findings.ReportWith(
                RulesCodes.DuplicateName, name.Span, [new RelatedPlace(outer.Span, outer.Name)], name.Text);
        }

        return scope with
        {
            Variables = scope.Variables.Insert(0, variable), Depth = scope.Depth + 1, Place = null,
        };
    }
}
