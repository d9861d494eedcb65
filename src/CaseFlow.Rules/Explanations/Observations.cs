using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>Keeps what an evaluation told, in order.</summary>
internal sealed class Observations : IEvaluationObserver
{
    /// <summary>The dates that were counted.</summary>
    public List<(DateSumExpression Sum, DateOnly Start, CountedTerm Term)> Dates { get; } = [];

    /// <summary>The parameters that were read.</summary>
    public List<(ParameterSymbol Parameter, DateOnly? Day, Value Value)> Parameters { get; } = [];

    /// <summary>The definitions that were computed.</summary>
    public List<(DefinitionSymbol Definition, DateOnly? Day, Value Value)> Definitions { get; } = [];

    /// <summary>The texts that were searched.</summary>
    public List<(MentionsBoundExpression Mentions, IReadOnlyList<TextHit> Hits)> Texts { get; } = [];

    /// <inheritdoc/>
    public void DateCounted(DateSumExpression sum, DateOnly start, CountedTerm term) => Dates.Add((sum, start, term));

    /// <inheritdoc/>
    public void ParameterRead(ParameterSymbol parameter, DateOnly? governingDate, Value value) =>
        Parameters.Add((parameter, governingDate, value));

    /// <inheritdoc/>
    public void DefinitionRead(DefinitionSymbol definition, DateOnly? governingDate, Value value) =>
        Definitions.Add((definition, governingDate, value));

    /// <inheritdoc/>
    public void TextSearched(MentionsBoundExpression mentions, IReadOnlyList<TextHit> hits) =>
        Texts.Add((mentions, hits));
}
