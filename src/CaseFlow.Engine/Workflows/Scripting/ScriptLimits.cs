namespace CaseFlow.Engine.Workflows.Scripting;

/// <summary>What a script may take, whatever it does.</summary>
/// <param name="Time">How long it may run; looked at between its steps and within its searches of text.</param>
/// <param name="Steps">How many statements, calls, additions and new values it may come by.</param>
/// <param name="Recursion">How deeply its functions may call each other.</param>
/// <param name="Memory">How many bytes may be taken for it in all, whether they are still held or not.</param>
/// <param name="Length">How long a text or a list in it may be, in signs or items.</param>
public sealed record ScriptLimits(TimeSpan Time, int Steps, int Recursion, long Memory, int Length)
{
    /// <summary>
    /// What is right for expressions between activities: a second, 200,000 steps, 64 calls deep, 64 MB, a million
    /// signs.
    /// </summary>
    public static ScriptLimits Default { get; } = new(TimeSpan.FromSeconds(1), 200_000, 64, 64L << 20, 1_000_000);
}
