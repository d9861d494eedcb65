using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Analysis.Conditions;

/// <summary>
/// The governing date of a decision, case by case: its `by date`, unless a transitional clause sets another.
/// </summary>
internal sealed class GoverningCases
{
    private readonly RegionSpace _space;
    private readonly ConditionReader _reader;
    private readonly List<TermPart> _parts = [];
    private readonly Dictionary<LawPeriod, int> _periods = [];

    /// <summary>Reads the governing date of a decision.</summary>
    /// <param name="space">The space.</param>
    /// <param name="reader">A reader that knows no governing date.</param>
    /// <param name="decision">The decision.</param>
    public GoverningCases(RegionSpace space, ConditionReader reader, BoundDecision decision)
        : this(space, reader, decision.GoverningDate, decision.Transitions)
    {
    }

    /// <summary>Reads a governing date.</summary>
    /// <param name="space">The space.</param>
    /// <param name="reader">A reader that knows no governing date.</param>
    /// <param name="date">The date.</param>
    /// <param name="transitions">Clauses that set another.</param>
    public GoverningCases(
        RegionSpace space, ConditionReader reader, BoundExpression date, IReadOnlyList<BoundTransition> transitions)
    {
        (_space, _reader) = (space, reader);
        var whens = transitions.Select(transition => reader.Truth(transition.When)).ToList();
        Transitions = whens;
        var none = whens.Aggregate(RegionSpace.Always, (cases, when) => space.And(when.No, cases));
        Add(none, reader.Parts(date));
        for (var place = 0; place < whens.Count; place++)
        {
            // Two clauses at once are a fault of the case, unless they name the same day; those cases are left out.
            var alone = whens.Where((_, other) => other != place)
                .Aggregate(whens[place].Yes, (cases, when) => space.And(when.No, cases));
            Add(alone, reader.Parts(transitions[place].LawDate));
        }

        Missing = space.Any([.. _parts.Select(part => space.And(part.Cases, reader.NoDay(part.Leaf)))]);
        Recorded = space.Except(space.Any([.. _parts.Select(part => part.Cases)]), Missing);
    }

    /// <summary>When each transitional clause holds.</summary>
    public IReadOnlyList<Truth> Transitions { get; }

    /// <summary>The cases in which there is a governing date.</summary>
    public int Recorded { get; }

    /// <summary>The cases in which it is known that there is none.</summary>
    public int Missing { get; }

    /// <summary>The cases whose governing date lies in a period.</summary>
    public int In(LawPeriod period)
    {
        if (!_periods.TryGetValue(period, out var cases))
        {
            cases = period == LawPeriod.Always
                ? Recorded
                : _space.Any([.. _parts.Select(part => _space.And(part.Cases, _reader.DaysIn(part.Leaf, period)))]);
            _periods.Add(period, cases);
        }

        return cases;
    }

    private void Add(int cases, IEnumerable<TermPart> parts) => _parts.AddRange(parts
        .Select(part => part with { Cases = _space.And(cases, part.Cases) })
        .Where(part => part.Cases != RegionSpace.Never));
}
