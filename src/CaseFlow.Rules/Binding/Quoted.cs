using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Binding;

/// <summary>
/// What a finding quotes: words of the text, or a declared thing or a type, which officers know by other words.
/// </summary>
/// <param name="Text">As the module says it.</param>
/// <param name="Labels">What readers call it, by language code; null where they call it so too.</param>
internal readonly record struct Quoted(string Text, IReadOnlyDictionary<string, string>? Labels)
{
    /// <summary>Words of the text.</summary>
    public static implicit operator Quoted(string text) => new(text, null);

    /// <summary>A declared thing.</summary>
    public static implicit operator Quoted(Symbol symbol) => new(symbol.Name, symbol.Labels);
}
