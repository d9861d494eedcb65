using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Binds transitional clauses and gives each decision those that name it.</summary>
internal sealed class TransitionBinder(PackDeclarations pack, ExpressionBinder expressions)
{
    /// <summary>The decisions with their transitional clauses.</summary>
    public IReadOnlyList<BoundDecision> Attach(IReadOnlyList<BoundDecision> decisions)
    {
        var bySymbol = decisions.ToDictionary(decision => decision.Symbol);
        var clauses = new Dictionary<DecisionSymbol, List<BoundTransition>>(ReferenceEqualityComparer.Instance);
        foreach (var (syntax, scope) in pack.All<TransitionalSyntax>())
        {
            Bind(syntax, scope, bySymbol, clauses);
        }

        return
        [
            .. decisions.Select(decision =>
                clauses.TryGetValue(decision.Symbol, out var own) ? decision with { Transitions = own } : decision),
        ];
    }

    private void Bind(
        TransitionalSyntax syntax,
        ModuleScope scope,
        Dictionary<DecisionSymbol, BoundDecision> decisions,
        Dictionary<DecisionSymbol, List<BoundTransition>> clauses)
    {
        var cites = CitationBinder.Demand(syntax.Cites, syntax.Name.Text, syntax.Name.Span, scope);
        foreach (var name in syntax.Decisions)
        {
            if (DecisionNames.Find(name, scope) is { } symbol
                && decisions.TryGetValue(symbol, out var decision))
            {
                clauses.TryAdd(symbol, []);
                clauses[symbol].Add(Clause(syntax, cites, decision, scope));
            }
        }
    }

    private BoundTransition Clause(
        TransitionalSyntax syntax, IReadOnlyList<Citation> cites, BoundDecision decision, ModuleScope module)
    {
        var scope = new ExpressionScope(module).With(Recorded.InDate(decision.GoverningDate));
        var when = expressions.Condition(syntax.When, scope);
        var date = expressions.BindAs(syntax.LawDate, scope.With(Recorded.WhenTrue(when)), RuleType.Date);
        return new BoundTransition(syntax.Name.Text, cites, when, date, syntax.Name.Span);
    }
}
