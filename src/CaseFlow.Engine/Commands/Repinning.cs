using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// Decides whether an open case can go over to another pack. What lies behind it stays as it is: the new pack must know
/// where the case stands, what is told of it, and the deadlines that are open.
/// </summary>
internal static class Repinning
{
    /// <summary>
    /// One event, or none for a case that pins the pack already; or every reason why it keeps its pack.
    /// </summary>
    public static Decision Decide(CaseState state, RepinCase repin, Circumstances circumstances)
    {
        var pack = circumstances.Pack;
        if (state.PackHash == pack.Bound.Hash)
        {
            return new Decided(state, []);
        }

        if (!state.IsOpen)
        {
            return new Refused(
                CommandStatus.Refused, [new Problem(EngineCodes.CaseClosed, "case", [state.State])]);
        }

        var facts = ToldFacts.Reading(state, pack);
        var draft = new Draft(state, facts.Facts, repin, circumstances.Today, circumstances);
        draft.Problems.AddRange(facts.Problems.Select(ToldFacts.Of));
        draft.Problems.AddRange(Unknown(state, pack));
        if (draft.Problems.Count == 0)
        {
            draft.Emit(Repinned(state, repin, pack));
        }

        return draft.Conclude();
    }

    private static CaseRepinned Repinned(CaseState state, RepinCase repin, CasePack pack)
    {
        var asked = pack.Bound.Assessments.Select(decision => decision.Name).ToHashSet(StringComparer.Ordinal);
        var given = state.Assessments.Select(assessment => assessment.Decision).Where(name => !asked.Contains(name));
        return new CaseRepinned(
            state.PackHash, pack.Bound.Hash, pack.Bound.Manifest.Version, repin.Activation, [.. given]);
    }

    private static IEnumerable<Problem> Unknown(CaseState state, CasePack pack)
    {
        var definition = pack.Definitions.FirstOrDefault(known => known.Lifecycle.Name == state.Lifecycle);
        if (definition is null)
        {
            yield return new Problem(EngineCodes.UnknownLifecycle, "lifecycle", [state.Lifecycle]);
        }
        else
        {
            foreach (var name in new[] { state.State, state.ReturnTo }.OfType<string>())
            {
                if (definition.FindState(name) is null)
                {
                    yield return UnknownState(name, definition);
                }
            }
        }

        foreach (var clock in state.Clocks.Where(clock => clock.IsOpen && pack.FindDeadline(clock.Name) is null))
        {
            yield return new Problem(EngineCodes.UnknownDeadline, clock.Name, [clock.Name]);
        }
    }

    private static Problem UnknownState(string name, CaseDefinition definition)
    {
        var known = string.Join(", ", definition.Lifecycle.States.Select(state => state.Name));
        return new Problem(EngineCodes.UnknownState, "state", [name, definition.Lifecycle.Name, known]);
    }
}
