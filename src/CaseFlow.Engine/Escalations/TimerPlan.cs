using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Escalations;

/// <summary>What lies ahead of a case.</summary>
/// <param name="Timers">One a breach, an end of a waiting period, and a step that has not come.</param>
/// <param name="Undatable">
/// Steps that cannot be dated because their day lies past the holiday data, as their timers' keys: they are planned
/// anew with every command, so that newer data brings them in.
/// </param>
public sealed record TimerPlan(IReadOnlyList<TimerRow> Timers, IReadOnlyList<string> Undatable)
{
    /// <summary>Plans the timers of a case as it stands. Pure.</summary>
    public static TimerPlan Of(CaseState state, Circumstances circumstances)
    {
        if (!state.Clocks.Any(clock => clock.Status == ClockStatus.Running))
        {
            return new TimerPlan([], []);
        }

        var planning = new Planning(state, circumstances);
        foreach (var clock in state.Clocks.Where(clock => clock.Status == ClockStatus.Running))
        {
            planning.Add(clock);
        }

        return new TimerPlan(planning.Timers, planning.Undatable);
    }

    private sealed class Planning
    {
        private readonly CaseState _state;
        private readonly Circumstances _circumstances;
        private readonly CaseEvaluation _evaluation;
        private readonly StepMoment _moments;
        private readonly HashSet<BoundLadder> _stopped;

        public Planning(CaseState state, Circumstances circumstances)
        {
            _state = state;
            _circumstances = circumstances;
            _evaluation = circumstances.Pack.Rules.Evaluate(
                ToldFacts.Known(state, circumstances.Pack),
                new EvaluationContext(circumstances.Today) { Case = Views.Of(state) });
            _moments = new StepMoment(circumstances.Pack, circumstances.Time, _evaluation);
            _stopped = [.. circumstances.Pack.Bound.Ladders.Where(IsStopped)];
        }

        public List<TimerRow> Timers { get; } = [];

        public List<string> Undatable { get; } = [];

        public void Add(DeadlineClock clock)
        {
            if (clock.Statement.BreachesAt is { } instant && clock.BreachedAt is null)
            {
                TimerKey key = clock.Statement.IsWaitingPeriod
                    ? new EndTimer(clock.Started)
                    : new BreachTimer(clock.Started);
                Timers.Add(new TimerRow(_state.Id, key.Text, instant));
            }

            if (!clock.Statement.IsWaitingPeriod && _circumstances.Pack.FindDeadline(clock.Name) is { } deadline)
            {
                AddSteps(clock, deadline);
            }
        }

        private void AddSteps(DeadlineClock clock, BoundDeadline deadline)
        {
            var steps =
                from ladder in _circumstances.Pack.LaddersOf(deadline)
                where !_stopped.Contains(ladder)
                from step in ladder.Steps
                from occurrence in Enumerable.Range(1, _moments.Occurrences(step))
                where !_state.StepsDone.Contains(
                    CaseState.StepKey(clock.Started, ladder.Name, step.Name, occurrence))
                select (ladder, step, occurrence);
            foreach (var (ladder, step, occurrence) in steps)
            {
                AddStep(clock, deadline, ladder, step, occurrence);
            }
        }

        private void AddStep(
            DeadlineClock clock, BoundDeadline deadline, BoundLadder ladder, BoundLadderStep step, int occurrence)
        {
            var key = new StepTimer(clock.Started, ladder.Name, step.Name, occurrence).Text;
            try
            {
                var instant = _moments.Of(ladder, step, deadline, clock.Statement, occurrence);
                if (instant is { } due && ladder.Period.Contains(_circumstances.Time.DayOf(due)))
                {
                    Timers.Add(new TimerRow(_state.Id, key, due));
                }
            }
            catch (EvaluationFaultException)
            {
                Undatable.Add(key);
            }
        }

        // Asked again when a step comes; here it only spares timers that would do nothing.
        private bool IsStopped(BoundLadder ladder)
        {
            try
            {
                return ladder.StopsWhen is { } stops && _evaluation.Value(stops) is BooleanValue { Value: true };
            }
            catch (EvaluationFaultException)
            {
                return false;
            }
        }
    }
}
