using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Compares values. Missing equals only missing and is never less or more; durations keep to their unit.
/// </summary>
internal static class ValueComparison
{
    /// <summary>The comparison's truth: yes, no, or unknown with the facts that would tell.</summary>
    public static Value Compare(ComparisonOperator comparison, Value left, Value right)
    {
        if (left is UnknownValue || right is UnknownValue)
        {
            return ByRange(comparison, left, right) ?? Kleene.Join(left, right)!;
        }

        if (comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            var equal = AreEqual(left, right);
            return comparison == ComparisonOperator.Equal ? equal : Kleene.Not(equal);
        }

        return left is MissingValue || right is MissingValue
            ? BooleanValue.No
            : BooleanValue.Of(Holds(comparison, Order(left, right)));
    }

    /// <summary>Whether two values are the same; unknown where unknown parts may still tell them apart.</summary>
    public static Value AreEqual(Value left, Value right) => (left, right) switch
    {
        (UnknownValue, _) or (_, UnknownValue) => Kleene.Join(left, right)!,
        (ListValue a, ListValue b) => ListEquality.Of(a, b),
        (RecordValue a, RecordValue b) => Records(a, b),
        (MoneyValue a, MoneyValue b) => BooleanValue.Of(a.Minor == b.Minor && MoneyUnits.GoTogether(a, b)),
        _ => BooleanValue.Of(left.Equals(right)),
    };

    /// <summary>
    /// Less than 0 where the left value comes first: by size, by day, by place in the enum.
    /// </summary>
    /// <exception cref="EvaluationFaultException">They have no order: two units (CF2204), two currencies (CF2205).
    /// </exception>
    internal static int Order(Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => a.Value.CompareTo(b.Value),
        (MoneyValue a, MoneyValue b) when MoneyUnits.GoTogether(a, b) => a.Minor.CompareTo(b.Minor),
        (MoneyValue a, MoneyValue b) =>
            throw new EvaluationFaultException(RulesCodes.CurrenciesMixed, [a.Currency, b.Currency]),
        (DateValue a, DateValue b) => a.Value.CompareTo(b.Value),
        (DurationValue a, DurationValue b) when a.Value.Unit == b.Value.Unit => a.Value.Count.CompareTo(b.Value.Count),
        (DurationValue a, DurationValue b) => throw new EvaluationFaultException(
            RulesCodes.UnitsDoNotCompare, [a.Value.ToString(), b.Value.ToString()]),
        (EnumValue a, EnumValue b) => a.Member.Ordinal.CompareTo(b.Member.Ordinal),
        (TextValue a, TextValue b) => string.CompareOrdinal(a.Value, b.Value),
        _ => throw new InvalidOperationException("The types of the comparison were not checked."),
    };

    private static bool Holds(ComparisonOperator comparison, int order) => comparison switch
    {
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        ComparisonOperator.GreaterOrEqual => order >= 0,
        ComparisonOperator.Equal => order == 0,
        _ => order != 0,
    };

    // A count that is only known to lie between two numbers may settle the comparison all the same.
    private static Value? ByRange(ComparisonOperator comparison, Value left, Value right)
    {
        if (NumberRanges.Of(left) is not { } a || NumberRanges.Of(right) is not { } b || a.Currency != b.Currency)
        {
            return null;
        }

        var (always, never) = comparison switch
        {
            ComparisonOperator.Less => (a.High < b.Low, a.Low >= b.High),
            ComparisonOperator.LessOrEqual => (a.High <= b.Low, a.Low > b.High),
            ComparisonOperator.Greater => (a.Low > b.High, a.High <= b.Low),
            ComparisonOperator.GreaterOrEqual => (a.Low >= b.High, a.High < b.Low),
            ComparisonOperator.Equal => (false, a.High < b.Low || b.High < a.Low),
            _ => (a.High < b.Low || b.High < a.Low, false),
        };
        return always ? BooleanValue.Yes : never ? BooleanValue.No : null;
    }

    private static Value Records(RecordValue left, RecordValue right)
    {
        Value equal = BooleanValue.Of(left.Record == right.Record);
        foreach (var field in left.Record.Fields)
        {
            var a = left.Fields.GetValueOrDefault(field) ?? UnknownValue.OfFact(field.Path);
            var b = right.Fields.GetValueOrDefault(field) ?? UnknownValue.OfFact(field.Path);
            equal = Kleene.And(equal, AreEqual(a, b));
        }

        return equal;
    }
}
