using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// How many rules and definitions deciding may look at: those of the decision and of all that it reads.
/// </summary>
internal sealed class ReadingWork
{
    private readonly Dictionary<DecisionSymbol, int> _rules = [];

    /// <summary>Counts once for all decisions of a pack.</summary>
    public ReadingWork(BoundPack pack)
    {
        var reads = new Dictionary<Symbol, IReadOnlyList<Symbol>>();
        foreach (var definition in pack.Definitions)
        {
            reads[definition] = ReadBy([definition.Value]);
        }

        foreach (var decision in pack.Decisions)
        {
            reads[decision.Symbol] = ReadBy(DecisionParts.Of(decision));
        }

        var own = pack.Decisions.ToDictionary(
            decision => (Symbol)decision.Symbol, decision => decision.Rules.Count + 1);
        foreach (var decision in pack.Decisions)
        {
            _rules[decision.Symbol] = Reached(decision.Symbol, reads).Sum(symbol => own.GetValueOrDefault(symbol, 1));
        }
    }

    /// <summary>The number for a decision.</summary>
    public int RulesReadBy(DecisionSymbol decision) => _rules[decision];

    private static IReadOnlyList<Symbol> ReadBy(IEnumerable<BoundExpression> expressions) =>
        [.. expressions.SelectMany(ExpressionParts.All).Select(part => part switch
        {
            DefinitionExpression definition => definition.Definition,
            OutputExpression output => output.Decision,
            _ => (Symbol?)null,
        }).OfType<Symbol>().Distinct()];

    private static HashSet<Symbol> Reached(Symbol from, Dictionary<Symbol, IReadOnlyList<Symbol>> reads)
    {
        var reached = new HashSet<Symbol> { from };
        var open = new Stack<Symbol>([from]);
        while (open.TryPop(out var next))
        {
            foreach (var read in reads.GetValueOrDefault(next, []).Where(reached.Add))
            {
                open.Push(read);
            }
        }

        return reached;
    }
}
