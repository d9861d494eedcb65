using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Explanations;

/// <summary>The facts that an expression reads, definitions looked through; decisions read for themselves.</summary>
internal sealed class FactReads
{
    private readonly List<string> _paths = [];
    private readonly HashSet<DefinitionSymbol> _seen = [];

    private FactReads()
    {
    }

    /// <summary>Paths in the order they are read, each once.</summary>
    public static IReadOnlyList<string> Of(BoundExpression expression)
    {
        var reads = new FactReads();
        reads.Gather(expression);
        return [.. reads._paths.Distinct(StringComparer.Ordinal)];
    }

    private void Gather(BoundExpression expression)
    {
        switch (expression)
        {
            case FactExpression fact:
                _paths.Add(fact.Fact.Path);
                break;
            case InputExpression input:
                _paths.Add(input.Input.Path);
                break;
            case FieldExpression { Target: FactExpression fact } field:
                _paths.Add(fact.Fact.Path + "." + field.Field.Name);
                break;
            case DefinitionExpression definition:
                GatherOnce(definition.Definition);
                break;
            default:
                foreach (var part in ExpressionParts.Of(expression))
                {
                    Gather(part);
                }

                break;
        }
    }

    private void GatherOnce(DefinitionSymbol definition)
    {
        if (_seen.Add(definition))
        {
            Gather(definition.Value);
        }
    }
}
