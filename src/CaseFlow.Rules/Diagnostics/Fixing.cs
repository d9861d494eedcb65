namespace CaseFlow.Rules.Diagnostics;

/// <summary>Makes the changes of a text that fixes consist of.</summary>
internal static class Fixing
{
    /// <summary>Writes something else in the place of a stretch.</summary>
    public static TextFix Replace(SourceSpan span, string text) => new([new TextEdit(span, text)]);

    /// <summary>Takes a stretch out.</summary>
    public static TextFix Remove(SourceSpan span) => Replace(span, "");

    /// <summary>Inserts something behind a stretch.</summary>
    public static TextFix After(SourceSpan span, string text) => Replace(EndOf(span), text);

    /// <summary>Inserts something before a stretch.</summary>
    public static TextFix Before(SourceSpan span, string text) => Replace(span with { Length = 0 }, text);

    /// <summary>Takes one item out of a list, with the comma that joins it to its neighbour.</summary>
    /// <param name="items">Where the items stand; at least two.</param>
    /// <param name="place">Which of them, from 0.</param>
    public static TextFix RemoveItem(IReadOnlyList<SourceSpan> items, int place) => Remove(place == 0
        ? items[0] with { Length = items[1].Start - items[0].Start }
        : EndOf(items[place - 1]).To(items[place]));

    /// <summary>The place behind a stretch of one line.</summary>
    public static SourceSpan EndOf(SourceSpan span) =>
        span with { Start = span.End, Length = 0, Column = span.Column + span.Length };
}
