using System.Collections.Immutable;
using System.Globalization;
using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Binds the body of a decision.</summary>
internal sealed class DecisionBinder(ExpressionBinder expressions, MemberNames members)
{
    private readonly RuleDrafter _rules = new(expressions);
    private readonly TableDrafter _tables = new(new CellBinder(expressions));
    private readonly EffectBinder _effects = new(expressions, members);
    private readonly ClampBinder _clamps = new(expressions);

    /// <summary>The decision, without transitional clauses.</summary>
    public BoundDecision Bind(Declared<DecisionSyntax, DecisionSymbol> declared)
    {
        var (syntax, symbol, module) = declared;
        var target = PolicyChecks.Check(syntax, symbol, module) ? symbol : null;
        var scope = new ExpressionScope(module);
        var governing = expressions.BindAs(
            syntax.GoverningDate, scope with { MayMiss = true }, RuleType.Date.AsOptional());
        scope = scope.With(Recorded.InDate(governing));
        var applies = syntax.Applies is { } condition ? expressions.Condition(condition, scope) : null;
        var drafts = HasTooMany(syntax, module)
            ? []
            : syntax.Items.Select(item => Draft(item, module)).OfType<RuleDraft>().ToList();
        var order = ParentLinker.Link(drafts, module);
        var inside = applies is null ? scope : scope.With(Recorded.WhenTrue(applies));
        foreach (var draft in order)
        {
            BindVersions(draft, target, inside);
            VersionChecks.Check(draft, module);
        }

        return new BoundDecision(
            symbol,
            syntax.Policy,
            governing,
            applies,
            RuleExpander.Expand(drafts, order, module),
            Otherwise(syntax, target, inside),
            [])
        {
            Distinct = syntax.Distinct,
            Clamp = target is { Policy: HitPolicy.Sum } ? _clamps.Bind(syntax.Clamp, target.Outputs[0], scope) : null,
        };
    }

    // None of them is bound then: the pack is refused anyway, and so many would take all of its memory.
    private static bool HasTooMany(DecisionSyntax syntax, ModuleScope module)
    {
        var rules = syntax.Items.Sum(item => item is TableSyntax table ? table.Rows.Count : 1);
        if (rules <= RuleExpander.MostRules)
        {
            return false;
        }

        module.Findings.Report(
            RulesCodes.TooManyRules,
            syntax.Name.Span,
            syntax.Name.Text,
            rules.ToString(CultureInfo.InvariantCulture),
            RuleExpander.MostRules.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private RuleDraft? Draft(DecisionItemSyntax item, ModuleScope module) => item switch
    {
        RuleSyntax rule => _rules.Draft(rule, module),
        TableSyntax table => _tables.Draft(table, module),
        _ => null,
    };

    // The effects of a decision whose outputs do not fit its policy are left unbound: what they miss would be noise.
    private void BindVersions(RuleDraft draft, DecisionSymbol? decision, ExpressionScope scope)
    {
        if (!draft.Regardless && draft.Found.Count > 0)
        {
            scope = scope.With(draft.Found.SelectMany(parent => parent.Tells));
        }

        var tells = new List<ImmutableHashSet<string>>();
        foreach (var row in draft.Rows)
        {
            var versions = row.Versions.Select(version => (version, When: version.When(scope))).ToList();
            tells.AddRange(versions.Select(
                version => version.When is { } when ? Recorded.WhenTrue(when) : ImmutableHashSet<string>.Empty));
            row.Bound = [.. versions.Select(version => Version(draft, version.version, version.When, decision, scope))];
        }

        var common = tells.Count == 0 ? [] : tells.Aggregate((known, more) => known.Intersect(more));
        draft.Tells = draft.Regardless ? common : scope.Settled.Union(common);
    }

    private BoundVersion Version(
        RuleDraft draft, VersionDraft version, BoundExpression? when, DecisionSymbol? decision, ExpressionScope scope)
    {
        var inside = when is null ? scope : scope.With(Recorded.WhenTrue(when));
        var values = decision is null
            ? []
            : _effects.Bind(
                version.Effect,
                new EffectPlace(draft.Name.Text, SpanOf(draft, version), version.Cites, draft.IsTable),
                decision,
                inside);
        return new BoundVersion(
            version.Period, version.Cites, when, version.Effect is NotApplyEffect, values, version.Span);
    }

    // What a table's header leaves open is one finding about the table, not one a row.
    private static SourceSpan SpanOf(RuleDraft draft, VersionDraft version) =>
        draft.Rows.Count > 1 ? draft.Name.Span : version.Span;

    private BoundOtherwise? Otherwise(DecisionSyntax syntax, DecisionSymbol? symbol, ExpressionScope scope)
    {
        if (syntax.Otherwise is not { } otherwise || symbol is null or { Policy: HitPolicy.Sum or HitPolicy.Collect })
        {
            return null;
        }

        var cites = CitationBinder.Demand(otherwise.Cites, BoundOtherwise.Name, otherwise.Span, scope.Module);
        if (otherwise.Effect is NotApplyEffect)
        {
            scope.Module.Findings.Report(RulesCodes.BlockerWithoutParent, otherwise.Effect.Span, BoundOtherwise.Name);
        }

        var place = new EffectPlace(BoundOtherwise.Name, otherwise.Span, cites);
        var values = _effects.Bind(otherwise.Effect, place, symbol, scope);
        return new BoundOtherwise(values, cites, otherwise.Span);
    }
}
