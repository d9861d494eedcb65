namespace CaseFlow.Engine.Workflows.Scripting;

/// <summary>What a script may take, whatever it does.</summary>
/// <param name="Time">How long it may run; looked at between its steps and within its searches of text.</param>
/// <param name="Steps">How many turns of loops, calls, additions and new values it may come by.</param>
/// <param name="Recursion">How often a function may stand in its own call.</param>
/// <param name="Memory">How many bytes may be taken for it in all, whether they are still held or not.</param>
/// <param name="Length">How long a text in it may be, in signs; a list may have a tenth as many items.</param>
public sealed record ScriptLimits(TimeSpan Time, int Steps, int Recursion, long Memory, int Length)
{
    /// <summary>
    /// What is right for expressions between activities: a second, 100,000 steps, 64 calls deep, 128 MB, texts of
    /// 250,000 signs.
    /// </summary>
    public static ScriptLimits Default { get; } = new(TimeSpan.FromSeconds(1), 100_000, 64, 128L << 20, 250_000);
}
