using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>Binds deadlines and waiting periods.</summary>
internal sealed class DeadlineBinder(ExpressionBinder expressions)
{
    /// <summary>Binds one.</summary>
    public void Bind(Declared<DeadlineSyntax, BoundDeadline> declared)
    {
        var (syntax, deadline, module) = declared;
        var scope = new ExpressionScope(module);
        BindTerm(syntax.Term, deadline, scope);
        deadline.Anchor = expressions.BindAs(syntax.Anchor, scope, RuleType.Date.AsOptional());
        deadline.AnchorFact = (deadline.Anchor as FactExpression)?.Fact;
        deadline.Calendar = syntax.Calendar is { } calendar
            ? module.Resolve(module.Names.Calendars, calendar, RulesCodes.UnknownCalendar)
            : null;
        deadline.Cap = syntax.Cap is { } cap
            ? new BoundExtensionCap(
                expressions.BindAs(cap.Times, scope, RuleType.Number),
                expressions.BindAs(cap.By, scope, RuleType.Duration),
                cap.Span)
            : null;
        deadline.Cites = CitationBinder.Demand(
            syntax.Cites,
            syntax.Name.Text,
            syntax.Name.Span,
            module,
            per => Fixing.Replace(module.EndOf(syntax.Span), " " + per));
        deadline.Period = PeriodBinder.Of(syntax.Period, deadline.Cites, syntax.Name.Text, syntax.Name.Span, module);
    }

    private void BindTerm(PathExpression path, BoundDeadline deadline, ExpressionScope scope)
    {
        var term = expressions.BindAs(path, scope, RuleType.Duration.AsOptional());
        if (term is OutputExpression output)
        {
            deadline.TermDecision = output.Decision;
            deadline.TermOutput = output.Output;
        }
        else if (term is not ErrorBoundExpression)
        {
            var language = scope.Module.Language;
            scope.Module.Findings.Report(
                RulesCodes.WrongType,
                path.Span,
                path.Text,
                TypeWords.Of(term.Type, language),
                language == "vi" ? "kết quả của một quyết định" : "an output of a decision");
        }
    }
}
