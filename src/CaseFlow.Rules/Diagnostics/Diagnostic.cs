using System.Collections.ObjectModel;
using System.Globalization;

namespace CaseFlow.Rules.Diagnostics;

/// <summary>How grave a finding is. Errors of the families CF0 to CF3 stop evaluation.</summary>
public enum Severity
{
    /// <summary>The pack works; someone should look.</summary>
    Warning,

    /// <summary>The pack is refused.</summary>
    Error,
}

/// <summary>A further place that a finding speaks of, with a few words on why.</summary>
/// <param name="Span">The place.</param>
/// <param name="Label">What is there, in the user's own names; never translated text.</param>
public sealed record RelatedPlace(SourceSpan Span, string Label);

/// <summary>A change that mends a finding; the words for it come from the catalogue.</summary>
/// <param name="Edits">What to change, in order of place, not overlapping.</param>
public sealed record TextFix(IReadOnlyList<TextEdit> Edits);

/// <summary>Puts <paramref name="NewText"/> in the place of a stretch of text; an empty stretch: inserts it.</summary>
public sealed record TextEdit(SourceSpan Span, string NewText);

/// <summary>
/// One finding about a pack's text: a code, the place, what is wrong and what to do. The words come from the catalogue
/// (<see cref="RulesMessages"/>) in the language asked for, so that one finding can be shown to an officer and a
/// developer.
/// </summary>
/// <param name="Code">`CF####`.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Span">The primary place.</param>
/// <param name="Arguments">The user's own words that the message quotes, in the catalogue's order.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan Span, IReadOnlyList<string> Arguments)
{
    /// <summary>Every other culprit.</summary>
    public IReadOnlyList<RelatedPlace> Related { get; init; } = [];

    /// <summary>A name that was probably meant; shown in the help line.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>The article the finding is about, as `LKN art 28`.</summary>
    public string? Law { get; init; }

    /// <summary>Changes of the text, each of which mends the finding; empty where only a person can.</summary>
    public IReadOnlyList<TextFix> Fixes { get; init; } = [];

    /// <summary>
    /// What officers call the things that the message quotes: by the argument's place, labels by language code.
    /// </summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> ArgumentLabels { get; init; } =
        ReadOnlyDictionary<int, IReadOnlyDictionary<string, string>>.Empty;

    /// <summary>
    /// The message, one sentence, in the culture's language (vi or en); a thing with a label is called by it.
    /// </summary>
    public string Message(CultureInfo culture) => RulesMessages.Message(Code, culture, Arguments, ArgumentLabels);

    /// <summary>What to do about it, or empty where the message says all.</summary>
    public string Help(CultureInfo culture) => RulesMessages.Help(Code, culture, Arguments, DidYouMean);
}
