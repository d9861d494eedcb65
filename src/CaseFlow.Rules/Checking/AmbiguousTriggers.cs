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
internal static class AmbiguousTriggers
{
    // Shown where both bodies have always been in force: any day will do.
    private static readonly DateOnly SomeDay = new(2000, 1, 1);

    /// <summary>Checks one lifecycle.</summary>
    public static void Check(BoundLifecycle lifecycle, GuardCases guards, DiagnosticBag findings)
    {
        foreach (var trigger in lifecycle.Triggers)
        {
            for (var later = 1; later < trigger.Versions.Count; later++)
            {
                foreach (var former in trigger.Versions.Take(later))
                {
                    Check(lifecycle, trigger, (former, trigger.Versions[later]), guards, findings);
                }
            }
        }
    }

    private static void Check(
        BoundLifecycle lifecycle,
        BoundTrigger trigger,
        (BoundTriggerBody Former, BoundTriggerBody Latter) bodies,
        GuardCases guards,
        DiagnosticBag findings)
    {
        var (former, latter) = bodies;
        var common = former.Period.Intersect(latter.Period);
        var state = latter.Sources.FirstOrDefault(
            source => former.Sources.Contains(source) && Depth(former, source) == Depth(latter, source));
        if (common.IsEmpty || state is null
            || guards.Meet(common, GuardCases.Of(lifecycle, former, latter)) is not { } met)
        {
            return;
        }

        var day = PeriodBinder.Day(met.Day ?? DayIn(common));
        findings.ReportWith(
            RulesCodes.AmbiguousTrigger,
            latter.Span,
            [new RelatedPlace(former.Span, trigger.Name)],
            trigger,
            state,
            met.Case.Length == 0 ? day : day + ": " + met.Case);
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
