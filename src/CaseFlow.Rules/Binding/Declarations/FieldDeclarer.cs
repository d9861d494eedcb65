using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declares the fields of records, of roots of facts and of a trigger's inputs.</summary>
internal sealed class FieldDeclarer(PackDeclarations pack, ExpressionBinder expressions)
{
    private int _nextSlot;

    /// <summary>The fields in order; two of one name are a finding.</summary>
    /// <param name="fields">As written.</param>
    /// <param name="scope">The module.</param>
    /// <param name="root">The root of facts they belong to, or null.</param>
    public IReadOnlyList<FieldSymbol> Declare(
        IReadOnlyList<FieldSyntax> fields, ModuleScope scope, FactsSymbol? root = null)
    {
        var names = new NameIndex<FieldSymbol>();
        var symbols = new List<FieldSymbol>(fields.Count);
        foreach (var field in fields)
        {
            var symbol = Field(field, scope, root);
            pack.Enter(names, symbol, Fixing.Remove(field.Span));
            symbols.Add(symbol);
        }

        return symbols;
    }

    private FieldSymbol Field(FieldSyntax syntax, ModuleScope scope, FactsSymbol? root)
    {
        var type = TypeBinder.Bind(syntax.Type, syntax.Name.Text, scope);
        return new FieldSymbol(syntax.Name.Text, type, syntax.Name.Span)
        {
            Whole = syntax.Span,
            Root = root,
            Slot = root is null ? -1 : _nextSlot++,
            Ask = syntax.Ask,
            Assumed = syntax.Assume is { } assume
                ? Constants.Bind(expressions, assume.Value, new ExpressionScope(scope), type, syntax.Name.Text)
                : null,
            AssumedPer = syntax.Assume is { } per
                ? CitationBinder.Demand(per.Cites, syntax.Name.Text, per.Span, scope)
                : [],
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
        };
    }
}
