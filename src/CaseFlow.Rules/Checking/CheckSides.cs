using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Checking;

/// <summary>A check's condition on one day, where nothing but parameters can be read.</summary>
internal sealed class CheckSides(ParameterSet parameters, DateOnly day, Func<SourceSpan, string> textOf) : IReadings
{
    /// <summary>Whether the condition holds; one that cannot be computed, for a division by zero, does not.</summary>
    public bool Holds(BoundExpression condition) => Value(condition) is BooleanValue { Value: true };

    /// <summary>What is compared with what: `urgent_from = 30`; without a comparison, the parameters.</summary>
    public IEnumerable<string> Of(BoundExpression condition)
    {
        var sides = ExpressionParts.All(condition).SelectMany(SidesOf).ToList();
        return (sides.Count > 0 ? sides : ExpressionParts.All(condition))
            .Where(side => side is not ConstantExpression && (sides.Count > 0 || side is ParameterExpression))
            .Select(side => textOf(side.Span) + " = " + (Value(side) is { } value ? ValueText.Of(value) : "?"))
            .Distinct(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public Value Parameter(ParameterSymbol parameter, DateOnly? governingDate) =>
        parameters.On(parameter, governingDate);

    /// <inheritdoc/>
    public Value Fact(FieldSymbol fact) => UnknownValue.OfFact(fact.Path);

    /// <inheritdoc/>
    public Value Unrecorded(FieldSymbol field, string path) => UnknownValue.OfFact(path);

    /// <inheritdoc/>
    public Value Definition(DefinitionSymbol definition, DateOnly? governingDate) =>
        UnknownValue.OfBlock(definition.Name);

    /// <inheritdoc/>
    public Value Output(DecisionSymbol decision, OutputSymbol output) => UnknownValue.OfBlock(decision.Name);

    /// <inheritdoc/>
    public Value Input(FieldSymbol input) => UnknownValue.OfFact(input.Path);

    /// <inheritdoc/>
    public Value Case(CaseExpression property) => UnknownValue.OfFact("case");

    /// <inheritdoc/>
    public Value Today() => UnknownValue.OfFact("today");

    /// <inheritdoc/>
    public bool Mentions(MentionsBoundExpression mentions, string text)
    {
        var search = new PhraseSearch([mentions], mentions.Exactly);
        return search.Holds(mentions, search.Search(text));
    }

    /// <inheritdoc/>
    public Value Zero(RuleType type) => new NumberValue(0);

    /// <inheritdoc/>
    public WorkingCalendar? Calendar(CalendarSymbol? calendar) => null;

    private static IEnumerable<BoundExpression> SidesOf(BoundExpression part) => part switch
    {
        ComparisonBoundExpression comparison => [comparison.Left, comparison.Right],
        MembershipBoundExpression membership => membership.Choices.Prepend(membership.Operand),
        _ => [],
    };

    private Value? Value(BoundExpression expression)
    {
        try
        {
            return new Interpreter(this).Evaluate(expression, new Scope(day));
        }
        catch (EvaluationFaultException)
        {
            return null;
        }
    }
}
