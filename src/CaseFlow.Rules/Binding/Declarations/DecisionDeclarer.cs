using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declares definitions and decisions; their bodies are bound when all names are known.</summary>
internal static class DecisionDeclarer
{
    /// <summary>Declares the definitions and decisions of all modules.</summary>
    public static void Declare(PackDeclarations pack)
    {
        foreach (var (syntax, scope) in pack.All<DefinitionSyntax>())
        {
            var type = TypeBinder.Bind(syntax.Type, syntax.Name.Text, scope);
            var definition = new DefinitionSymbol(syntax.Name.Text, type, syntax.Name.Span) { Note = syntax.Note };
            pack.Definitions.Add(new Declared<DefinitionSyntax, DefinitionSymbol>(syntax, definition, scope));
            pack.Enter(pack.Names.Values, definition);
        }

        foreach (var (syntax, scope) in pack.All<DecisionSyntax>())
        {
            var decision = Decision(syntax, scope, pack);
            pack.Decisions.Add(new Declared<DecisionSyntax, DecisionSymbol>(syntax, decision, scope));
            pack.Enter(pack.Names.Values, decision);
        }
    }

    private static DecisionSymbol Decision(DecisionSyntax syntax, ModuleScope scope, PackDeclarations pack)
    {
        var decision = new DecisionSymbol(syntax.Name.Text, syntax.Name.Span)
        {
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
            Note = syntax.Note,
            Policy = syntax.Policy,
        };
        decision.Outputs = [.. syntax.Outputs.Select((output, place) => Output(output, place, syntax, scope, pack))];
        var names = new NameIndex<OutputSymbol>();
        foreach (var output in decision.Outputs)
        {
            pack.Enter(names, output);
        }

        return decision;
    }

    private static OutputSymbol Output(
        OutputSyntax syntax, int place, DecisionSyntax decision, ModuleScope scope, PackDeclarations pack)
    {
        var type = TypeBinder.Bind(syntax.Type, syntax.Name.Text, scope);
        return new OutputSymbol(syntax.Name.Text, type, place, syntax.Name.Span)
        {
            TypeSpan = syntax.Type.Span,
            ResultType = decision.Policy == HitPolicy.Collect ? Collected(type, decision) : type,
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
        };
    }

    // As many as there are rules and rows; an exception to a table stands once for each of the table's rows.
    private static RuleType Collected(RuleType type, DecisionSyntax decision)
    {
        if (type.Kind == TypeKind.Error)
        {
            return type;
        }

        var items = decision.Items;
        var rules = items.Sum(item => item is TableSyntax table ? table.Rows.Count : 1);
        var hasCopies = rules > items.Count && items.Any(item => item is RuleSyntax { Parents.Count: > 0 }
            or TableSyntax { Parents.Count: > 0 });
        return new RuleType(TypeKind.List)
        {
            Element = type,
            Bound = hasCopies ? Decisions.RuleExpander.MostRules : rules,
        };
    }
}
