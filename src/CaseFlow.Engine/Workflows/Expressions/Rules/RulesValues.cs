using System.Globalization;
using System.Text;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Workflows.Expressions.Rules;

/// <summary>Values of workflows as values of the rules language, and back.</summary>
internal static class RulesValues
{
    /// <summary>
    /// What a fact of an expression is: the variable of its name, or a field of one. Nothing where there should be
    /// something is unknown (null here); where there may be nothing, it is missing.
    /// </summary>
    public static Value? Told(FieldSymbol fact, IReadOnlyList<ReadableName> names, Func<string, object?> valueOf)
    {
        var parts = fact.Path.Split('.', 2);
        if (parts[0] == RulesText.Given)
        {
            var name = names.First(name => name.Name == parts[1]);
            return valueOf(name.Name) is { } value ? In(value, name.Type) : MissingOrUnknown(name.MayMiss);
        }

        var field = names.First(name => name.Name == parts[0]).Type.Fields![parts[1]];
        return valueOf(parts[0]) is IReadOnlyDictionary<string, object?> values
            && values.TryGetValue(parts[1], out var told)
                ? told is null ? MissingOrUnknown(field.MayMiss) : In(told, field.Type)
                : null;
    }

    /// <summary>A value of the language as a value of workflows; null for missing.</summary>
    public static object? Out(Value value) => value switch
    {
        BooleanValue flag => flag.Value,
        NumberValue number => Number(number.Value),
        TextValue text => text.Value,
        DateValue date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DurationValue { Value: { Unit: DurationUnit.Day } days } => TimeSpan.FromDays(days.Count),
        DurationValue { Value: var other } =>
            string.Create(CultureInfo.InvariantCulture, $"{other.Count} {other.UnitName}"),
        ListValue list => list.Items.Select(Out).ToList(),
        _ => null,
    };

    private static Value? MissingOrUnknown(bool mayMiss) => mayMiss ? MissingValue.Instance : null;

    private static Value? In(object value, WorkflowType type)
    {
        if (type.Kind == ValueKind.List && value is IReadOnlyList<object?> items)
        {
            var read = items.Select(item => item is null ? null : In(item, type.Element!)).ToList();
            return read.Contains(null) ? null : new ListValue(read!);
        }

        return ValueConversion.TryConvert(value, type, out var fitted) && fitted is not null ? Single(fitted) : null;
    }

    private static Value? Single(object value) => value switch
    {
        bool flag => BooleanValue.Of(flag),
        long whole => new NumberValue(whole),
        decimal number => new NumberValue(number),
        double number => Math.Abs(number) < 7e28 ? new NumberValue((decimal)number) : null,
        string text => new TextValue(text.Normalize(NormalizationForm.FormC)),
        DateTime moment => new DateValue(DateOnly.FromDateTime(moment)),
        DateTimeOffset moment => new DateValue(DateOnly.FromDateTime(moment.Date)),
        TimeSpan span => Days(span),
        Guid guid => new TextValue(guid.ToString()),
        _ => null,
    };

    // The language counts days; a part of one has no place in it.
    private static DurationValue? Days(TimeSpan span) =>
        span.Ticks % TimeSpan.TicksPerDay == 0
            ? new DurationValue(new RuleDuration(span.Days, DurationUnit.Day))
            : null;

    private static object Number(decimal number) =>
        number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : (object)number;
}
