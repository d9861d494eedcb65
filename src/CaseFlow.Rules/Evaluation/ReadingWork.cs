using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// What deciding may look at: how many rules and definitions, those of the decision and of all that it reads, and which
/// decisions.
/// </summary>
internal sealed class ReadingWork
{
    private readonly Dictionary<DecisionSymbol, int> _rules = [];
    private readonly Dictionary<DecisionSymbol, IReadOnlyList<DecisionSymbol>> _decisions = [];

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
            var reached = Reached(decision.Symbol, reads);
            _rules[decision.Symbol] = reached.Sum(symbol => own.GetValueOrDefault(symbol, 1));
            _decisions[decision.Symbol] =
                [.. reached.OfType<DecisionSymbol>().Where(read => read != decision.Symbol)];
        }
    }

    /// <summary>The number for a decision.</summary>
    public int RulesReadBy(DecisionSymbol decision) => _rules[decision];

    /// <summary>The decisions that a decision reads, directly and through others.</summary>
    public IReadOnlyList<DecisionSymbol> DecisionsReadBy(DecisionSymbol decision) => _decisions[decision];

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
