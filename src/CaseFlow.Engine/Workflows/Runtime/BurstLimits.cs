using System.Globalization;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Diagnostics;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>
/// How much an instance may do before it waits or ends; beyond it is an incident, and its neighbours go on.
/// </summary>
/// <param name="Steps">How many activities may run (CF10101).</param>
/// <param name="Time">How long they may take on a host (CF10108); looked at between activities.</param>
public sealed record BurstLimits(int Steps, TimeSpan Time)
{
    /// <summary>
    /// A million activities: a loop over a hundred thousand items with five each stays below. Half a minute: the
    /// leases of a batch are twice as long, and a hundred thousand scripts take no longer.
    /// </summary>
    public static BurstLimits Default { get; } = new(1_000_000, TimeSpan.FromSeconds(30));
}

/// <summary>What is left of its limits to one burst.</summary>
/// <param name="limits">The limits.</param>
/// <param name="clock">Measures the time; null: the caller does.</param>
internal sealed class BurstBudget(BurstLimits limits, TimeProvider? clock)
{
    // Of activities that need no time at all the clock would take a tenth.
    private const int LooksEvery = 8;

    private readonly long _begun = clock?.GetTimestamp() ?? 0;
    private int _steps;
    private bool _isOver;

    /// <summary>An activity begins.</summary>
    /// <exception cref="WorkflowFault">It may not: too many have, or too much time has passed.</exception>
    public void Spend()
    {
        if (++_steps > limits.Steps)
        {
            throw ActivityContext.Fault(
                WorkflowCodes.NeverWaits, limits.Steps.ToString(CultureInfo.InvariantCulture));
        }

        _isOver |= _steps % LooksEvery == 0 && clock?.GetElapsedTime(_begun) > limits.Time;
        if (_isOver)
        {
            throw ActivityContext.Fault(
                WorkflowCodes.RunsTooLong, limits.Time.ToString("c", CultureInfo.InvariantCulture));
        }
    }
}
