using CaseFlow.Rules.Binding.Decisions;

namespace CaseFlow.Rules.Comparison;

/// <summary>A rule in both packs, or in one of them.</summary>
/// <param name="Before">The rule of the old pack, or null.</param>
/// <param name="After">The rule of the new pack, or null.</param>
/// <param name="Change">What of its text differs; null where it is the same rule.</param>
internal sealed record RulePair(BoundRule? Before, BoundRule? After, ChangeCause? Change);

/// <summary>
/// The rules of one decision, each beside its counterpart: rules by name; rows of a table by their text first, so that
/// a row put in above moves none of those below, then by their place.
/// </summary>
internal sealed class RulePairs
{
    private readonly BoundDecision _before;
    private readonly BoundDecision _after;
    private readonly Dictionary<string, RulePair> _byNameBefore = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RulePair> _byNameAfter = new(StringComparer.Ordinal);

    /// <summary>Pairs the rules of a decision that both packs have.</summary>
    public RulePairs(BoundDecision before, BoundDecision after)
    {
        (_before, _after) = (before, after);
        PairRowsOfOneText();
        var named = after.Rules.ToLookup(rule => rule.Name, StringComparer.Ordinal);
        foreach (var rule in before.Rules.Where(rule => !_byNameBefore.ContainsKey(rule.Name)))
        {
            var other = named[rule.Name].FirstOrDefault();
            Add(rule, other is null || _byNameAfter.ContainsKey(other.Name) ? null : other);
        }

        foreach (var rule in after.Rules.Where(rule => !_byNameAfter.ContainsKey(rule.Name)))
        {
            Add(null, rule);
        }
    }

    /// <summary>All pairs: those of the old pack in its order, then what the new one adds.</summary>
    public IEnumerable<RulePair> All => _byNameBefore.Values.Concat(
        _byNameAfter.Values.Where(pair => pair.Before is null));

    private void PairRowsOfOneText()
    {
        var rows = _after.Rules.Where(IsRow).ToLookup(rule => TextOfRow(_after, rule), StringComparer.Ordinal);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in _before.Rules.Where(IsRow))
        {
            var text = TextOfRow(_before, row);
            var place = taken.GetValueOrDefault(text);
            if (rows[text].ElementAtOrDefault(place) is { } same)
            {
                taken[text] = place + 1;
                Add(row, same);
            }
        }
    }

    private void Add(BoundRule? before, BoundRule? after)
    {
        var pair = new RulePair(before, after, ChangeOf(before, after));
        if (before is not null)
        {
            _byNameBefore[before.Name] = pair;
        }

        if (after is not null)
        {
            _byNameAfter[after.Name] = pair;
        }
    }

    private ChangeCause? ChangeOf(BoundRule? before, BoundRule? after)
    {
        var name = _after.Symbol.Name + "." + (after ?? before)!.Name;
        var (old, now) = (before is null ? null : Text(_before, before), after is null ? null : Text(_after, after));
        if (old is not null && now is not null)
        {
            return old == now ? null : Changed(name, before!, after!);
        }

        return new ChangeCause(old is null ? CauseKind.RuleAdded : CauseKind.RuleRemoved, name, old, now)
        {
            PlaceBefore = before?.Span,
            PlaceAfter = after?.Span,
        };
    }

    // Of several versions only those are told that the other pack has not got.
    private ChangeCause Changed(string name, BoundRule before, BoundRule after)
    {
        var (old, now) = (before.Versions.Select(RuleText.Of).ToList(), after.Versions.Select(RuleText.Of).ToList());
        var heads = (RuleText.Head(_before, before), RuleText.Head(_after, after));
        var (oldHead, nowHead) = heads.Item1 == heads.Item2 ? ("", "") : heads;
        return new ChangeCause(
            CauseKind.RuleChanged,
            name,
            Told(oldHead, old.Except(now, StringComparer.Ordinal)),
            Told(nowHead, now.Except(old, StringComparer.Ordinal)))
        {
            PlaceBefore = before.Span,
            PlaceAfter = after.Span,
        };
    }

    private static string Told(string head, IEnumerable<string> versions) =>
        (head + string.Join("; ", versions)).Trim();

    private static string Text(BoundDecision decision, BoundRule rule) => RuleText.Of(decision, rule);

    private static bool IsRow(BoundRule rule) => rule.Name.Contains('#', StringComparison.Ordinal);

    private static string TextOfRow(BoundDecision decision, BoundRule row) =>
        row.Name[..row.Name.IndexOf('#', StringComparison.Ordinal)] + "#" + Text(decision, row);
}
