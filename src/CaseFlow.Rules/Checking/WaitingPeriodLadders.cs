using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>CF3411: a ladder on a waiting period, whose end breaches nothing.</summary>
internal static class WaitingPeriodLadders
{
    /// <summary>Checks one ladder.</summary>
    public static void Check(BoundLadder ladder, DiagnosticBag findings)
    {
        foreach (var waiting in ladder.Deadlines.Where(deadline => deadline.IsWaitingPeriod))
        {
            findings.ReportWith(
                RulesCodes.LadderOnWaitingPeriod,
                ladder.Span,
                [new RelatedPlace(waiting.Span, waiting.Name)],
                ladder,
                waiting);
        }
    }
}
