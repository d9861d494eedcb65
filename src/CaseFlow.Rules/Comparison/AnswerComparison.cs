using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Comparison;

/// <summary>Compares answers of two packs, whose symbols are not the same: by name.</summary>
internal static class AnswerComparison
{
    /// <summary>
    /// What differs; null for nothing that anyone could see. A decision that a pack does not have is one that does not
    /// apply.
    /// </summary>
    public static DifferenceKind? Difference(DecisionAnswer? before, DecisionAnswer? after) => (before, after) switch
    {
        (null, null) => null,
        (null, { Outcome.Status: OutcomeStatus.NotApplicable }) => null,
        ({ Outcome.Status: OutcomeStatus.NotApplicable }, null) => null,
        ({ Outcome: { } a }, { Outcome: { } b }) => Difference(a, b),
        ({ Fault: { } a }, { Fault: { } b }) when a.Code == b.Code && a.Arguments.SequenceEqual(b.Arguments) => null,
        _ => DifferenceKind.Outcome,
    };

    private static DifferenceKind? Difference(DecisionOutcome before, DecisionOutcome after)
    {
        if (before.Status != after.Status || !SameOutputs(before, after))
        {
            return DifferenceKind.Outcome;
        }

        var same = before.Missing.SequenceEqual(after.Missing)
            && before.BlockedBy.SequenceEqual(after.BlockedBy)
            && before.Cites.Select(cite => cite.Text).ToHashSet(StringComparer.Ordinal)
                .SetEquals(after.Cites.Select(cite => cite.Text));
        return same ? null : DifferenceKind.Grounds;
    }

    private static bool SameOutputs(DecisionOutcome before, DecisionOutcome after)
    {
        var outputs = after.Decision.Outputs.ToDictionary(output => output.Name, StringComparer.Ordinal);
        return outputs.Count == before.Decision.Outputs.Count
            && before.Decision.Outputs.All(output =>
                outputs.TryGetValue(output.Name, out var other) && Same(before[output], after[other]));
    }

    /// <summary>Whether two values read the same; enum members and records' fields go by their names.</summary>
    public static bool Same(Value before, Value after) => (before, after) switch
    {
        (EnumValue a, EnumValue b) => a.Member.Name == b.Member.Name,
        (ListValue a, ListValue b) => SameItems(a, b),
        (RecordValue a, RecordValue b) => SameFields(a, b),
        (UnknownValue, UnknownValue) => true,
        _ => before.Equals(after),
    };

    // The order of a list is irrelevant to the language.
    private static bool SameItems(ListValue before, ListValue after)
    {
        var rest = after.Items.ToList();
        return before.Items.Count == rest.Count && before.Items.All(item =>
        {
            var place = rest.FindIndex(other => Same(item, other));
            if (place >= 0)
            {
                rest.RemoveAt(place);
            }

            return place >= 0;
        });
    }

    private static bool SameFields(RecordValue before, RecordValue after)
    {
        var others = after.Fields.ToDictionary(
            field => field.Key.Name, field => field.Value, StringComparer.Ordinal);
        return before.Fields.Count == others.Count && before.Fields.All(field =>
            others.TryGetValue(field.Key.Name, out var other) && Same(field.Value, other));
    }
}
