using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// Decides about escalating a case outside of its ladders: it must be open, and somebody must be there.
/// </summary>
internal static class Escalating
{
    /// <summary>One event, or every reason against it.</summary>
    public static Decision Decide(CaseState state, EscalateCase escalate, Circumstances circumstances)
    {
        if (escalate.Deadline is { } named && circumstances.Pack.FindDeadline(named) is null)
        {
            return new Refused(CommandStatus.Malformed, [new Problem(EngineCodes.UnknownDeadline, named, [named])]);
        }

        var facts = ToldFacts.Known(state, circumstances.Pack);
        var draft = new Draft(state, facts, escalate, circumstances.Today, circumstances);
        if (!state.IsOpen)
        {
            draft.Refuse(EngineCodes.EscalatedClosed, escalate.Notice, state.State);
        }

        var to = circumstances.Pack.Agencies.Resolve(escalate.To, state.Agency, state.Holder, draft.Day);
        if (to.Unresolved is { } reason)
        {
            var whom = string.Join(' ', new[] { to.Kind.ToString(), to.Name, to.Level }.OfType<string>());
            draft.Refuse(EngineCodes.NobodyToEscalateTo, escalate.Notice, whom, reason.ToString());
        }

        if (draft.Problems.Count == 0)
        {
            draft.Emit(new CaseEscalated(
                escalate.Notice, to, escalate.Deadline, escalate.ReportBy, escalate.Cites, escalate.Cause));
        }

        return draft.Conclude();
    }
}
