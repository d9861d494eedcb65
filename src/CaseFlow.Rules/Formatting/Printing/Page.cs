using System.Text;
using CaseFlow.Rules.Formatting.Words;

namespace CaseFlow.Rules.Formatting.Printing;

/// <summary>What has been printed so far; puts comments and white space before each word.</summary>
internal sealed class Page(Pieces pieces, Measures measures)
{
    private readonly StringBuilder _text = new();
    private int? _newLine;
    private bool _atLineStart = true;
    private int _commented = -1;
    private int _placed = -1;

    /// <summary>Columns of the current line.</summary>
    public int Column { get; private set; }

    /// <summary>The column where a word would stand.</summary>
    public int ColumnOf(int index) => _newLine ?? Column + (measures.HasSpace(index) && !_atLineStart ? 1 : 0);

    /// <summary>Begins a line before the next word.</summary>
    /// <param name="indent">Columns before that word.</param>
    public void NewLine(int indent) => _newLine = indent;

    /// <summary>Says that the comments above a word have been printed.</summary>
    public void Commented(int index) => _commented = index;

    /// <summary>Fills up to a column; nothing where the line is beyond it.</summary>
    public void PadTo(int column)
    {
        if (column > Column)
        {
            _text.Append(' ', column - Column);
            Column = column;
        }
    }

    /// <summary>Puts what must stand before a word: comments, line ends, spaces.</summary>
    /// <param name="index">The word.</param>
    /// <param name="otherwise">The indentation where only a comment makes a new line.</param>
    public void Place(int index, int otherwise)
    {
        if (index <= _placed)
        {
            return;
        }

        _placed = index;
        foreach (var comment in index > _commented ? pieces[index].Comments : [])
        {
            Put(comment, _newLine ?? otherwise);
            _newLine ??= otherwise;
        }

        if (_newLine is { } indent)
        {
            EndLine();
            PadTo(indent);
            _newLine = null;
        }
        else if (measures.HasSpace(index) && !_atLineStart)
        {
            PadTo(Column + 1);
        }
    }

    /// <summary>Prints a word that has its place.</summary>
    public void Put(int index) => Put(pieces[index].Text, pieces[index].Width);

    /// <summary>Prints any text.</summary>
    public void Put(string text, int width)
    {
        _text.Append(text);
        Column += width;
        _atLineStart = false;
    }

    /// <summary>An empty line, unless one is there.</summary>
    public void Blank()
    {
        EndLine();
        if (_text.Length > 1 && _text[^2] != '\n')
        {
            _text.Append('\n');
        }
    }

    /// <summary>Ends the current line, if it has begun.</summary>
    public void EndLine()
    {
        if (!_atLineStart)
        {
            _text.Append('\n');
            Column = 0;
            _atLineStart = true;
        }
    }

    /// <summary>Prints a comment, at an indentation where it has its own line.</summary>
    public void Put(Comment comment, int indent)
    {
        if (comment.OwnLine)
        {
            EndLine();
            if (comment.BlankAbove)
            {
                Blank();
            }

            PadTo(indent);
        }
        else
        {
            PadTo(Column + 1);
        }

        Put(comment.Text, DisplayWidth.Of(comment.Text));
        EndLine();
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
