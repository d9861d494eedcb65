using System.Globalization;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>Values in the words of the language itself, the same in every culture: for traces and findings.</summary>
public static class ValueText
{
    /// <summary>`7 working days`, `2026-07-15`, `first`, `missing`.</summary>
    public static string Of(Value value) => value switch
    {
        BooleanValue boolean => boolean.Value ? "yes" : "no",
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        MoneyValue money => MoneyUnits.ToMajor(money).ToString(CultureInfo.InvariantCulture) + " " + money.Currency,
        DateValue date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DurationValue duration => Of(duration.Value),
        EnumValue member => member.Member.Name,
        TextValue text => "\"" + text.Value + "\"",
        ListValue list => "[" + string.Join(", ", list.Items.Select(Of)) + "]",
        RecordValue record => "{" + string.Join(", ", Fields(record)) + "}",
        MissingValue => "missing",
        _ => "unknown",
    };

    /// <summary>`1 day`, `7 working days`.</summary>
    public static string Of(RuleDuration duration)
    {
        var unit = duration.UnitName == "workingDay" ? "working day" : duration.UnitName;
        var plural = duration.Count is 1 or -1 ? "" : "s";
        return string.Create(CultureInfo.InvariantCulture, $"{duration.Count} {unit}{plural}");
    }

    private static IEnumerable<string> Fields(RecordValue record) =>
        record.Record.Fields.Where(record.Fields.ContainsKey)
            .Select(field => field.Name + " is " + Of(record.Fields[field]));
}
