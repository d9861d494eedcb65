using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3403: two bodies of one trigger that can both pass, with a state and a day on which they do. Exact for periods
/// and states; guards settle it where they plainly exclude each other. A body written for a substate hides one
/// written for its superstate.
/// </summary>
internal static class AmbiguousTriggers
{
    // Shown where both bodies have always been in force: any day will do.
    private static readonly DateOnly SomeDay = new(2000, 1, 1);

    /// <summary>Checks one lifecycle.</summary>
    public static void Check(BoundLifecycle lifecycle, DiagnosticBag findings)
    {
        foreach (var trigger in lifecycle.Triggers)
        {
            for (var later = 1; later < trigger.Versions.Count; later++)
            {
                foreach (var former in trigger.Versions.Take(later))
                {
                    Check(trigger, former, trigger.Versions[later], findings);
                }
            }
        }
    }

    private static void Check(
        BoundTrigger trigger, BoundTriggerBody former, BoundTriggerBody latter, DiagnosticBag findings)
    {
        var common = former.Period.Intersect(latter.Period);
        var state = latter.Sources.FirstOrDefault(
            source => former.Sources.Contains(source) && Depth(former, source) == Depth(latter, source));
        var areSettled = Atoms.Clash(Atoms.Of(former, common), Atoms.Of(latter, common)) is not null;
        if (common.IsEmpty || state is null || areSettled)
        {
            return;
        }

        findings.ReportWith(
            RulesCodes.AmbiguousTrigger,
            latter.Span,
            [new RelatedPlace(former.Span, trigger.Name)],
            trigger,
            state,
            PeriodBinder.Day(DayIn(common)));
    }

    // How near to the state a body was written for it: `any open state` is written for none.
    private static int Depth(BoundTriggerBody body, BoundState state) => body.WrittenSources
        .Where(state.IsIn)
        .Select(DepthOf)
        .DefaultIfEmpty(-1)
        .Max();

    private static int DepthOf(BoundState state) => state.Superstate is { } superstate ? DepthOf(superstate) + 1 : 0;

    private static DateOnly DayIn(LawPeriod period) =>
        period.From != DateOnly.MinValue ? period.From
        : period.Before is { } before && before <= SomeDay ? before.AddDays(-1)
        : SomeDay;
}
