using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

// Here: lists, their elements and records. A list's length may be known while its elements are not.
internal sealed partial class Interpreter
{
    private Value Quantifier(QuantifierBoundExpression quantifier, Scope scope)
    {
        var (sure, open, of, unknown) = Tally(quantifier.List, quantifier.Variable, quantifier.Predicate, scope);
        var (always, never) = quantifier.Kind switch
        {
            QuantifierKind.Any => (sure >= 1, sure + open == 0),
            QuantifierKind.Every => (sure == of && open == 0, sure + open < of),
            QuantifierKind.None => (sure + open == 0, sure >= 1),
            _ => (sure >= quantifier.AtLeast, sure + open < quantifier.AtLeast),
        };
        return always ? BooleanValue.Yes : never ? BooleanValue.No : unknown!;
    }

    private Value Count(CountBoundExpression count, Scope scope)
    {
        if (count.Predicate is null)
        {
            return Evaluate(count.List, scope) switch
            {
                ListValue list => new NumberValue(list.Items.Count),
                UnknownValue unknown => NumberRanges.Count(0, count.List.Type.Bound, unknown),
                _ => new NumberValue(0),
            };
        }

        var (sure, open, _, facts) = Tally(count.List, count.Variable!, count.Predicate, scope);
        return NumberRanges.Count(sure, open, facts);
    }

    private Value CountTrue(CountTrueBoundExpression count, Scope scope)
    {
        var (sure, open) = (0, 0);
        UnknownValue? unknown = null;
        foreach (var operand in count.Operands)
        {
            var value = Kleene.Truth(Evaluate(operand, scope));
            sure += Kleene.IsTrue(value) ? 1 : 0;
            open += value is UnknownValue ? 1 : 0;
            unknown = unknown is null ? value as UnknownValue : Kleene.Join(unknown, value);
        }

        return NumberRanges.Count(sure, open, unknown);
    }

    // How many elements satisfy the predicate, how many may, of how many. A list that is wholly unknown may have as
    // many as its bound; `of` stays 0, so that `every` is neither settled nor refuted.
    private (int Sure, int Open, int Of, UnknownValue? Unknown) Tally(
        BoundExpression list, ElementVariable variable, BoundExpression predicate, Scope scope)
    {
        var elements = Evaluate(list, scope);
        if (elements is UnknownValue wholly)
        {
            return (0, list.Type.Bound, 0, wholly with { Range = null });
        }

        var (sure, open, items) = (0, 0, elements is ListValue known ? known.Items : []);
        UnknownValue? unknown = null;
        var path = PathOf(list, scope);
        foreach (var item in items)
        {
            var value = Kleene.Truth(Evaluate(predicate, scope.With(variable, item, path)));
            sure += Kleene.IsTrue(value) ? 1 : 0;
            open += value is UnknownValue ? 1 : 0;
            unknown = unknown is null ? value as UnknownValue : Kleene.Join(unknown, value);
        }

        return (sure, open, items.Count, unknown);
    }

    private static Value Element(ElementExpression element, Scope scope)
    {
        var binding = scope.Find(element.Variable);
        return binding is { Item: UnknownValue, Path: { } path } ? UnknownValue.OfFact(path) : binding.Item;
    }

    private Value Field(FieldExpression field, Scope scope)
    {
        var target = Evaluate(field.Target, scope);
        return target switch
        {
            MissingValue => target,
            RecordValue record when record.Fields.TryGetValue(field.Field, out var value) =>
                Deepened(value, field, scope),
            UnknownValue { BlockedBy.Count: > 0 } => target,
            _ => readings.Unrecorded(field.Field, FieldPath(field, scope)),
        };
    }

    private Value Deepened(Value value, FieldExpression field, Scope scope) =>
        value is UnknownValue ? readings.Unrecorded(field.Field, FieldPath(field, scope)) : value;

    private static string FieldPath(FieldExpression field, Scope scope) =>
        PathOf(field.Target, scope) is { } path ? path + "." + field.Field.Name : field.Field.Name;

    // The path by which to ask for a value, without indices; null where it is computed rather than told.
    private static string? PathOf(BoundExpression expression, Scope scope) => expression switch
    {
        FactExpression fact => fact.Fact.Path,
        InputExpression input => input.Input.Path,
        FieldExpression field => FieldPath(field, scope),
        ElementExpression element => scope.Find(element.Variable).Path,
        _ => null,
    };
}
