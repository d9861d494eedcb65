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
    private readonly Dictionary<Symbol, IReadOnlyList<Symbol>> _reads = [];
    private readonly Dictionary<DecisionSymbol, BoundDecision> _bound;

    /// <summary>Counts once for all decisions of a pack.</summary>
    public ReadingWork(BoundPack pack)
    {
        _bound = pack.Decisions.ToDictionary(decision => decision.Symbol);
        foreach (var definition in pack.Definitions)
        {
            _reads[definition] = ReadBy([definition.Value]);
        }

        foreach (var decision in pack.Decisions)
        {
            _reads[decision.Symbol] = ReadBy(DecisionParts.Of(decision));
        }

        var own = pack.Decisions.ToDictionary(
            decision => (Symbol)decision.Symbol, decision => decision.Rules.Count + 1);
        foreach (var decision in pack.Decisions)
        {
            var reached = Reached(decision.Symbol);
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

    /// <summary>Every expression that deciding may evaluate, those of all that the decision reads included.</summary>
    public IEnumerable<BoundExpression> ExpressionsReadBy(DecisionSymbol decision) =>
        Reached(decision).SelectMany(symbol => symbol switch
        {
            DefinitionSymbol definition => [definition.Value],
            DecisionSymbol read => DecisionParts.Of(_bound[read]),
            _ => Enumerable.Empty<BoundExpression>(),
        });

    private HashSet<Symbol> Reached(Symbol from)
    {
        var reached = new HashSet<Symbol> { from };
        var open = new Stack<Symbol>([from]);
        while (open.TryPop(out var next))
        {
            foreach (var read in _reads.GetValueOrDefault(next, []).Where(reached.Add))
            {
                open.Push(read);
            }
        }

        return reached;
    }
}
