using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Evaluation;

/// <summary>What has another value, or none, under the law of another day.</summary>
internal static class LawDayReads
{
    /// <summary>Whether the governing date matters to reading a parameter or definition.</summary>
    public static bool HangsOnDay(BoundExpression read)
    {
        var seen = new HashSet<DefinitionSymbol>();
        var open = new Stack<BoundExpression>([read]);
        while (open.TryPop(out var next))
        {
            foreach (var part in ExpressionParts.All(next))
            {
                if (part is ParameterExpression { Parameter: { } parameter } && IsDated(parameter))
                {
                    return true;
                }

                if (part is not DefinitionExpression { Definition: { } definition } || !seen.Add(definition))
                {
                    continue;
                }

                if (definition.Period != LawPeriod.Always)
                {
                    return true;
                }

                open.Push(definition.Value);
            }
        }

        return false;
    }

    private static bool IsDated(ParameterSymbol parameter) => parameter.Values.Any(value => value.From is not null);
}
