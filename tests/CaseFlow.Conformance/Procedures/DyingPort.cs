using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace CaseFlow.Conformance.Procedures;

/// <summary>The host is no more: nothing in it goes on.</summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Only the kit throws it.")]
internal sealed class HostDiedException : OperationCanceledException;

/// <summary>The moments at which a host may die: before each of its calls to a store, and after it.</summary>
internal sealed class Moments(int diesAt)
{
    private bool _isDead;

    /// <summary>How many there were.</summary>
    public int Passed { get; private set; }

    public void Pass()
    {
        _isDead |= ++Passed == diesAt;
        if (_isDead)
        {
            throw new HostDiedException();
        }
    }
}

/// <summary>A port as one host sees it, which dies at one of its calls.</summary>
internal class DyingPort<T> : DispatchProxy
    where T : class
{
    private T _inner = null!;
    private Moments _moments = null!;

    public static T Around(T inner, Moments moments)
    {
        var port = Create<T, DyingPort<T>>();
        var proxy = (DyingPort<T>)(object)port;
        (proxy._inner, proxy._moments) = (inner, moments);
        return port;
    }

    // Stores in memory have done what they do when they return.
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        _moments.Pass();
        object? answer;
        try
        {
            answer = targetMethod!.Invoke(_inner, args);
        }
        catch (TargetInvocationException fault)
        {
            ExceptionDispatchInfo.Throw(fault.InnerException!);
            throw;
        }

        _moments.Pass();
        return answer;
    }
}
