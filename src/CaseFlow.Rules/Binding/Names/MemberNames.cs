using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>The names inside an owner: fields, members and outputs, indexed when first asked for.</summary>
internal sealed class MemberNames
{
    private readonly Dictionary<Symbol, NameIndex<FieldSymbol>> _fields = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Symbol, NameIndex<EnumMemberSymbol>> _members = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Symbol, NameIndex<OutputSymbol>> _outputs = new(ReferenceEqualityComparer.Instance);

    /// <summary>Facts of a root.</summary>
    public NameIndex<FieldSymbol> Of(FactsSymbol root) => Index(_fields, root, root.Fields);

    /// <summary>Fields of a record.</summary>
    public NameIndex<FieldSymbol> Of(RecordSymbol record) => Index(_fields, record, record.Fields);

    /// <summary>Members of an enum.</summary>
    public NameIndex<EnumMemberSymbol> Of(EnumSymbol owner) => Index(_members, owner, owner.Members);

    /// <summary>Outputs of a decision.</summary>
    public NameIndex<OutputSymbol> Of(DecisionSymbol decision) => Index(_outputs, decision, decision.Outputs);

    private static NameIndex<T> Index<T>(Dictionary<Symbol, NameIndex<T>> cache, Symbol owner, IReadOnlyList<T> symbols)
        where T : Symbol
    {
        if (!cache.TryGetValue(owner, out var index))
        {
            index = NameIndex<T>.Of(symbols);
            cache.Add(owner, index);
        }

        return index;
    }
}
