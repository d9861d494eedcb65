using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Compilation;

/// <summary>What compiled code calls on values. Each does what the interpreter does, without saying why.</summary>
internal static class Operations
{
    private const int SmallNumbers = 256;
    private static readonly NumberValue[] Small =
        [.. Enumerable.Range(0, SmallNumbers).Select(number => new NumberValue(number))];

    /// <summary>A comparison.</summary>
    public static byte Compare(ComparisonOperator comparison, Value left, Value right)
    {
        if (left is UnknownValue { Range: null } || right is UnknownValue { Range: null })
        {
            return Truths.Open;
        }

        return Truths.OfAnswer(ValueComparison.Compare(comparison, left, right));
    }

    /// <summary>Whether a value is a certain constant, itself no list, record or amount of money.</summary>
    public static byte IsThe(Value value, Value constant) =>
        value is UnknownValue ? Compare(ComparisonOperator.Equal, value, constant) : Truths.Of(value.Equals(constant));

    /// <summary>Whether a value is missing, or recorded.</summary>
    public static byte IsMissing(Value value, bool isRecorded) =>
        value is UnknownValue ? Truths.Open : Truths.Of(value is MissingValue != isRecorded);

    /// <summary>An operation on numbers and durations; a fault is told anew by the interpreter.</summary>
    public static Value Arithmetic(ArithmeticOperator operation, Value left, Value right) =>
        left is UnknownValue { Range: null } || right is UnknownValue { Range: null }
            ? Truths.Untold
            : ValueArithmetic.Apply(operation, left, right, static () => "");

    /// <summary>A date plus or minus a duration.</summary>
    public static Value DateSum(Value date, Value duration, bool isPlus, WorkingCalendar? calendar)
    {
        if (date is UnknownValue || duration is UnknownValue)
        {
            return Truths.Untold;
        }

        if (date is not DateValue day || duration is not DurationValue length)
        {
            return MissingValue.Instance;
        }

        var counted = Interpreter.Counted(day.Value, length.Value, isPlus, calendar);
        return new DateValue(counted.LastDay, counted.Certainty > day.Certainty ? counted.Certainty : day.Certainty);
    }

    /// <summary>Whole units between two dates.</summary>
    public static Value Span(DurationUnit unit, Value from, Value to, WorkingCalendar? calendar)
    {
        if (from is UnknownValue || to is UnknownValue)
        {
            return Truths.Untold;
        }

        return from is DateValue a && to is DateValue b
            ? Number(DateSpan.Count(unit, a.Value, b.Value, calendar))
            : MissingValue.Instance;
    }

    /// <summary>What is left where it is not known which of two values it is.</summary>
    public static Value Either(Value one, Value other) =>
        one is not UnknownValue && other is not UnknownValue
            && Kleene.IsTrue(ValueComparison.AreEqual(one, other)) ? one
            : NumberRanges.Hull(one, other) is { } range ? Truths.Untold with { Range = range }
            : Truths.Untold;

    /// <summary>The same for truths.</summary>
    public static byte Either(byte one, byte other) => one == other ? one : Truths.Open;

    /// <summary>A whole number; the small ones are shared.</summary>
    public static Value Number(int number) =>
        number is >= 0 and < SmallNumbers ? Small[number] : new NumberValue(number);

    /// <summary>How many elements of a list count, of which some may; the list itself may be untold.</summary>
    public static Value Count(Value list, int sure, int open) =>
        open == 0 && list is not UnknownValue ? Number(sure) : Counts.Between(sure, sure + open);

    /// <summary>How many conditions hold, of which some may.</summary>
    public static Value CountTrue(int sure, int open) => open == 0 ? Number(sure) : Counts.Between(sure, sure + open);

    /// <summary>How many elements a list has; a missing one, and one that nobody has told, has none.</summary>
    public static int ItemCount(Value list) => list is ListValue known ? known.Items.Count : 0;

    /// <summary>How many elements an untold list may have; none of one that is told.</summary>
    public static int OpenCount(Value list, int bound) => list is UnknownValue ? bound : 0;

    /// <summary>An element of a list.</summary>
    public static Value ItemAt(Value list, int index) =>
        ((ListValue)list).Items[index] is var item and not UnknownValue ? item : Truths.Untold;

    /// <summary>The length of a list whose elements are not looked at.</summary>
    public static Value Length(Value list, int bound) =>
        list is UnknownValue ? Counts.Between(0, bound) : Number(ItemCount(list));

    /// <summary>What a quantifier says of so many that satisfy it and so many that may.</summary>
    public static byte Quantify(QuantifierKind kind, int atLeast, int sure, int open, int of) => kind switch
    {
        QuantifierKind.Any => Truth(sure >= 1, sure + open == 0),
        QuantifierKind.Every => Truth(sure == of && open == 0, sure + open < of),
        QuantifierKind.None => Truth(sure + open == 0, sure >= 1),
        _ => Truth(sure >= atLeast, sure + open < atLeast),
    };

    private static byte Truth(bool always, bool never) => always ? Truths.Yes : never ? Truths.No : Truths.Open;
}
