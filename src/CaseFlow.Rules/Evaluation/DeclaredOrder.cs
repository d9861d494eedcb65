using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Orders paths as facts are declared. A path into a list or a record stands where its fact stands, the fact itself
/// first, then its fields as their record declares them; paths of no fact come last, by their letters.
/// </summary>
internal sealed class DeclaredOrder(IReadOnlyDictionary<string, FieldSymbol> facts) : IComparer<string>
{
    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var (left, right) = (PlaceOf(x!), PlaceOf(y!));
        foreach (var (one, other) in left.Zip(right))
        {
            if (one != other)
            {
                return one.CompareTo(other);
            }
        }

        return left.Count != right.Count ? left.Count.CompareTo(right.Count) : string.CompareOrdinal(x, y);
    }

    private List<int> PlaceOf(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (facts.TryGetValue(path[..end], out var fact))
            {
                return [fact.Slot, .. PlacesWithin(fact, path[end..])];
            }
        }

        return [int.MaxValue];
    }

    private static IEnumerable<int> PlacesWithin(FieldSymbol fact, string rest)
    {
        var type = fact.Type;
        foreach (var name in rest.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = (type.Element ?? type).Record?.Fields ?? [];
            var place = fields.TakeWhile(field => field.Name != name).Count();
            yield return place;
            if (place == fields.Count)
            {
                yield break;
            }

            type = fields[place].Type;
        }
    }
}
