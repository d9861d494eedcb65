using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>Tells of the rules of one decision: which are active, which are beaten, which are not the case's.</summary>
internal sealed class RuleAccounts(DecisionAccount account)
{
    /// <summary>
    /// The active rules, in source order; all culprits for a conflict; those that apply for certain where the outcome
    /// is open.
    /// </summary>
    public IReadOnlyList<TracedRule> Because() => account.Outcome.Status == OutcomeStatus.Undecided
        ? [.. Places.Where(place => account.StandingOf(place).Standing == RuleStanding.Active).Select(Traced)]
        : [.. account.Outcome.Rules.Select(active => account.PlaceOf(active) is { } place
            ? Traced(place) with { Standing = RuleStanding.Active, By = null }
            : Otherwise(active))];

    /// <summary>Every rule.</summary>
    public IReadOnlyList<TracedRule> All() => [.. Places.Select(Traced)];

    /// <summary>Active rules that the hit policy does not take.</summary>
    public IReadOnlyList<TracedRule> PassedOver() =>
        [.. Places.Where(place => account.StandingOf(place).Standing == RuleStanding.PassedOver).Select(Traced)];

    /// <summary>Rules whose case it is and that something beats.</summary>
    public IReadOnlyList<DefeatedRule> Defeated() => [.. Places.Select(Defeat).OfType<DefeatedRule>()];

    /// <summary>Rules whose case it is not, the nearest first.</summary>
    public IReadOnlyList<RuleNotLive> NotLive() =>
        [.. Places.Select(Missed).OfType<RuleNotLive>().OrderBy(rule => rule.FailedCount)];

    /// <summary>Rules that may be active.</summary>
    public IReadOnlyList<RuleOpen> Open() => [.. Places.Select(OpenOf).OfType<RuleOpen>()];

    private IEnumerable<int> Places => Enumerable.Range(0, account.Rules.Count);

    private TracedRule Traced(int place)
    {
        var rule = account.Rules[place];
        var (standing, by) = account.StandingOf(place);
        return new TracedRule(
            rule.Rule.Name,
            standing,
            rule.Version?.Period,
            rule.Version?.Cites ?? [],
            rule.Version is null ? [] : [.. account.ConditionsOf(rule).Select(Traced)],
            rule.Rule.Note,
            rule.Version?.Span ?? rule.Rule.Span)
        {
            By = by?.Rule.Name,
            Values = standing is RuleStanding.Active or RuleStanding.PassedOver
                ? [.. rule.Version!.Values.Select(account.ValueOf)]
                : [],
        };
    }

    private TracedRule Otherwise(ActiveRule active) => new(
        active.Name, RuleStanding.Active, null, active.Cites, [], null, active.Span)
    {
        Values = [.. account.ValuesOf(active).Select(account.ValueOf)],
    };

    private TracedCondition Traced(StatedCondition stated)
    {
        var holds = account.Holds(stated.Condition);
        return new TracedCondition(
            stated.Text,
            holds is BooleanValue known ? known.Value : null,
            stated.InheritedFrom,
            FactReads.Of(stated.Condition))
        {
            Unknown = holds is UnknownValue unknown ? [.. unknown.Facts, .. unknown.BlockedBy] : [],
        };
    }

    private DefeatedRule? Defeat(int place)
    {
        var (standing, by) = account.StandingOf(place);
        return standing is RuleStanding.Overridden or RuleStanding.Blocked && by is not null
            ? new DefeatedRule(account.Rules[place].Rule.Name, by.Rule.Name, standing == RuleStanding.Blocked)
            : null;
    }

    private RuleNotLive? Missed(int place)
    {
        if (account.StandingOf(place).Standing != RuleStanding.NotLive)
        {
            return null;
        }

        var failed = account.ConditionsOf(account.Rules[place])
            .Where(stated => Kleene.IsFalse(account.Holds(stated.Condition)))
            .ToList();
        return failed.Count == 0
            ? null
            : new RuleNotLive(
                account.Rules[place].Rule.Name, failed[0].Text, FactReads.Of(failed[0].Condition), failed.Count);
    }

    private RuleOpen? OpenOf(int place) => account.ActiveOf(place) is UnknownValue unknown
        ? new RuleOpen(account.Rules[place].Rule.Name, unknown.Facts)
        : null;
}
