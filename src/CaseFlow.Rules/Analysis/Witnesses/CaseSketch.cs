using System.Collections.Immutable;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>A case in the making: what is told of it. Immutable.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Today">The day of the call; null where nothing says.</param>
/// <param name="Inputs">The inputs of a trigger.</param>
internal sealed record CaseSketch(
    CaseFacts Facts, DateOnly? Today, ImmutableDictionary<FieldSymbol, Value> Inputs)
{
    /// <summary>A day like any other, a Monday: shown where no condition and no fact names one.</summary>
    public static DateOnly SomeDay { get; } = new(2026, 1, 5);

    /// <summary>Nothing is told.</summary>
    public static CaseSketch Empty { get; } =
        new(CaseFacts.None, null, ImmutableDictionary<FieldSymbol, Value>.Empty);

    /// <summary>The day of the call: as told, else the latest date among the facts.</summary>
    public DateOnly Day => Today ?? Facts.Known.Select(fact => fact.Value).OfType<DateValue>()
        .Select(date => (DateOnly?)date.Value)
        .Max() ?? SomeDay;

    /// <summary>The context to evaluate it in.</summary>
    public EvaluationContext Context => new(Day) { Inputs = Inputs };

    /// <summary>The same case with something told, or as it is where that is nothing one can be told.</summary>
    public CaseSketch With(BoundExpression place, Value value) => place switch
    {
        FactExpression fact => this with { Facts = Facts.With(fact.Fact, value) },
        TodayBoundExpression => this with { Today = ((DateValue)value).Value },
        InputExpression input => this with { Inputs = Inputs.SetItem(input.Input, value) },
        FieldExpression field => WithField(field, value),
        _ => this,
    };

    /// <summary>What is told of a place, or null.</summary>
    public Value? this[BoundExpression place] => place switch
    {
        FactExpression fact => Facts[fact.Fact],
        TodayBoundExpression => Today is { } day ? new DateValue(day) : null,
        InputExpression input => Inputs.GetValueOrDefault(input.Input),
        FieldExpression field => (this[field.Target] as RecordValue)?.Fields.GetValueOrDefault(field.Field),
        _ => null,
    };

    // A missing field of a record that is not told is best told as a record without it.
    private CaseSketch WithField(FieldExpression field, Value value)
    {
        if (field.Target.Type.Record is not { } record)
        {
            return this;
        }

        var fields = this[field.Target] is RecordValue known
            ? new Dictionary<FieldSymbol, Value>(known.Fields)
            : [];
        fields[field.Field] = value;
        return With(field.Target, new RecordValue(record, fields));
    }
}
