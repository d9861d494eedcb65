namespace CaseFlow.Rules.Analysis.Regions;

/// <summary>
/// Pairs of many sets that may have cases in common. The variable that tells most of them apart is gone along once;
/// sets that never lie on the same stretch of it are no pair, so that rows of a table are not compared each with each.
/// </summary>
internal sealed class MeetingPairs
{
    // Variables that are tried before one is chosen.
    private const int MostTried = 16;

    // A pair costs that much less than a region.
    private const int PairsOfOneRegion = 16;

    private readonly RegionSpace _space;
    private readonly List<(int From, int To)>[] _lines;
    private readonly List<int>[] _starts;

    /// <summary>Goes along some sets.</summary>
    public MeetingPairs(RegionSpace space, IReadOnlyList<int> sets)
    {
        _space = space;
        var lines = LinesOf(sets);
        var cuts = lines.Where(line => line > RegionSpace.Always).Distinct().SelectMany(line => space[line].Cuts)
            .Distinct().Order().ToList();
        var places = cuts.Select((cut, place) => (cut, place)).ToDictionary(item => item.cut, item => item.place + 1);
        _lines = [.. lines.Select(line => StretchesOf(line, places))];
        _starts = [.. Enumerable.Range(0, cuts.Count + 1).Select(_ => new List<int>())];
        for (var set = 0; set < _lines.Length; set++)
        {
            foreach (var (from, _) in _lines[set])
            {
                _starts[from].Add(set);
            }
        }
    }

    /// <summary>Each pair once, by the places of its sets.</summary>
    /// <exception cref="BudgetSpentException">There are too many.</exception>
    public IEnumerable<(int Former, int Later)> All()
    {
        var (here, pairs) = (new List<int>(), 0L);
        for (var place = 0; place < _starts.Length; place++)
        {
            here.RemoveAll(set => !_lines[set].Exists(stretch => stretch.From < place && place < stretch.To));
            foreach (var set in _starts[place])
            {
                foreach (var other in here.Where(other => !HaveMet(set, other, place)))
                {
                    _space.Budget.Spend(++pairs % PairsOfOneRegion == 0 ? 1 : 0);
                    yield return (Math.Min(set, other), Math.Max(set, other));
                }

                here.Add(set);
            }
        }
    }

    // On the variable along which the sets differ most.
    private IReadOnlyList<int> LinesOf(IReadOnlyList<int> sets)
    {
        var levels = sets.SelectMany(_space.LevelsOf).CountBy(level => level)
            .OrderByDescending(level => level.Value)
            .Take(MostTried)
            .Select(level => level.Key);
        return levels
            .Select(level => sets.Select(set => _space.Along(level, set)).ToList())
            .MaxBy(lines => lines.Distinct().Count()) ?? [.. sets];
    }

    private List<(int From, int To)> StretchesOf(int line, Dictionary<Cut, int> places)
    {
        if (line <= RegionSpace.Always)
        {
            return line == RegionSpace.Always ? [(0, int.MaxValue)] : [];
        }

        var (asked, stretches) = (_space[line], new List<(int, int)>());
        for (var place = 0; place < asked.Children.Length; place++)
        {
            if (asked.Children[place] == RegionSpace.Always)
            {
                stretches.Add((
                    place == 0 ? 0 : places[asked.Cuts[place - 1]],
                    place == asked.Cuts.Length ? int.MaxValue : places[asked.Cuts[place]]));
            }
        }

        return stretches;
    }

    private bool HaveMet(int one, int other, int before) => _lines[one].Exists(left =>
        _lines[other].Exists(right => Math.Max(left.From, right.From) is var start
            && start < before && start < Math.Min(left.To, right.To)));
}
