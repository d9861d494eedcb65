using System.Globalization;
using System.Runtime.CompilerServices;
using CaseFlow.Engine.Workflows.Scripting;

namespace CaseFlow.Scripting.Running;

/// <summary>
/// Counts what a run takes, and stops it where that is more than it may. It belongs to the run's thread.
/// </summary>
internal sealed class Meter(ScriptLimits limits, TimeProvider time)
{
    // How often time and memory are looked at, in steps.
    private const int Interval = 8;

    private readonly long _begun = time.GetTimestamp();
    private readonly long _held = GC.GetAllocatedBytesForCurrentThread();
    private int _steps;

    /// <summary>The longest text, in signs.</summary>
    public int Length => limits.Length;

    /// <summary>The longest list.</summary>
    public int Items => limits.Length / 10;

    /// <summary>How long a search may still take.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = limits.Time - time.GetElapsedTime(_begun);
            return left > TimeSpan.FromMilliseconds(1) ? left : TimeSpan.FromMilliseconds(1);
        }
    }

    public void Step()
    {
        if (++_steps > limits.Steps)
        {
            throw new ScriptStop(ScriptFaultKind.Steps, Number(limits.Steps));
        }

        if (_steps % Interval == 0)
        {
            Look();
        }
    }

    /// <summary>A step of a function, which calls others: the thread must have stack left for it.</summary>
    public void Enter()
    {
        Step();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            // How far a thread's stack reaches is chance: where it ended says nothing of the script.
            throw new ScriptStop(ScriptFaultKind.Recursion, Number(limits.Recursion)) { IsPlaced = false };
        }
    }

    public void RequireText(int length)
    {
        if (length > limits.Length)
        {
            throw new ScriptStop(ScriptFaultKind.Memory, $"{Number(limits.Length)} characters");
        }
    }

    public void RequireItems(double count)
    {
        if (count > Items)
        {
            throw new ScriptStop(ScriptFaultKind.Memory, $"{Number(Items)} items");
        }
    }

    /// <summary>A search that the runtime does in one go, at worst in as many steps as the product.</summary>
    public void RequireSearch(long length, long sought)
    {
        if (length * sought > 400L * limits.Length)
        {
            throw OutOfTime();
        }
    }

    public ScriptStop Recursion() => new(ScriptFaultKind.Recursion, Number(limits.Recursion));

    public ScriptStop OutOfTime() => new(
        ScriptFaultKind.Time,
        string.Create(CultureInfo.InvariantCulture, $"{limits.Time.TotalMilliseconds} ms"));

    private void Look()
    {
        if (GC.GetAllocatedBytesForCurrentThread() - _held > limits.Memory)
        {
            throw new ScriptStop(
                ScriptFaultKind.Memory, string.Create(CultureInfo.InvariantCulture, $"{limits.Memory >> 20} MB"));
        }

        if (time.GetElapsedTime(_begun) > limits.Time)
        {
            throw OutOfTime();
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A run takes more than it may. No script can catch it.</summary>
internal sealed class ScriptStop(ScriptFaultKind kind, string limit) : Exception(limit)
{
    public ScriptFaultKind Kind { get; } = kind;

    /// <summary>Whether the place in the script says something about the script.</summary>
    public bool IsPlaced { get; init; } = true;
}
