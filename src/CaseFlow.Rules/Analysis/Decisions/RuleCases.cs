using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Analysis.Decisions;

/// <summary>
/// The equations of the language (pre, stands, live, active) for all cases at once: a rule is in force on the days of
/// its versions, so time is one more variable.
/// </summary>
internal sealed class RuleCases
{
    private readonly RegionSpace _space;
    private readonly ConditionReader _reader;
    private readonly GoverningCases _governing;
    private readonly IReadOnlyList<BoundRule> _rules;
    private readonly List<int>[] _children;
    private readonly Truth?[] _pre;
    private readonly Truth?[] _stands;
    private readonly Truth?[] _live;
    private readonly Truth?[] _active;

    /// <summary>The rules of a decision.</summary>
    public RuleCases(RegionSpace space, ConditionReader reader, GoverningCases governing, BoundDecision decision)
    {
        (_space, _reader, _governing, _rules) = (space, reader, governing, decision.Rules);
        _children = [.. _rules.Select(_ => new List<int>())];
        for (var rule = 0; rule < _rules.Count; rule++)
        {
            foreach (var parent in _rules[rule].Parents)
            {
                _children[parent].Add(rule);
            }
        }

        (_pre, _stands, _live, _active) =
            (new Truth?[_rules.Count], new Truth?[_rules.Count], new Truth?[_rules.Count], new Truth?[_rules.Count]);
    }

    /// <summary>Whether a rule has an exception or a blocker.</summary>
    public bool HasExceptions(int rule) => _children[rule].Count > 0;

    /// <summary>Its own condition, in force.</summary>
    public Truth Own(int rule) => Own(_rules[rule].Versions);

    /// <summary>The condition of one version, while it is in force.</summary>
    public Truth Own(BoundVersion version)
    {
        var period = _space.Known(_governing.In(version.Period));
        return version.When is { } when ? _space.Both(period, _reader.Truth(when)) : period;
    }

    /// <summary>Its own condition with those that it inherits.</summary>
    public Truth Pre(int rule) => _pre[rule] ??= PreOf(rule);

    /// <summary>Where it is live: its case, and no blocker stands.</summary>
    public Truth Live(int rule) => _live[rule] ??= LiveOf(rule);

    /// <summary>Where it gives its values.</summary>
    public Truth Active(int rule) => _active[rule] ??= ActiveOf(rule);

    /// <summary>The rules that override it, directly or through others.</summary>
    public IReadOnlyCollection<int> Below(int rule)
    {
        var below = new SortedSet<int>();
        var open = new Stack<int>(_children[rule]);
        while (open.TryPop(out var next))
        {
            if (!_rules[next].Versions.All(version => version.IsBlocker) && below.Add(next))
            {
                _children[next].ForEach(open.Push);
            }
        }

        return below;
    }

    private Truth PreOf(int rule)
    {
        var pre = Own(rule);
        return _rules[rule].Regardless
            ? pre
            : _rules[rule].Parents.Aggregate(pre, (all, parent) => _space.Both(Pre(parent), all));
    }

    private Truth LiveOf(int rule)
    {
        var live = Pre(rule);
        if (!_rules[rule].Regardless)
        {
            live = _rules[rule].Parents.Aggregate(live, (all, parent) => _space.Both(Live(parent), all));
        }

        return Unblocked(rule, live);
    }

    private Truth Stands(int rule) => _stands[rule] ??= Unblocked(
        rule, _space.Both(InForce(rule, isBlocker: true), Pre(rule)));

    private Truth Unblocked(int rule, Truth truth) => _children[rule]
        .Where(child => _rules[child].Versions.Any(version => version.IsBlocker))
        .Aggregate(truth, (all, blocker) => _space.Both(all, Stands(blocker).Opposite));

    private Truth ActiveOf(int rule) => Below(rule)
        .Aggregate(Answers(rule), (all, other) => _space.Both(all, Answers(other).Opposite));

    // Live in a version that gives values.
    private Truth Answers(int rule) => _rules[rule].Versions.Any(version => version.IsBlocker)
        ? _space.Both(InForce(rule, isBlocker: false), Live(rule))
        : Live(rule);

    private Truth InForce(int rule, bool isBlocker) =>
        _rules[rule].Versions.All(version => version.IsBlocker == isBlocker)
        ? Truth.Always
        : _space.Known(_space.Any(
            [.. _rules[rule].Versions.Where(version => version.IsBlocker == isBlocker)
                .Select(version => _governing.In(version.Period))]));

    private Truth Own(IReadOnlyList<BoundVersion> versions)
    {
        var truths = versions.Select(Own).ToList();
        var no = truths.Aggregate(RegionSpace.Always, (all, next) => _space.And(next.No, all));
        return new Truth(_space.Any([.. truths.Select(truth => truth.Yes)]), no);
    }
}
