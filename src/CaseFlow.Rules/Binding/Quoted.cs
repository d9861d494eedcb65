using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Binding;

/// <summary>What a finding quotes: words of the text, or a declared thing, which officers know by its label.</summary>
internal readonly record struct Quoted(string Text, Symbol? Symbol)
{
    /// <summary>Words of the text.</summary>
    public static implicit operator Quoted(string text) => new(text, null);

    /// <summary>A declared thing.</summary>
    public static implicit operator Quoted(Symbol symbol) => new(symbol.Name, symbol);
}
