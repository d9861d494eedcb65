using CaseFlow.Rules.Compilation.Index;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// The equations of exceptions (pre, stands, live, active) on sets of rules, certain and possible at once. Rules that
/// no exception touches cost nothing here: all of them are active where their conditions hold.
/// </summary>
internal sealed class RuleGraph
{
    /// <summary>How many sets the equations need: two of conditions and two of what stands in between.</summary>
    public const int Sets = 4;

    private readonly Node[] _asked;
    private readonly Node[] _blockers;
    private readonly Node[] _bound;
    private readonly Node[] _ended;
    private readonly int _words;

    /// <summary>The graph of a slice.</summary>
    public RuleGraph(DecisionCode decision, DecisionSlice slice)
    {
        _words = Bits.Words(slice.Rules.Length);
        Node[] nodes = [.. slice.Order.Select(index => new Node(index, slice.Rules[index], decision, _words))
            .Where(node => node.Rule.Version is not null)];
        _asked = [.. nodes.Where(node => node.Code.HasRest || node.Inherits)];
        _blockers = [.. nodes.Where(node => node.Rule.IsBlocker).Reverse()];
        _bound = [.. nodes.Where(node => node.Inherits || node.Rule.Blockers.Length > 0)];
        _ended = [.. nodes.Where(node => node.Rule.IsBlocker || node.Rule.Below.Length > 0)];
    }

    /// <summary>
    /// Turns the rules whose tests certainly hold (first set) and may hold (second set) into those that are active and
    /// may be.
    /// </summary>
    public void Resolve(Frame frame, Span<ulong> sets)
    {
        var conditions = new Pair(sets[.._words], sets[_words..(_words * 2)]);
        var between = new Pair(sets[(_words * 2)..(_words * 3)], sets[(_words * 3)..]);
        Ask(frame, conditions);
        Stand(conditions, between);
        foreach (var node in _bound)
        {
            var certain = conditions.IsCertain(node.Place)
                && (!node.Inherits || node.AllOf(conditions.Certain)) && !node.IsBlockedIn(between.Possible);
            var possible = conditions.IsPossible(node.Place)
                && (!node.Inherits || node.AllOf(conditions.Possible)) && !node.IsBlockedIn(between.Certain);
            conditions.Put(node.Place, certain, possible);
        }

        End(conditions, between);
    }

    // pre(r): a rule whose parents do not hold is not asked.
    private void Ask(Frame frame, Pair conditions)
    {
        foreach (var node in _asked)
        {
            var certain = conditions.IsCertain(node.Place) && (!node.Inherits || node.AllOf(conditions.Certain));
            var possible = conditions.IsPossible(node.Place) && (!node.Inherits || node.AllOf(conditions.Possible));
            if (possible && node.Code.HasRest)
            {
                var rest = node.Code.Rest(frame);
                (certain, possible) = (certain && rest == Truths.Yes, rest != Truths.No);
            }

            conditions.Put(node.Place, certain, possible);
        }
    }

    // stands(b), the outermost blockers first.
    private void Stand(Pair conditions, Pair stands)
    {
        foreach (var node in _blockers)
        {
            stands.Put(
                node.Place,
                conditions.IsCertain(node.Place) && !node.IsBlockedIn(stands.Possible),
                conditions.IsPossible(node.Place) && !node.IsBlockedIn(stands.Certain));
        }
    }

    // active(r): what is live and has nothing live below it. All are found before any is put.
    private void End(Pair live, Pair active)
    {
        foreach (var node in _ended)
        {
            active.Put(
                node.Place,
                !node.Rule.IsBlocker && live.IsCertain(node.Place) && !Bits.Meet(live.Possible, node.Below),
                !node.Rule.IsBlocker && live.IsPossible(node.Place) && !Bits.Meet(live.Certain, node.Below));
        }

        foreach (var node in _ended)
        {
            live.Put(node.Place, active.IsCertain(node.Place), active.IsPossible(node.Place));
        }
    }

    private readonly ref struct Pair(Span<ulong> certain, Span<ulong> possible)
    {
        public Span<ulong> Certain { get; } = certain;

        public Span<ulong> Possible { get; } = possible;

        public bool IsCertain(int rule) => Bits.Has(Certain, rule);

        public bool IsPossible(int rule) => Bits.Has(Possible, rule);

        public void Put(int rule, bool certain, bool possible)
        {
            Bits.Put(Certain, rule, certain);
            Bits.Put(Possible, rule, possible);
        }
    }

    private sealed class Node(int place, SlicedRule rule, DecisionCode decision, int words)
    {
        public int Place => place;

        public SlicedRule Rule => rule;

        public VersionCode Code { get; } = rule.Version is { } version ? decision.CodeOf(version) : null!;

        public bool Inherits { get; } = !rule.Rule.Regardless && rule.Parents.Length > 0;

        public ulong[] Below { get; } = SetOf(rule.Below, words);

        public bool AllOf(ReadOnlySpan<ulong> set)
        {
            foreach (var parent in rule.Parents)
            {
                if (!Bits.Has(set, parent))
                {
                    return false;
                }
            }

            return true;
        }

        public bool IsBlockedIn(ReadOnlySpan<ulong> standing)
        {
            foreach (var blocker in rule.Blockers)
            {
                if (Bits.Has(standing, blocker))
                {
                    return true;
                }
            }

            return false;
        }

        private static ulong[] SetOf(int[] places, int words)
        {
            var set = new ulong[words];
            foreach (var place in places)
            {
                Bits.Put(set, place, true);
            }

            return set;
        }
    }
}
