namespace CaseFlow.Rules.Formatting.Words;

/// <summary>A comment before a word.</summary>
/// <param name="Text">With its `#`, without white space at its end.</param>
/// <param name="OwnLine">False where it stands behind the word before it.</param>
/// <param name="BlankAbove">True where an empty line stands above it.</param>
internal readonly record struct Comment(string Text, bool OwnLine, bool BlankAbove);
