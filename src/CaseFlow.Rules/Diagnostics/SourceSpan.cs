namespace CaseFlow.Rules.Diagnostics;

/// <summary>A stretch of a module's text.</summary>
/// <param name="File">The module's path, relative to its pack, with forward slashes.</param>
/// <param name="Start">First character, counted from 0 in UTF-16 units of the text as it was read.</param>
/// <param name="Length">Number of UTF-16 units; 0 marks a place between two characters.</param>
/// <param name="Line">Line of the first character, from 1.</param>
/// <param name="Column">Column of the first character, from 1, in UTF-16 units.</param>
public readonly record struct SourceSpan(string File, int Start, int Length, int Line, int Column)
{
    /// <summary>One past the last character.</summary>
    public int End => Start + Length;

    /// <summary>
    /// The stretch from the start of this one to the end of <paramref name="last"/>, in the same file.
    /// </summary>
    public SourceSpan To(SourceSpan last) => this with { Length = Math.Max(Length, last.End - Start) };

    /// <summary>`path:line:col`.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}
