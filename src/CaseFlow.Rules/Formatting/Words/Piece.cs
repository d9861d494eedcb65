using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Formatting.Words;

/// <summary>One word or sign with what stands before it.</summary>
internal sealed class Piece(Token token, string text, IReadOnlyList<Comment> comments, bool blankAbove)
{
    /// <summary>The token; what it stands for does not change.</summary>
    public Token Token { get; } = token;

    /// <summary>What is printed.</summary>
    public string Text { get; private set; } = text;

    /// <summary>Columns that it takes.</summary>
    public int Width { get; private set; } = DisplayWidth.Of(text);

    /// <summary>The comments before it, in order.</summary>
    public IReadOnlyList<Comment> Comments { get; } = comments;

    /// <summary>True where an empty line stands above it, below its comments.</summary>
    public bool BlankAbove { get; } = blankAbove;

    /// <summary>The first bar of a table's line.</summary>
    public bool StartsRow { get; init; }

    /// <summary>A minus that belongs to the number after it.</summary>
    public bool IsSign { get; set; }

    /// <summary>True where a whole empty line stands somewhere between the word before and this one.</summary>
    public bool HasBlank => BlankAbove || Comments.Any(comment => comment.BlankAbove);

    /// <summary>A name in backticks.</summary>
    public bool IsQuoted => Text.StartsWith('`');

    /// <summary>Prints another word of the same meaning.</summary>
    public void Show(string text)
    {
        Text = text;
        Width = DisplayWidth.Of(text);
    }
}
