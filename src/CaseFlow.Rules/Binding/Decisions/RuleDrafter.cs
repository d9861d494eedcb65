using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Drafts rules and exceptions.</summary>
internal sealed class RuleDrafter(ExpressionBinder expressions)
{
    /// <summary>Drafts a rule with its versions.</summary>
    public RuleDraft Draft(RuleSyntax rule, ModuleScope module)
    {
        var versions = rule.Versions.Select(version => Version(rule, version, module)).ToList();
        return new RuleDraft(
            rule.Name,
            rule.Parents,
            rule.Regardless,
            [new RowDraft(rule.Name.Text, versions, rule.Name.Span, rule.Note)])
        {
            End = rule.End,
        };
    }

    private VersionDraft Version(RuleSyntax rule, RuleBodySyntax version, ModuleScope module)
    {
        var span = rule.Versions.Count == 1 ? rule.Name.Span : version.Span;
        var cites = CitationBinder.Demand(
            version.Cites, rule.Name.Text, span, module, per => Fixing.Before(version.Span, per + " "));
        var period = version.Cites.Count == 0 && version.Period is null
            ? LawPeriod.Always
            : PeriodBinder.Of(version.Period, cites, rule.Name.Text, span, module);
        return new VersionDraft(
            period,
            cites,
            scope => version.When is { } when ? expressions.Condition(when, scope) : null,
            version.Effect,
            span,
            version.Period);
    }
}
