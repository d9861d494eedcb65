namespace CaseFlow.Rules.Tests;

/// <summary>Runs work on the small stack that a host's thread may have: too deep a recursion ends the tests.</summary>
internal static class SmallStack
{
    private const int Bytes = 256 * 1024;

    /// <summary>The result of the work.</summary>
    public static T Run<T>(Func<T> work, int bytes = Bytes)
    {
        T? result = default;
        var thread = new Thread(() => result = work(), bytes);
        thread.Start();
        thread.Join();
        return result!;
    }
}
