using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Coverage;

/// <summary>Lists what the examples of a pack can show to work.</summary>
internal sealed class CoverableParts
{
    private readonly HashSet<BoundExpression> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<DefinitionSymbol> _definitions = [];
    private readonly List<CoverageItem> _items = [];

    private CoverableParts()
    {
    }

    /// <summary>All of it, by file and place, none of it shown yet.</summary>
    public static IReadOnlyList<CoverageItem> Of(BoundPack pack)
    {
        var parts = new CoverableParts();
        foreach (var decision in pack.Decisions)
        {
            parts.Add(decision);
        }

        // A table row and its condition may stand in one place: each is shown by itself, each once.
        return [.. parts._items
            .DistinctBy(item => (item.Kind, item.Span))
            .OrderBy(item => item.Span.File, StringComparer.Ordinal)
            .ThenBy(item => item.Span.Start)];
    }

    private void Add(BoundDecision decision)
    {
        foreach (var rule in decision.Rules)
        {
            _items.AddRange(rule.Versions.Select(version => new CoverageItem(
                KindOf(rule), decision.Symbol.Name, rule.Name, version.Period, version.Span,
                CoverageState.NeverInForce)));
        }

        if (decision.Otherwise is { } otherwise)
        {
            _items.Add(new CoverageItem(
                CoverageKind.Otherwise, decision.Symbol.Name, BoundOtherwise.Name, null, otherwise.Span,
                CoverageState.NeverLive));
        }

        foreach (var expression in DecisionParts.Of(decision))
        {
            AddBranches(expression, decision.Symbol.Name);
        }
    }

    private static CoverageKind KindOf(BoundRule rule) =>
        rule.Name.Contains('#', StringComparison.Ordinal) ? CoverageKind.Row
        : rule.Parents.Count > 0 ? CoverageKind.Exception
        : CoverageKind.Rule;

    private void AddBranches(BoundExpression expression, string owner)
    {
        if (!_seen.Add(expression))
        {
            return;
        }

        if (expression is ConditionalBoundExpression conditional)
        {
            _items.Add(Branch("then", conditional.Then.Span, owner));
            _items.Add(Branch("else", conditional.Else.Span, owner));
        }

        if (expression is DefinitionExpression { Definition: var definition } && _definitions.Add(definition))
        {
            AddBranches(definition.Value, definition.Name);
        }

        foreach (var part in ExpressionParts.Of(expression))
        {
            AddBranches(part, owner);
        }
    }

    private static CoverageItem Branch(string side, SourceSpan span, string owner) =>
        new(CoverageKind.Branch, owner, side, null, span, CoverageState.NeverLive);
}
