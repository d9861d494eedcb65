using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>
/// Lists of no, one, two or three elements: enough for one that meets a condition and one that does not.
/// </summary>
/// <param name="plain">Values worth trying for a variable.</param>
internal sealed class SmallLists(Func<Variable, IEnumerable<Value>> plain)
{
    private const int MostElements = 12;
    private const int MostOfField = 4;

    /// <summary>The lists, shortest first.</summary>
    public IEnumerable<Value> Of(Variable list)
    {
        var (type, bound) = (list.Type.Element!, list.Type.Bound);
        var elements = Elements(type, list).Take(MostElements).ToList();
        var empty = new ListValue([]);
        var singles = elements.Select(one => new ListValue([one]));
        var pairs = elements.SelectMany(
            (one, place) => elements.Skip(place).Select(other => new ListValue([one, other])));
        var threes = elements.Select(one => new ListValue([one, one, one]));
        return singles.Prepend(empty).Concat(pairs).Concat(threes).Where(value => value.Items.Count <= bound);
    }

    private IEnumerable<Value> Elements(RuleType type, Variable list) => type.Record is { } record
        ? Records(record, list)
        : plain(new Variable(0, VariableKind.Told, type, list.Expression));

    // Every field is told: a record of all plain values first, then those that differ from it in some.
    private IEnumerable<Value> Records(RecordSymbol record, Variable list) => record.Fields.Aggregate(
        (IEnumerable<Dictionary<FieldSymbol, Value>>)[[]],
        (all, field) => all.SelectMany(
            _ => Elements(field.Type, list).Take(MostOfField).ToList(),
            (known, value) => new Dictionary<FieldSymbol, Value>(known) { [field] = value }))
        .Select(fields => new RecordValue(record, fields));
}
