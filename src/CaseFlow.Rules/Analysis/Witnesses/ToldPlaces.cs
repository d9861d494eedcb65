using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>Lists what must be told for an expression to have a value, through definitions.</summary>
internal static class ToldPlaces
{
    /// <summary>Facts, fields of facts, inputs and the day of the call that an expression reads.</summary>
    public static IEnumerable<BoundExpression> In(BoundExpression expression) => expression switch
    {
        FactExpression or TodayBoundExpression or InputExpression => [expression],
        FieldExpression { Target: FactExpression or FieldExpression } field => [field],
        DefinitionExpression definition => In(definition.Definition.Value),
        _ => ExpressionParts.Of(expression).SelectMany(In),
    };
}
