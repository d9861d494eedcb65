using CaseFlow.Engine.Deadlines;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Engine.Cases;

/// <summary>What rules may know of a case.</summary>
internal static class Views
{
    /// <summary>The case as `case.*` reads it; only deadlines that run have a due day.</summary>
    public static CaseView Of(CaseState state)
    {
        var due = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var clock in state.Clocks)
        {
            if (clock is { Status: ClockStatus.Running, Statement.LastDay: { } lastDay })
            {
                due[clock.Name] = lastDay;
            }
        }

        return new CaseView(
            state.State, state.OpenedOn, state.Parent?.ToString(), state.Holder, state.Agency, due);
    }
}
