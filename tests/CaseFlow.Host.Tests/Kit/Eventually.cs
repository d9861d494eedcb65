namespace CaseFlow.Host.Tests.Kit;

/// <summary>Waits until something holds; fails where it never does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Looks again and again.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"It never came to be that {what}.");
            }

            await Task.Delay(Look, TimeProvider.System);
        }
    }
}
