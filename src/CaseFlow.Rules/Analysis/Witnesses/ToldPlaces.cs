using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>Lists what must be told for an expression to have a value, through definitions.</summary>
internal static class ToldPlaces
{
    /// <summary>Facts, fields of facts, inputs and the day of the call that an expression reads.</summary>
    public static IEnumerable<BoundExpression> In(BoundExpression expression) => In(expression, []);

    // A definition that was gone through has nothing more to list.
    private static IEnumerable<BoundExpression> In(BoundExpression expression, HashSet<DefinitionSymbol> seen) =>
        expression switch
        {
            FactExpression or TodayBoundExpression or InputExpression => [expression],
            FieldExpression { Target: FactExpression or FieldExpression } field => [field],
            DefinitionExpression { Definition: var definition } =>
                seen.Add(definition) ? In(definition.Value, seen) : [],
            _ => ExpressionParts.Of(expression).SelectMany(part => In(part, seen)),
        };
}
