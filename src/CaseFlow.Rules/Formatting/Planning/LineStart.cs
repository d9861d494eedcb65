namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>How a line begins that is always a line of its own.</summary>
/// <param name="Indent">Columns before its first word.</param>
/// <param name="Blank">What is done about an empty line above it.</param>
/// <param name="CommentIndent">Columns before the comments above it.</param>
internal readonly record struct LineStart(int Indent, BlankLine Blank, int CommentIndent);

/// <summary>What is done about empty lines above a line.</summary>
internal enum BlankLine
{
    /// <summary>None; between comments they stay.</summary>
    None,

    /// <summary>As the author has it, at most one.</summary>
    Keep,

    /// <summary>One.</summary>
    Force,
}
