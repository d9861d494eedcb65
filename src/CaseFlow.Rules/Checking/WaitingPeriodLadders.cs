using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>CF3411: a ladder on a waiting period, whose end breaches nothing.</summary>
internal static class WaitingPeriodLadders
{
    /// <summary>Checks one ladder.</summary>
    public static void Check(Declared<LadderSyntax, BoundLadder> declared, DiagnosticBag findings)
    {
        var (syntax, ladder, _) = declared;
        for (var place = 0; place < ladder.Deadlines.Count; place++)
        {
            var waiting = ladder.Deadlines[place];
            if (waiting.IsWaitingPeriod)
            {
                findings.Add(DiagnosticBag.Of(RulesCodes.LadderOnWaitingPeriod, ladder.Span, ladder, waiting) with
                {
                    Related = [new RelatedPlace(waiting.Span, waiting.Name)],
                    Fixes = LeaveOut(syntax, place),
                });
            }
        }
    }

    // Where other deadlines are named beside it.
    private static IReadOnlyList<TextFix> LeaveOut(LadderSyntax ladder, int place) => ladder.Deadlines.Count > 1
        ? [Fixing.RemoveItem([.. ladder.Deadlines.Select(name => name.Span)], place)]
        : [];
}
