using CaseFlow.Rules.Binding.Lifecycles;

namespace CaseFlow.Engine.Definitions;

/// <summary>Finds what to fire first, where a trigger is not permitted in a state.</summary>
public static class NearestTriggers
{
    /// <summary>
    /// The first triggers of every shortest road from <paramref name="state"/> to a state that permits
    /// <paramref name="wanted"/> on that day; empty where no road leads there. Breadth first over the table; guards are
    /// not asked.
    /// </summary>
    public static IReadOnlyList<string> Towards(
        CaseDefinition definition, BoundState state, BoundTrigger wanted, DateOnly day, BoundState? returnTo)
    {
        var roads = new Dictionary<BoundState, List<string>> { [state] = [] };
        var frontier = new List<BoundState> { state };
        while (frontier.Count > 0)
        {
            var next = Advance(definition, frontier, roads, day, returnTo, isFirst: frontier.Contains(state));
            var reached = next.Where(found => definition.BodiesOf(found, wanted, day).Count > 0).ToList();
            if (reached.Count > 0)
            {
                return [.. reached.SelectMany(found => roads[found]).Distinct(StringComparer.Ordinal)];
            }

            frontier = next;
        }

        return [];
    }

    private static List<BoundState> Advance(
        CaseDefinition definition,
        List<BoundState> frontier,
        Dictionary<BoundState, List<string>> roads,
        DateOnly day,
        BoundState? returnTo,
        bool isFirst)
    {
        var found = new Dictionary<BoundState, List<string>>();
        foreach (var from in frontier)
        {
            foreach (var (trigger, target) in Steps(definition, from, day, returnTo))
            {
                if (!roads.ContainsKey(target))
                {
                    Add(found, target, isFirst ? [trigger.Name] : roads[from]);
                }
            }
        }

        foreach (var (target, first) in found)
        {
            roads[target] = first;
        }

        return [.. found.Keys];
    }

    private static void Add(Dictionary<BoundState, List<string>> found, BoundState target, List<string> first)
    {
        if (!found.TryGetValue(target, out var roads))
        {
            found[target] = roads = [];
        }

        roads.AddRange(first.Except(roads, StringComparer.Ordinal).ToList());
    }

    private static IEnumerable<(BoundTrigger Trigger, BoundState Target)> Steps(
        CaseDefinition definition, BoundState state, DateOnly day, BoundState? returnTo) =>
        from trigger in definition.PermittedTriggers(state, day)
        from body in definition.BodiesOf(state, trigger, day)
        from target in Targets(body.Move, returnTo)
        where target != state
        select (trigger, target);

    private static IEnumerable<BoundState> Targets(BoundMove move, BoundState? returnTo) => move switch
    {
        BoundGoesTo to => [to.State],
        BoundFirstOf first => first.Choices.Select(choice => choice.State).Append(first.Otherwise),
        BoundGoesBack when returnTo is not null => [returnTo],
        _ => [],
    };
}
