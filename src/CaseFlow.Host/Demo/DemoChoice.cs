using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;

namespace CaseFlow.Host.Demo;

/// <summary>Chooses the petition whose dates are explained: the one with the most to tell.</summary>
internal static class DemoChoice
{
    /// <summary>
    /// How much a case has to tell: suspensions and extensions before breaches, those before plain deadlines.
    /// </summary>
    public static int Weight(CaseState state) => state.Clocks.Sum(Weight);

    private static int Weight(DeadlineClock clock) =>
        1
        + (10 * clock.Statement.Suspensions.Count)
        + (10 * clock.Statement.Terms.Count(term => term.Kind is StatedTermKind.Extension))
        + (clock.BreachedAt is null ? 0 : 3);
}
