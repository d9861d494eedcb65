using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Binding.Dependencies;

/// <summary>Which definition or decision reads which; it must have no circles.</summary>
internal sealed class DependencyGraph
{
    private readonly Dictionary<Symbol, IReadOnlyList<Edge>> _edges = new(ReferenceEqualityComparer.Instance);

    /// <summary>The graph of some definitions and decisions.</summary>
    public DependencyGraph(IEnumerable<DefinitionSymbol> definitions, IEnumerable<BoundDecision> decisions)
    {
        foreach (var definition in definitions)
        {
            _edges[definition] = [.. EdgesIn(definition.Value)];
        }

        foreach (var decision in decisions)
        {
            _edges[decision.Symbol] = [.. DecisionParts.Of(decision).SelectMany(EdgesIn)];
        }
    }

    /// <summary>All of them, each after those it reads; circles are findings.</summary>
    public IReadOnlyList<Symbol> Order(DiagnosticBag findings)
    {
        var (order, circles) = Circles<Symbol>.Search(
            _edges.Keys, symbol => _edges.GetValueOrDefault(symbol, []).Select(edge => edge.To));
        foreach (var circle in circles)
        {
            Report(circle, findings);
        }

        return order;
    }

    private void Report(IReadOnlyList<Symbol> circle, DiagnosticBag findings)
    {
        var edges = circle.Select((symbol, step) => EdgeOf(symbol, circle[(step + 1) % circle.Count])).ToList();
        findings.ReportWith(
            RulesCodes.DependencyCycle,
            circle[0].Span,
            [.. edges.Select((edge, step) => new RelatedPlace(edge.Span, circle[step].Name + " → " + edge.To.Name))],
            ShortList.Circle([.. circle.Select(symbol => symbol.Name)]));
    }

    private Edge EdgeOf(Symbol from, Symbol to) => _edges[from].First(edge => edge.To == to);

    private static IEnumerable<Edge> EdgesIn(BoundExpression expression) =>
        ExpressionParts.All(expression).Select(EdgeTo).OfType<Edge>();

    private static Edge? EdgeTo(BoundExpression expression) => expression switch
    {
        DefinitionExpression definition => new Edge(definition.Definition, definition.Span),
        OutputExpression output => new Edge(output.Decision, output.Span),
        _ => null,
    };

    private sealed record Edge(Symbol To, SourceSpan Span);
}
