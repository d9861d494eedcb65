using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>Binds lifecycles: what their states lie in and start, and their triggers.</summary>
internal sealed class LifecycleBinder(ExpressionBinder expressions, TriggerBinder triggers)
{
    /// <summary>Binds one.</summary>
    public void Bind(Declared<LifecycleSyntax, BoundLifecycle> declared)
    {
        var (syntax, lifecycle, module) = declared;
        var states = NameIndex<BoundState>.Of(lifecycle.States);
        var scope = new ExpressionScope(module) { Lifecycle = lifecycle };
        lifecycle.For = expressions.Condition(syntax.For, scope);
        foreach (var (written, state) in syntax.States.Zip(lifecycle.States))
        {
            BindState(written, state, states, module);
        }

        BreakCircles(lifecycle, module.Findings);
        foreach (var (written, trigger) in syntax.Triggers.Zip(lifecycle.Triggers))
        {
            trigger.Versions = [.. written.Versions.Select(body => triggers.Bind(written, body, states, scope))];
        }
    }

    private static void BindState(
        StateSyntax syntax, BoundState state, NameIndex<BoundState> states, ModuleScope module)
    {
        state.Superstate = syntax.Superstate is { } superstate
            ? LifecycleNames.State(superstate, states, module)
            : null;
        state.NoDeadline = syntax.NoDeadline is { } cites
            ? CitationBinder.Demand(cites, syntax.Name.Text, syntax.Name.Span, module)
            : null;
        state.Starts = LifecycleNames.Deadlines(syntax.Starts, module);
    }

    private static void BreakCircles(BoundLifecycle lifecycle, DiagnosticBag findings)
    {
        var (_, circles) = Circles<BoundState>.Search(
            lifecycle.States, state => state.Superstate is { } superstate ? [superstate] : []);
        foreach (var circle in circles)
        {
            findings.ReportWith(
                RulesCodes.StateCycle,
                circle[0].Span,
                [.. circle.Skip(1).Select(state => new RelatedPlace(state.Span, state.Name))],
                ShortList.Circle([.. circle.Select(state => state.Name)]));
            foreach (var state in circle)
            {
                state.Superstate = null;
            }
        }
    }
}
