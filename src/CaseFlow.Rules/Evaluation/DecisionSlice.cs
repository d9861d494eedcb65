using CaseFlow.Rules.Binding.Decisions;

namespace CaseFlow.Rules.Evaluation;

/// <summary>A rule as it stands in a slice of time. Other rules are named by their place in the decision.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Version">The version in force; null: the rule takes no part.</param>
/// <param name="Parents">The rules it is an exception to.</param>
/// <param name="Blockers">The blockers attached to it that are in force.</param>
/// <param name="Below">Every rule in force that overrides it, directly or through others.</param>
internal sealed record SlicedRule(
    BoundRule Rule, BoundVersion? Version, int[] Parents, int[] Blockers, int[] Below)
{
    /// <summary>Whether it is a blocker in force.</summary>
    public bool IsBlocker => Version is { IsBlocker: true };
}

/// <summary>The rules of a decision between two days on which something changes.</summary>
internal sealed class DecisionSlice
{
    /// <summary>The slice that holds a day.</summary>
    public DecisionSlice(BoundDecision decision, DateOnly day)
    {
        var versions = decision.Rules
            .Select(rule => rule.Versions.FirstOrDefault(version => version.Period.Contains(day)))
            .ToList();
        var children = Children(decision);
        Order = ParentsFirst(decision);
        Rules = [.. decision.Rules.Select((rule, index) => new SlicedRule(
            rule,
            versions[index],
            [.. rule.Parents],
            [.. children[index].Where(child => versions[child] is { IsBlocker: true })],
            [.. Below(index, decision, children).Where(other => versions[other] is { IsBlocker: false }).Order()]))];
    }

    /// <summary>The rules, in source order.</summary>
    public SlicedRule[] Rules { get; }

    /// <summary>Places of the rules, each after its parents.</summary>
    public int[] Order { get; }

    private static List<int>[] Children(BoundDecision decision)
    {
        var children = decision.Rules.Select(_ => new List<int>()).ToArray();
        for (var index = 0; index < decision.Rules.Count; index++)
        {
            foreach (var parent in decision.Rules[index].Parents)
            {
                children[parent].Add(index);
            }
        }

        return children;
    }

    private static int[] ParentsFirst(BoundDecision decision)
    {
        var order = new List<int>(decision.Rules.Count);
        var seen = new HashSet<int>();
        void Visit(int rule)
        {
            if (seen.Add(rule))
            {
                foreach (var parent in decision.Rules[rule].Parents)
                {
                    Visit(parent);
                }

                order.Add(rule);
            }
        }

        for (var rule = 0; rule < decision.Rules.Count; rule++)
        {
            Visit(rule);
        }

        return [.. order];
    }

    // Transitive closure of the edges that override. It is taken over all rules, in force or not: an exception to an
    // exception stays below the general rule when the one between goes out of force.
    private static HashSet<int> Below(int rule, BoundDecision decision, List<int>[] children)
    {
        var below = new HashSet<int>();
        var open = new Stack<int>(children[rule]);
        while (open.TryPop(out var next))
        {
            if (!decision.Rules[next].Versions.All(version => version.IsBlocker) && below.Add(next))
            {
                foreach (var child in children[next])
                {
                    open.Push(child);
                }
            }
        }

        return below;
    }
}
