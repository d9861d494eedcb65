using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Explanations;

/// <summary>The facts that an expression reads, definitions looked through; decisions read for themselves.</summary>
internal static class FactReads
{
    /// <summary>Paths in the order they are read, each once.</summary>
    public static IReadOnlyList<string> Of(BoundExpression expression)
    {
        var paths = new List<string>();
        Gather(expression, paths);
        return [.. paths.Distinct(StringComparer.Ordinal)];
    }

    private static void Gather(BoundExpression expression, List<string> paths)
    {
        switch (expression)
        {
            case FactExpression fact:
                paths.Add(fact.Fact.Path);
                break;
            case InputExpression input:
                paths.Add(input.Input.Path);
                break;
            case FieldExpression { Target: FactExpression fact } field:
                paths.Add(fact.Fact.Path + "." + field.Field.Name);
                break;
            case DefinitionExpression definition:
                Gather(definition.Definition.Value, paths);
                break;
            default:
                foreach (var part in ExpressionParts.Of(expression))
                {
                    Gather(part, paths);
                }

                break;
        }
    }
}
