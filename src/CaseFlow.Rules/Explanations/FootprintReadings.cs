using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>What the expressions of a footprint read: parameters, definitions, dates, texts and facts.</summary>
internal sealed class FootprintReadings(Footprint footprint, CaseEvaluation evaluation)
{
    /// <summary>The parameters, in the order they were first read; one with two values stands twice.</summary>
    public IReadOnlyList<TracedParameter> Parameters() =>
        [.. footprint.Observed.Parameters
            .Where(read => footprint.Holds(read.Parameter))
            .Select(Traced)
            .DistinctBy(read => (read.Parameter, read.From))];

    /// <summary>The definitions, in the order they are read.</summary>
    public IReadOnlyList<TracedDefinition> Definitions() =>
        [.. footprint.Observed.Definitions
            .Where(read => footprint.Holds(read.Definition) && read.Day is not null)
            .DistinctBy(read => (read.Definition, read.Day))
            .Select(read => new TracedDefinition(read.Definition, read.Value, FactReads.Of(read.Definition.Value)))];

    /// <summary>The dates that were counted.</summary>
    public IReadOnlyList<TracedDate> Dates() =>
        [.. footprint.Observed.Dates
            .Where(date => footprint.Holds(date.Sum))
            .Select(date => new TracedDate(
                ExpressionText.Of(date.Sum), date.Start, date.Term, CalendarOf(date.Sum.Calendar)))
            .DistinctBy(date => (date.Text, date.Start))];

    /// <summary>The texts that were searched.</summary>
    public IReadOnlyList<TracedText> Texts() =>
        [.. footprint.Observed.Texts
            .Where(text => footprint.Holds(text.Mentions))
            .Select(text => new TracedText(ExpressionText.Of(text.Mentions), text.Hits))
            .DistinctBy(text => (text.Text, string.Join(',', text.Hits)))];

    /// <summary>The facts.</summary>
    public IReadOnlyList<TracedFact> Facts() =>
        [.. footprint.Facts.Select(fact => evaluation.Facts[fact] switch
        {
            null when fact.Assumed is { } assumed => new TracedFact(fact, assumed, true),
            null => new TracedFact(fact, UnknownValue.OfFact(fact.Path), false),
            var value => new TracedFact(fact, value, false),
        })];

    private static TracedParameter Traced((ParameterSymbol Parameter, DateOnly? Day, Value Value) read)
    {
        var dated = read.Parameter.Values.LastOrDefault(
            value => read.Day is null || value.From is not { } from || from <= read.Day);
        var isDeclared = dated is not null && Equals(dated.Value, read.Value);
        return new TracedParameter(
            read.Parameter,
            read.Value,
            isDeclared ? dated!.From : null,
            isDeclared ? [.. read.Parameter.Cites, .. dated!.Cites] : read.Parameter.Cites);
    }

    private (string Name, string Version)? CalendarOf(CalendarSymbol? calendar) =>
        evaluation.Pack.CalendarOf(calendar) is { } data ? (calendar!.Name, data.Version) : null;
}
