namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>
/// A pack in plain sentences of one language, numbered, for people who sign what they have read. The same files,
/// language and day always give the same text.
/// </summary>
public sealed class ReadingDocument
{
    internal ReadingDocument(
        string language, string title, IReadOnlyList<string> head, IReadOnlyList<ReadingBlock> blocks)
    {
        Language = language;
        Title = title;
        Head = head;
        Blocks = blocks;
    }

    /// <summary>`vi` or `en`.</summary>
    public string Language { get; }

    /// <summary>Which pack and which version.</summary>
    public string Title { get; }

    /// <summary>What a signature refers to: release, hashes, the day of reading.</summary>
    public IReadOnlyList<string> Head { get; }

    /// <summary>The items and tables in order.</summary>
    internal IReadOnlyList<ReadingBlock> Blocks { get; }

    /// <summary>As text in lines of at most so many columns; a long word may go beyond.</summary>
    /// <param name="width">Columns of a line, at least 40.</param>
    public string ToText(int width = TextPage.DefaultWidth) => new TextPage(width).Write(this);

    /// <summary>As one HTML page that needs nothing else.</summary>
    public string ToHtml() => HtmlPage.Write(this);
}
