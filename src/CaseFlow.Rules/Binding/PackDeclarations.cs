using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding;

/// <summary>What the modules declare: filled by the declaring passes, read by the binding ones.</summary>
internal sealed class PackDeclarations(IReadOnlyList<ModuleScope> scopes, PackNames names, DiagnosticBag findings)
{
    /// <summary>The modules in order of path.</summary>
    public IReadOnlyList<ModuleScope> Scopes => scopes;

    /// <summary>The name spaces.</summary>
    public PackNames Names => names;

    /// <summary>The findings.</summary>
    public DiagnosticBag Findings => findings;

    /// <summary>Laws.</summary>
    public List<Declared<LawSyntax, LawSymbol>> Laws { get; } = [];

    /// <summary>Enums.</summary>
    public List<EnumSymbol> Enums { get; } = [];

    /// <summary>Records.</summary>
    public List<Declared<RecordSyntax, RecordSymbol>> Records { get; } = [];

    /// <summary>Roots of facts.</summary>
    public List<FactsSymbol> FactRoots { get; } = [];

    /// <summary>Calendars.</summary>
    public List<CalendarSymbol> Calendars { get; } = [];

    /// <summary>Parameters.</summary>
    public List<ParameterSymbol> Parameters { get; } = [];

    /// <summary>Word lists.</summary>
    public List<Declared<WordsSyntax, WordListSymbol>> WordLists { get; } = [];

    /// <summary>Definitions.</summary>
    public List<Declared<DefinitionSyntax, DefinitionSymbol>> Definitions { get; } = [];

    /// <summary>Decisions.</summary>
    public List<Declared<DecisionSyntax, DecisionSymbol>> Decisions { get; } = [];

    /// <summary>Deadlines and waiting periods.</summary>
    public List<Declared<DeadlineSyntax, BoundDeadline>> Deadlines { get; } = [];

    /// <summary>Lifecycles.</summary>
    public List<Declared<LifecycleSyntax, BoundLifecycle>> Lifecycles { get; } = [];

    /// <summary>Ladders.</summary>
    public List<Declared<LadderSyntax, BoundLadder>> Ladders { get; } = [];

    /// <summary>Every declaration of a kind with its module, in order of path and place.</summary>
    public IEnumerable<(TSyntax Syntax, ModuleScope Scope)> All<TSyntax>()
        where TSyntax : DeclarationSyntax =>
        scopes.SelectMany(scope => scope.Syntax.Declarations.OfType<TSyntax>().Select(syntax => (syntax, scope)));

    /// <summary>Enters a symbol into its name space; a name that is taken is a finding with both places.</summary>
    /// <param name="space">The name space.</param>
    /// <param name="symbol">What is entered.</param>
    /// <param name="removal">What takes it out again, where nothing else hangs on it.</param>
    public void Enter<TSymbol>(NameIndex<TSymbol> space, TSymbol symbol, TextFix? removal = null)
        where TSymbol : Symbol
    {
        if (space.Add(symbol) is { } clash)
        {
            findings.Add(DiagnosticBag.Of(RulesCodes.DuplicateName, symbol.Span, clash.Name) with
            {
                Related = [new RelatedPlace(clash.Symbol.Span, clash.Symbol.Name)],
                Fixes = removal is null ? [] : [removal],
            });
        }
    }
}
