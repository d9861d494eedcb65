using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// What is known of one case. A fact that is not here is unknown; a fact that is known to be absent holds
/// <see cref="MissingValue"/>. Immutable.
/// </summary>
public sealed class CaseFacts
{
    private readonly Told[] _told;

    private CaseFacts(Told[] told) => _told = told;

    /// <summary>Nothing is known.</summary>
    public static CaseFacts None { get; } = new([]);

    /// <summary>The known facts, in the order of their declaration.</summary>
    public IEnumerable<KeyValuePair<FieldSymbol, Value>> Known => _told
        .Where(told => told.Fact is not null)
        .Select(told => KeyValuePair.Create(told.Fact!, told.Value!));

    /// <summary>The value of a fact, or null where it is unknown. Assumptions are the evaluator's business.</summary>
    public Value? this[FieldSymbol fact]
    {
        get
        {
            // A fact of another pack may have the same place: it is not told here.
            var (told, slot) = (_told, fact.Slot);
            return slot >= 0 && slot < told.Length && ReferenceEquals(told[slot].Fact, fact) ? told[slot].Value : null;
        }
    }

    /// <summary>The same facts with one more, or one replaced.</summary>
    /// <exception cref="ArgumentException">The field is no fact, or facts of two packs meet.</exception>
    public CaseFacts With(FieldSymbol fact, Value value) => With([KeyValuePair.Create(fact, value)]);

    /// <summary>The same facts with those of <paramref name="others"/> over them.</summary>
    /// <exception cref="ArgumentException">A field is no fact, or facts of two packs meet.</exception>
    public CaseFacts With(IEnumerable<KeyValuePair<FieldSymbol, Value>> others)
    {
        var added = others as IReadOnlyCollection<KeyValuePair<FieldSymbol, Value>> ?? [.. others];
        if (added.Count == 0)
        {
            return this;
        }

        var told = new Told[Math.Max(_told.Length, added.Max(fact => fact.Key.Slot) + 1)];
        _told.CopyTo(told, 0);
        foreach (var (fact, value) in added)
        {
            if (fact.Slot < 0 || (told[fact.Slot].Fact is { } other && !ReferenceEquals(other, fact)))
            {
                throw new ArgumentException($"{fact.Path} is no fact of the pack that the others are of.",
                    nameof(others));
            }

            told[fact.Slot] = new Told(fact, value);
        }

        return new CaseFacts(told);
    }

    private readonly record struct Told(FieldSymbol? Fact, Value? Value);
}
