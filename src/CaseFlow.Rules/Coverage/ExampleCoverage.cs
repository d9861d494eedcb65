using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Rules.Coverage;

/// <summary>
/// Finds out what the examples of a pack show to work: in the decisions that they ask about, and in those that these
/// read. An example that fails shows nothing.
/// </summary>
internal sealed class ExampleCoverage
{
    private readonly CompiledPack _pack;
    private readonly TakenBranches _branches = new();
    private readonly Dictionary<SourceSpan, CoverageState> _states = [];

    private ExampleCoverage(CompiledPack pack) => _pack = pack;

    /// <summary>The report on a pack.</summary>
    public static CoverageReport Of(CompiledPack pack)
    {
        var coverage = new ExampleCoverage(pack);
        foreach (var result in pack.Test().Results.Where(result => result.HasPassed))
        {
            coverage.Run(result.Example);
        }

        return new CoverageReport([.. CoverableParts.Of(pack.Pack).Select(coverage.Stated)]);
    }

    private CoverageItem Stated(CoverageItem item)
    {
        var state = item.Kind == CoverageKind.Branch
            ? _branches.Places.Contains(item.Span) ? CoverageState.Active : item.State
            : _states.GetValueOrDefault(item.Span, item.State);
        return item with { State = state };
    }

    private void Run(BoundExample example)
    {
        var evaluation = ExampleRun.EvaluationOf(_pack, example).Watched(_branches);
        foreach (var want in example.Wants)
        {
            _ = evaluation.Decide(want.Decision);
        }

        foreach (var decision in evaluation.Decided)
        {
            Take(new DecisionAccount(evaluation, decision));
        }
    }

    private void Take(DecisionAccount account)
    {
        // What is only certain to apply gives no answer as long as the outcome is open.
        var isAnswered = account.Outcome.Status is OutcomeStatus.Decided or OutcomeStatus.Conflict;
        foreach (var active in account.Outcome.Rules.Where(_ => isAnswered))
        {
            Reach(active.Span, CoverageState.Active);
        }

        for (var place = 0; place < account.Rules.Count; place++)
        {
            if (account.Rules[place].Version is { } version)
            {
                Reach(version.Span, StateOf(account.StandingOf(place).Standing, isAnswered));
            }
        }
    }

    private static CoverageState StateOf(RuleStanding standing, bool isAnswered) => standing switch
    {
        RuleStanding.Active when isAnswered => CoverageState.Active,
        RuleStanding.Standing => CoverageState.Active,
        RuleStanding.Active or RuleStanding.Overridden or RuleStanding.Blocked or RuleStanding.PassedOver =>
            CoverageState.OverriddenOnly,
        _ => CoverageState.NeverLive,
    };

    private void Reach(SourceSpan span, CoverageState state)
    {
        if (!_states.TryGetValue(span, out var known) || known < state)
        {
            _states[span] = state;
        }
    }
}
