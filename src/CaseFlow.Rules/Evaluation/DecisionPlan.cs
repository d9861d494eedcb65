using CaseFlow.Rules.Binding.Decisions;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// How a decision is computed: its time line cut at every day on which a rule comes into or goes out of force.
/// </summary>
internal sealed class DecisionPlan
{
    private readonly DateOnly[] _cuts;
    private readonly Lazy<DecisionSlice>[] _slices;

    /// <summary>Cuts the time line; slices are made when first needed.</summary>
    public DecisionPlan(BoundDecision decision)
    {
        Decision = decision;
        var periods = decision.Rules.SelectMany(rule => rule.Versions).Select(version => version.Period).ToList();
        _cuts = [.. periods.Select(period => period.From)
            .Concat(periods.Select(period => period.Before).OfType<DateOnly>())
            .Append(DateOnly.MinValue)
            .Distinct()
            .Order()];
        _slices = [.. _cuts.Select(day => new Lazy<DecisionSlice>(() => new DecisionSlice(decision, day)))];
    }

    /// <summary>The decision.</summary>
    public BoundDecision Decision { get; }

    /// <summary>The first days of the slices, rising; the first of all days is one.</summary>
    public IReadOnlyList<DateOnly> Days => _cuts;

    /// <summary>The rules in force on a day.</summary>
    public DecisionSlice On(DateOnly day)
    {
        var index = Array.BinarySearch(_cuts, day);
        return _slices[index >= 0 ? index : ~index - 1].Value;
    }
}
