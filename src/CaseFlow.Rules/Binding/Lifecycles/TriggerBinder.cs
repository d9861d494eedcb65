using System.Globalization;
using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Declarations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>Binds the bodies of triggers.</summary>
internal sealed class TriggerBinder(ExpressionBinder expressions, FieldDeclarer fields, LifecycleNames names)
{
    private readonly TriggerEffectBinder _effects = new(expressions);

    /// <summary>Binds one body.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="body">The body.</param>
    /// <param name="states">The states of the lifecycle.</param>
    /// <param name="scope">What names mean in the lifecycle.</param>
    public BoundTriggerBody Bind(
        TriggerSyntax trigger, TriggerBodySyntax body, NameIndex<BoundState> states, ExpressionScope scope)
    {
        var module = scope.Module;
        var span = trigger.Versions.Count == 1 ? trigger.Name.Span : body.Span;
        var cites = CitationBinder.Demand(
            body.Cites, trigger.Name.Text, span, module, per => Fixing.Before(body.Span, per + " "));
        var period = PeriodBinder.Of(body.Period, cites, trigger.Name.Text, span, module);
        var inputs = fields.Declare(body.Needs, module);
        var inside = scope with { Inputs = NameIndex<FieldSymbol>.Of(inputs) };
        var guards = Guards(body, period, inside);
        var passed = inside.With(guards.Where(guard => Covers(guard.Period, period))
            .SelectMany(guard => Recorded.WhenTrue(guard.Condition)));
        var (written, sources) = SourceExpander.Expand(body.From, states, module);
        return new BoundTriggerBody(
            cites,
            period,
            [.. body.Roles.Select(role => names.Role(role, module))],
            inputs,
            guards,
            _effects.Bind(body.Effects, passed),
            sources,
            Move(body.Move, states, passed),
            span)
        {
            WrittenSources = written,
        };
    }

    private List<BoundGuard> Guards(TriggerBodySyntax body, LawPeriod period, ExpressionScope scope)
    {
        var guards = new List<BoundGuard>();
        foreach (var guard in body.Guards)
        {
            if (guards.Find(other => other.Name == guard.Name.Text) is { } first)
            {
                scope.Module.Findings.Add(DiagnosticBag.Of(
                    RulesCodes.DuplicateName, guard.Name.Span, guard.Name.Text) with
                {
                    Related = [new RelatedPlace(first.Span, first.Name)],
                    Fixes = [Fixing.Replace(guard.Name.Span, FreeName(guard.Name, body.Guards))],
                });
            }

            guards.Add(Guard(guard, period, scope));
        }

        return guards;
    }

    // Each guard refuses on its own grounds, so a second of one name lacks only a name of its own.
    private static string FreeName(Name taken, IReadOnlyList<GuardSyntax> guards) => Enumerable.Range(2, guards.Count)
        .Select(number => taken.Text + "_" + number.ToString(CultureInfo.InvariantCulture))
        .First(name => guards.All(guard => guard.Name.Text != name));

    // Guards are asked one by one and all of them, so none may lean on another's answer.
    private BoundGuard Guard(GuardSyntax guard, LawPeriod period, ExpressionScope scope)
    {
        var module = scope.Module;
        var cites = CitationBinder.Demand(guard.Cites, guard.Name.Text, guard.Name.Span, module);
        var refusal = new Dictionary<string, string>(
            SymbolNames.Labels(guard.RefusalLabels, module.Findings), StringComparer.Ordinal);
        refusal[module.Language] = guard.Refusal;
        return new BoundGuard(
            guard.Name.Text,
            cites,
            PeriodBinder.Of(guard.Period, cites, guard.Name.Text, guard.Name.Span, module, period),
            expressions.Condition(guard.Condition, scope),
            refusal,
            guard.Name.Span);
    }

    private static bool Covers(LawPeriod outer, LawPeriod inner) => outer.Intersect(inner) == inner;

    private BoundMove Move(MoveSyntax move, NameIndex<BoundState> states, ExpressionScope scope) => move switch
    {
        GoesToMove to => To(to.State, states, scope.Module) is { } state ? new BoundGoesTo(state) : new BoundStays(),
        GoesBackMove => new BoundGoesBack(),
        IgnoresMove => new BoundIgnores(),
        FirstOfMove first => FirstOf(first, states, scope),
        _ => new BoundStays(),
    };

    private BoundMove FirstOf(FirstOfMove move, NameIndex<BoundState> states, ExpressionScope scope)
    {
        var choices = new List<BoundChoice>();
        foreach (var choice in move.Choices)
        {
            var when = expressions.Condition(choice.When, scope);
            if (To(choice.State, states, scope.Module) is { } state)
            {
                choices.Add(new BoundChoice(state, when));
            }
        }

        return To(move.Otherwise, states, scope.Module) is { } otherwise
            ? new BoundFirstOf(choices, otherwise)
            : new BoundStays();
    }

    private static BoundState? To(Name name, NameIndex<BoundState> states, ModuleScope module) =>
        LifecycleNames.State(name, states, module);
}
