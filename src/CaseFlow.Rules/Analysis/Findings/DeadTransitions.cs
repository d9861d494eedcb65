using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>CF5107: a transitional clause whose condition holds in no case that one of its decisions is for.</summary>
internal sealed class DeadTransitions
{
    private readonly Dictionary<SourceSpan, (string Name, List<string> Decisions)> _dead = [];
    private readonly HashSet<SourceSpan> _alive = [];

    /// <summary>Looks at the clauses of one decision.</summary>
    public void Look(DecisionCases cases)
    {
        var asked = cases.Space.And(cases.Variables.Known(), cases.Space.Not(cases.Applies.No));
        for (var place = 0; place < cases.Decision.Transitions.Count; place++)
        {
            var clause = cases.Decision.Transitions[place];
            if (cases.Space.AreApart(cases.Governing.Transitions[place].Yes, asked))
            {
                _dead.TryAdd(clause.Span, (clause.Name, []));
                _dead[clause.Span].Decisions.Add(cases.Decision.Symbol.Name);
            }
            else
            {
                _alive.Add(clause.Span);
            }
        }
    }

    /// <summary>The clauses of a decision could not be looked at: nothing is said of them.</summary>
    public void PassOver(BoundDecision decision) =>
        _alive.UnionWith(decision.Transitions.Select(clause => clause.Span));

    /// <summary>Tells of the clauses that no decision needs.</summary>
    public void Tell(FindingList findings)
    {
        foreach (var (span, (name, decisions)) in _dead.Where(clause => !_alive.Contains(clause.Key)))
        {
            findings.Add(RulesCodes.TransitionNeverHolds, span, name, ShortList.Of(decisions));
        }
    }
}
