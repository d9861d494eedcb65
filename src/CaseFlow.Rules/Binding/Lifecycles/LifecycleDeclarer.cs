using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>
/// Declares deadlines, lifecycles with their states, and ladders, so that any of them may be named before it stands.
/// </summary>
internal static class LifecycleDeclarer
{
    /// <summary>Declares those of all modules.</summary>
    public static void Declare(PackDeclarations pack)
    {
        foreach (var (syntax, scope) in pack.All<DeadlineSyntax>())
        {
            var deadline = Deadline(syntax, pack);
            pack.Deadlines.Add(new Declared<DeadlineSyntax, BoundDeadline>(syntax, deadline, scope));
            pack.Enter(pack.Names.Deadlines, deadline);
        }

        foreach (var (syntax, scope) in pack.All<LifecycleSyntax>())
        {
            var lifecycle = Lifecycle(syntax, pack);
            pack.Lifecycles.Add(new Declared<LifecycleSyntax, BoundLifecycle>(syntax, lifecycle, scope));
            pack.Enter(pack.Names.Lifecycles, lifecycle);
        }

        foreach (var (syntax, scope) in pack.All<LadderSyntax>())
        {
            var ladder = Ladder(syntax, pack);
            pack.Ladders.Add(new Declared<LadderSyntax, BoundLadder>(syntax, ladder, scope));
            pack.Enter(pack.Names.Ladders, ladder);
        }
    }

    private static BoundDeadline Deadline(DeadlineSyntax syntax, PackDeclarations pack) =>
        new(syntax.Name.Text, syntax.Name.Span)
        {
            IsWaitingPeriod = syntax.IsWaitingPeriod,
            CountedBack = syntax.CountedBack,
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
            Note = syntax.Note,
        };

    private static BoundLadder Ladder(LadderSyntax syntax, PackDeclarations pack) =>
        new(syntax.Name.Text, syntax.Name.Span)
        {
            InWorkingHours = syntax.InWorkingHours,
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
            Note = syntax.Note,
        };

    private static BoundLifecycle Lifecycle(LifecycleSyntax syntax, PackDeclarations pack)
    {
        var lifecycle = new BoundLifecycle(syntax.Name.Text, syntax.Name.Span)
        {
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
            Note = syntax.Note,
        };
        lifecycle.States = [.. syntax.States.Select((state, place) => State(state, place, pack))];
        lifecycle.Triggers = [.. syntax.Triggers.Select(trigger => Trigger(trigger, pack))];
        EnterAll(lifecycle.States, pack);
        EnterAll(lifecycle.Triggers, pack);
        if (lifecycle.States.Count(state => state.Kind == StateKind.Initial) != 1)
        {
            pack.Findings.ReportWith(
                RulesCodes.NoInitialState,
                syntax.Name.Span,
                [
                    .. lifecycle.States.Where(state => state.Kind == StateKind.Initial)
                        .Select(state => new RelatedPlace(state.Span, state.Name)),
                ],
                syntax.Name.Text);
        }

        return lifecycle;
    }

    private static void EnterAll<TSymbol>(IEnumerable<TSymbol> symbols, PackDeclarations pack)
        where TSymbol : Symbols.Symbol
    {
        var names = new NameIndex<TSymbol>();
        foreach (var symbol in symbols)
        {
            pack.Enter(names, symbol);
        }
    }

    private static BoundState State(StateSyntax syntax, int place, PackDeclarations pack) =>
        new(syntax.Name.Text, place, syntax.Kind, syntax.Name.Span)
        {
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
        };

    private static BoundTrigger Trigger(TriggerSyntax syntax, PackDeclarations pack) =>
        new(syntax.Name.Text, syntax.IsSide, syntax.Name.Span)
        {
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
            Note = syntax.Note,
        };
}
