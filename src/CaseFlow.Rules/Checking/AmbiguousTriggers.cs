using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3403: two bodies of one trigger that can both pass, with a state, a day and a case in which they do. Guards
/// settle it where no case meets those of both. A body written for a substate hides one written for its superstate.
/// </summary>
internal sealed class AmbiguousTriggers(
    BoundLifecycle lifecycle, WrittenLifecycle written, GuardCases guards, DiagnosticBag findings)
{
    // Shown where both bodies have always been in force: any day will do.
    private static readonly DateOnly SomeDay = new(2000, 1, 1);

    /// <summary>Checks the lifecycle.</summary>
    public void Check()
    {
        foreach (var trigger in lifecycle.Triggers)
        {
            for (var later = 1; later < trigger.Versions.Count; later++)
            {
                foreach (var former in trigger.Versions.Take(later))
                {
                    Check(trigger, former, trigger.Versions[later]);
                }
            }
        }
    }

    private void Check(BoundTrigger trigger, BoundTriggerBody former, BoundTriggerBody latter)
    {
        var common = former.Period.Intersect(latter.Period);
        if (common.IsEmpty
            || latter.Sources.FirstOrDefault(source => former.Sources.Contains(source)
                && Depth(former, source) == Depth(latter, source)) is not { } state
            || guards.Meet(common, GuardCases.Of(lifecycle, former, latter)) is not { } met)
        {
            return;
        }

        var day = PeriodBinder.Day(met.Day ?? DayIn(common));
        findings.Add(DiagnosticBag.Of(
            RulesCodes.AmbiguousTrigger,
            latter.Span,
            trigger,
            state,
            met.Case.Length == 0 ? day : day + ": " + met.Case) with
        {
            Related = [new RelatedPlace(former.Span, trigger.Name)],
            Fixes = EndFormer(former, latter),
        });
    }

    // A body that begins later takes the place of the former one; where periods do not tell, only the author can.
    private IReadOnlyList<TextFix> EndFormer(BoundTriggerBody former, BoundTriggerBody latter) =>
        written.Of(former).Period is { } period && former.Period.From < latter.Period.From
            ? [PeriodFixes.EndingBefore(period, latter.Period.From, written.Module)]
            : [];

    // How near to the state a body was written for it: `any open state` is written for none.
    private static int Depth(BoundTriggerBody body, BoundState state) => body.WrittenSources
        .Where(state.IsIn)
        .Select(written => written.AndAround().Count())
        .DefaultIfEmpty(0)
        .Max();

    private static DateOnly DayIn(LawPeriod period) =>
        period.From != DateOnly.MinValue ? period.From
        : period.Before is { } before && before <= SomeDay ? before.AddDays(-1)
        : SomeDay;
}
