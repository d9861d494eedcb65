using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Comparison;

/// <summary>
/// Everything of a pack, besides told facts, that some expressions read; definitions are looked through.
/// </summary>
internal sealed class RuleReads
{
    private readonly Dictionary<string, Symbol> _symbols = new(StringComparer.Ordinal);

    /// <summary>Gathers what <paramref name="expressions"/> read.</summary>
    public RuleReads(IEnumerable<BoundExpression?> expressions)
    {
        foreach (var expression in expressions.OfType<BoundExpression>())
        {
            Gather(expression);
        }
    }

    /// <summary>The symbols of a kind that are read, in the order of reading.</summary>
    public IEnumerable<T> Of<T>()
        where T : Symbol => _symbols.Values.OfType<T>();

    private void Gather(BoundExpression expression)
    {
        foreach (var part in ExpressionParts.All(expression))
        {
            if (Read(part) is { } symbol && _symbols.TryAdd(symbol.GetType().Name + ":" + NameOf(symbol), symbol)
                && symbol is DefinitionSymbol definition)
            {
                Gather(definition.Value);
            }
        }
    }

    private static Symbol? Read(BoundExpression part) => part switch
    {
        ParameterExpression parameter => parameter.Parameter,
        DefinitionExpression definition => definition.Definition,
        MentionsBoundExpression mentions => mentions.Words,
        DateSumExpression sum => sum.Calendar,
        SpanBoundExpression span => span.Calendar,
        OutputExpression output => output.Decision,
        FactExpression fact => fact.Fact,
        FieldExpression field => field.Field,
        _ => null,
    };

    private static string NameOf(Symbol symbol) => symbol is FieldSymbol field ? field.Path : symbol.Name;
}
