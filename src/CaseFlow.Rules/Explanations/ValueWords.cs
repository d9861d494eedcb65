using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>Values and outputs in the words of a language.</summary>
internal sealed class ValueWords(Wording wording)
{
    /// <summary>`7 working days`, `15/07/2026`, an enum member's label.</summary>
    public string Of(Value value) => value switch
    {
        BooleanValue boolean => wording.Fill(boolean.Value ? "Yes" : "No"),
        NumberValue number => wording.Number(number.Value),
        MoneyValue { Currency: MoneyUnits.Dong } money =>
            wording.Fill("Dong", wording.Number(MoneyUnits.ToMajor(money))),
        MoneyValue money => wording.Number(MoneyUnits.ToMajor(money)) + " " + money.Currency,
        DateValue { Certainty: DayCertainty.Estimate } date => wording.Fill("Estimated", wording.Day(date.Value)),
        DateValue date => wording.Day(date.Value),
        DurationValue duration => Of(duration.Value),
        EnumValue member => Wording.Inside(member.Member.LabelIn(wording.Language)),
        TextValue text => wording.Fill("Quoted", text.Value),
        ListValue { Items.Count: 0 } or MissingValue => wording.Fill("None"),
        ListValue list => wording.All(list.Items.Select(Of)),
        RecordValue record => Wording.Clauses(record.Record.Fields.Where(record.Fields.ContainsKey)
            .Select(field => Stated(field.LabelIn(wording.Language), record.Fields[field]))),
        _ => wording.Fill("NotKnown"),
    };

    /// <summary>A length of time.</summary>
    public string Of(RuleDuration duration)
    {
        var unit = duration.Unit.ToString();
        return wording.Fill(duration.Count is 1 or -1 ? unit : unit + "s", wording.Number(duration.Count));
    }

    /// <summary>That something has a value: `the term is 45 days`, `remote area: no`.</summary>
    public string Stated(string name, Value value)
    {
        var key = value is BooleanValue or MissingValue or ListValue ? "Flag" : "Is";
        return wording.Fill(key, Wording.Inside(name), Of(value));
    }

    /// <summary>What a decision came to: `Thời hạn thụ lý là 10 ngày`, `Term of acceptance: 10 days`.</summary>
    public string Result(string name, Value value)
    {
        var key = value is BooleanValue or MissingValue or ListValue ? "Flag" : "Result";
        return wording.Fill(key, name, Of(value));
    }

    /// <summary>
    /// A row of outputs: `thời hạn là 45 ngày và ngày cuối là …`; those without a value only where none has one.
    /// </summary>
    public string Row(DecisionSymbol decision, IReadOnlyList<Value> values)
    {
        var outputs = decision.Outputs.Zip(values).ToList();
        var told = outputs.Where(output => output.Second is not MissingValue).ToList();
        return wording.All((told.Count > 0 ? told : outputs).Select(output =>
            Result(Wording.Inside(output.First.LabelIn(wording.Language)), output.Second)));
    }
}
