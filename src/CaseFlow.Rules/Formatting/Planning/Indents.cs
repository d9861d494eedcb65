namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>How far things are indented.</summary>
internal static class Indents
{
    /// <summary>One level.</summary>
    public const int Step = 2;

    /// <summary>Two levels: what goes on below a line that is itself an item of a block.</summary>
    public const int Twice = 4;
}
