using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Formatting;

/// <summary>A module's text in its canonical layout.</summary>
/// <param name="Text">
/// The text with line feeds and without a byte order mark; where there are errors, the text as it was given.
/// </param>
/// <param name="Diagnostics">What reading the text found, in its order; with an error nothing was changed.</param>
public sealed record FormatResult(string Text, IReadOnlyList<Diagnostic> Diagnostics);
