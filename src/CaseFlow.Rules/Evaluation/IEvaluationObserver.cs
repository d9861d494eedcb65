using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Told of what an evaluation reads, counts and chooses, for explanations and coverage. It may not change anything, and
/// need not listen to everything.
/// </summary>
internal interface IEvaluationObserver
{
    /// <summary>A date was counted.</summary>
    void DateCounted(DateSumExpression sum, DateOnly start, CountedTerm term)
    {
    }

    /// <summary>A parameter was read.</summary>
    void ParameterRead(ParameterSymbol parameter, DateOnly? governingDate, Value value)
    {
    }

    /// <summary>A definition was computed; told once an evaluation and governing date.</summary>
    void DefinitionRead(DefinitionSymbol definition, DateOnly? governingDate, Value value)
    {
    }

    /// <summary>A text was searched; <paramref name="hits"/> in order of place.</summary>
    void TextSearched(MentionsBoundExpression mentions, IReadOnlyList<TextHit> hits)
    {
    }

    /// <summary>An `if` went one way, its condition being known.</summary>
    void BranchTaken(ConditionalBoundExpression conditional, bool isThen)
    {
    }
}

/// <summary>A phrase found in a text.</summary>
/// <param name="Phrase">The phrase as the pack writes it.</param>
/// <param name="Start">Offset of its first character in the text (UTF-16, NFC).</param>
/// <param name="Length">Its length in the text.</param>
public readonly record struct TextHit(string Phrase, int Start, int Length);
