using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Lexing;
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
            var lifecycle = Lifecycle(syntax, pack, scope);
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

    private static BoundLifecycle Lifecycle(LifecycleSyntax syntax, PackDeclarations pack, ModuleScope scope)
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
        var initial = lifecycle.States.Where(state => state.Kind == StateKind.Initial).ToList();
        if (initial.Count != 1)
        {
            pack.Findings.Add(DiagnosticBag.Of(RulesCodes.NoInitialState, syntax.Name.Span, syntax.Name.Text) with
            {
                Related = [.. initial.Select(state => new RelatedPlace(state.Span, state.Name))],
                Fixes = initial.Count == 0 ? MakeInitial(syntax, scope) : [],
            });
        }

        return lifecycle;
    }

    // The only state to which nothing leads must be where cases begin.
    private static IReadOnlyList<TextFix> MakeInitial(LifecycleSyntax syntax, ModuleScope scope)
    {
        var led = syntax.Triggers.SelectMany(trigger => trigger.Versions).SelectMany(body => Targets(body.Move))
            .Concat(syntax.States.Select(state => state.Superstate).OfType<Name>())
            .Select(name => name.Text)
            .ToHashSet(IdentifierFolding.Comparer);
        var begins = syntax.States.Where(state => state.Kind == StateKind.Ordinary && !IsOneOf(state, led)).ToList();
        return begins is [var only] ? [Fixing.Before(only.Span, scope.Phrase(Keyword.Initial) + " ")] : [];
    }

    private static bool IsOneOf(StateSyntax state, HashSet<string> names) =>
        names.Contains(state.Name.Text) || state.Names.Aliases.Any(alias => names.Contains(alias.Name.Text));

    private static IEnumerable<Name> Targets(MoveSyntax move) => move switch
    {
        GoesToMove to => [to.State],
        FirstOfMove first => first.Choices.Select(choice => choice.State).Append(first.Otherwise),
        _ => [],
    };

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
