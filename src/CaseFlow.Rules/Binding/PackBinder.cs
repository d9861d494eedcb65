using CaseFlow.Rules.Binding.Declarations;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Dependencies;
using CaseFlow.Rules.Binding.Examples;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Checking;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Binding;

/// <summary>
/// From the trees of all modules to the one intermediate form: first every name is declared, then every body is
/// bound, so that order in a file and among files means nothing.
/// </summary>
internal static class PackBinder
{
    /// <summary>Binds a pack. The result is whole only where no finding is an error.</summary>
    /// <param name="files">The files.</param>
    /// <param name="findings">Takes the findings.</param>
    /// <param name="meanings">Takes what each name means; null where nobody asks.</param>
    public static BoundPack Bind(PackFiles files, DiagnosticBag findings, NameMeanings? meanings = null)
    {
        var names = new PackNames(files.Modules) { Meanings = meanings };
        var pack = new PackDeclarations(ModuleGraph.Scopes(files.Modules, names, findings), names, findings);
        var members = new MemberNames();
        var expressions = new ExpressionBinder(findings, new PathBinder(findings, members));
        var fields = new FieldDeclarer(pack, expressions);
        LawDeclarer.Declare(pack, files.Source);
        Declare(pack, fields, expressions);
        var decisions = BindBodies(pack, expressions, members);
        var definitions = pack.Definitions.Select(definition => definition.Symbol);
        var order = new DependencyGraph(definitions, decisions).Order(findings);
        ReadingDepth.Check(order, decisions, findings);
        BindLifecycles(pack, fields, expressions, new LifecycleNames(files.Agencies));
        var bound = new BoundPack
        {
            Manifest = files.Manifest,
            Hash = files.Hash,
            Laws = [.. pack.Laws.Select(law => law.Symbol)],
            Enums = pack.Enums,
            Records = [.. pack.Records.Select(record => record.Symbol)],
            FactRoots = pack.FactRoots,
            Calendars = CalendarFiles.Read(pack.Calendars, files.Source, findings),
            Parameters = pack.Parameters,
            WordLists = [.. pack.WordLists.Select(words => words.Symbol)],
            Checks = new CheckBinder(pack, expressions).Bind(),
            Definitions = [.. order.OfType<DefinitionSymbol>()],
            Decisions = InOrder(decisions, order),
            Assessments = AssessmentBinder.Bind(files.Manifest, names, findings),
            Deadlines = [.. pack.Deadlines.Select(deadline => deadline.Symbol)],
            Lifecycles = [.. pack.Lifecycles.Select(lifecycle => lifecycle.Symbol)],
            Ladders = [.. pack.Ladders.Select(ladder => ladder.Symbol)],
            Examples = new ExampleBinder(expressions, members).Bind(pack, new RuleNames(pack.Decisions)),
            Modules = [.. files.Modules.Select(Module)],
        };
        if (!findings.Has(RulesCodes.PackReadsTooDeep))
        {
            PackChecks.Run(bound, pack, findings);
        }

        return bound;
    }

    private static BoundModule Module(ParsedModule module) =>
        new(module.Syntax.Path, module.Syntax.Language, module.Source.Span(module.Text.Length, 0));

    private static void Declare(PackDeclarations pack, FieldDeclarer fields, ExpressionBinder expressions)
    {
        TypeDeclarer.Declare(pack, fields);
        CalendarDeclarer.Declare(pack);
        WordListDeclarer.Declare(pack);
        FactsDeclarer.Declare(pack, fields);
        new ParameterDeclarer(pack, expressions).Declare();
        DecisionDeclarer.Declare(pack);
        LifecycleDeclarer.Declare(pack);
    }

    private static IReadOnlyList<BoundDecision> BindBodies(
        PackDeclarations pack, ExpressionBinder expressions, MemberNames members)
    {
        foreach (var definition in DefinitionOrder.Of(pack))
        {
            DefinitionBinder.Bind(definition, expressions);
        }

        var binder = new DecisionBinder(expressions, members);
        var decisions = pack.Decisions.Select(binder.Bind).ToList();
        return new TransitionBinder(pack, expressions).Attach(decisions);
    }

    private static void BindLifecycles(
        PackDeclarations pack, FieldDeclarer fields, ExpressionBinder expressions, LifecycleNames names)
    {
        var deadlines = new DeadlineBinder(expressions);
        foreach (var deadline in pack.Deadlines)
        {
            deadlines.Bind(deadline);
        }

        var lifecycles = new LifecycleBinder(expressions, new TriggerBinder(expressions, fields, names));
        foreach (var lifecycle in pack.Lifecycles)
        {
            lifecycles.Bind(lifecycle);
        }

        var ladders = new LadderBinder(expressions, names);
        foreach (var ladder in pack.Ladders)
        {
            ladders.Bind(ladder, pack);
        }
    }

    private static IReadOnlyList<BoundDecision> InOrder(
        IReadOnlyList<BoundDecision> decisions, IReadOnlyList<Symbol> order)
    {
        var places = order
            .Select((symbol, place) => (symbol, place))
            .ToDictionary(item => item.symbol, item => item.place);
        return [.. decisions.OrderBy(decision => places[decision.Symbol])];
    }
}
