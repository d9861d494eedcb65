using System.Collections.Immutable;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3404: a state that is not final, in which no deadline or waiting period can run and that does not say `no
/// deadline`. A deadline can run where on some way it was started and not met, voided or suspended since; whether its
/// decision applies is not asked, so a state that passes may still have no deadline for some case.
/// </summary>
internal static class RunningDeadlines
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        if (graph.Initial is null)
        {
            return;
        }

        var running = graph.Flow(
            Clocks.None.Start(graph.Initial.Starts),
            (edge, before) => edge.Body.Effects.OfType<BoundDeadlineEffect>().Aggregate(before, Apply),
            (left, right) => left.Or(right),
            (left, right) => left.IsSame(right));
        foreach (var (state, clocks) in running.OrderBy(item => item.Key.Index))
        {
            if (state.Kind != StateKind.Final && clocks.Running.IsEmpty && !SaysNoDeadline(state))
            {
                findings.Report(RulesCodes.StateWithoutDeadline, state.Span, state, graph.Lifecycle);
            }
        }
    }

    private static bool SaysNoDeadline(BoundState state) =>
        state.AndAround().Any(around => around.NoDeadline is not null);

    private static Clocks Apply(Clocks clocks, BoundDeadlineEffect effect) => effect.Kind switch
    {
        DeadlineEffectKind.Starts => clocks.Start(effect.Deadlines),
        DeadlineEffectKind.Suspends => clocks.Suspend(effect.Deadlines),
        DeadlineEffectKind.Resumes => clocks.Resume(effect.Deadlines),
        _ => clocks.End(effect.Deadlines),
    };

    /// <summary>Deadlines that may be running, and that may be suspended.</summary>
    private sealed record Clocks(ImmutableHashSet<BoundDeadline> Running, ImmutableHashSet<BoundDeadline> Suspended)
    {
        public static Clocks None { get; } = new([], []);

        public Clocks Start(IEnumerable<BoundDeadline> deadlines) => this with { Running = Running.Union(deadlines) };

        public Clocks End(IEnumerable<BoundDeadline> deadlines) =>
            new(Running.Except(deadlines), Suspended.Except(deadlines));

        public Clocks Suspend(IEnumerable<BoundDeadline> deadlines) =>
            new(Running.Except(deadlines), Suspended.Union(Running.Intersect(deadlines)));

        public Clocks Resume(IEnumerable<BoundDeadline> deadlines) =>
            new(Running.Union(Suspended.Intersect(deadlines)), Suspended.Except(deadlines));

        public Clocks Or(Clocks other) => new(Running.Union(other.Running), Suspended.Union(other.Suspended));

        public bool IsSame(Clocks other) => Running.SetEquals(other.Running) && Suspended.SetEquals(other.Suspended);
    }
}
