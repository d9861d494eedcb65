using System.Collections.Immutable;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// What is known of one case. A fact that is not here is unknown; a fact that is known to be absent holds
/// <see cref="MissingValue"/>. Immutable.
/// </summary>
public sealed class CaseFacts
{
    private readonly ImmutableDictionary<FieldSymbol, Value> _values;

    private CaseFacts(ImmutableDictionary<FieldSymbol, Value> values) => _values = values;

    /// <summary>Nothing is known.</summary>
    public static CaseFacts None { get; } = new(ImmutableDictionary<FieldSymbol, Value>.Empty);

    /// <summary>The known facts, in the order of their declaration.</summary>
    public IEnumerable<KeyValuePair<FieldSymbol, Value>> Known => _values.OrderBy(fact => fact.Key.Slot);

    /// <summary>The value of a fact, or null where it is unknown. Assumptions are the evaluator's business.</summary>
    public Value? this[FieldSymbol fact] => _values.GetValueOrDefault(fact);

    /// <summary>The same facts with one more, or one replaced.</summary>
    public CaseFacts With(FieldSymbol fact, Value value) => new(_values.SetItem(fact, value));

    /// <summary>The same facts with those of <paramref name="others"/> over them.</summary>
    public CaseFacts With(IEnumerable<KeyValuePair<FieldSymbol, Value>> others) => new(_values.SetItems(others));
}
