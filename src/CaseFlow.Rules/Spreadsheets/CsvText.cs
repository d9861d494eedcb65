using System.Text;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Spreadsheets;

/// <summary>
/// A line of comma-separated text, split; quoted cells may hold commas, quotes (doubled) and line ends.
/// </summary>
/// <param name="Cells">The cells, outer space trimmed.</param>
/// <param name="Span">Where the line stands.</param>
internal sealed record CsvLine(IReadOnlyList<string> Cells, SourceSpan Span);

/// <summary>
/// Splits comma-separated text into lines and cells. Where the first line has semicolons and no comma, they separate:
/// so spreadsheets write it in countries that write numbers with a comma.
/// </summary>
internal sealed class CsvText
{
    private readonly string _file;
    private readonly string _text;
    private readonly List<CsvLine> _lines = [];
    private readonly char _separator;
    private int _at;
    private int _line = 1;

    private CsvText(string file, string text)
    {
        _file = file;
        _text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var header = _text.AsSpan(0, Math.Max(_text.IndexOf('\n', StringComparison.Ordinal), 0));
        _separator = header.Contains(';') && !header.Contains(',') ? ';' : ',';
    }

    /// <summary>The place of a quote that is never closed, or null.</summary>
    private SourceSpan? UnclosedQuote { get; set; }

    /// <summary>The lines that are not empty, in order, and the place of a quote that is never closed.</summary>
    public static (IReadOnlyList<CsvLine> Lines, SourceSpan? UnclosedQuote) Split(string file, string text)
    {
        var splitter = new CsvText(file, text);
        while (splitter._at < splitter._text.Length)
        {
            splitter.ReadLine();
        }

        return (splitter._lines, splitter.UnclosedQuote);
    }

    private void ReadLine()
    {
        var (start, line) = (_at, _line);
        var cells = new List<string>();
        do
        {
            cells.Add(ReadCell());
        }
        while (Take(_separator));

        var span = new SourceSpan(_file, start, _at - start, line, 1);
        if (Take('\n'))
        {
            _line++;
        }

        if (cells.Count > 1 || cells[0].Length > 0)
        {
            _lines.Add(new CsvLine(cells, span));
        }
    }

    private string ReadCell()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }

        var quoted = _at < _text.Length && _text[_at] == '"' ? ReadQuoted() : "";
        var start = _at;
        while (_at < _text.Length && _text[_at] != _separator && _text[_at] != '\n')
        {
            _at++;
        }

        return (quoted + _text[start.._at]).Trim();
    }

    private string ReadQuoted()
    {
        var opening = new SourceSpan(_file, _at, 1, _line, 1);
        var cell = new StringBuilder();
        _at++;
        while (_at < _text.Length)
        {
            if (_text[_at] == '"' && !(_at + 1 < _text.Length && _text[_at + 1] == '"'))
            {
                _at++;
                return cell.ToString();
            }

            if (_text[_at] is '"')
            {
                _at++;
            }

            _line += _text[_at] == '\n' ? 1 : 0;
            cell.Append(_text[_at++]);
        }

        UnclosedQuote = opening;
        return cell.ToString();
    }

    private bool Take(char wanted)
    {
        var found = _at < _text.Length && _text[_at] == wanted;
        _at += found ? 1 : 0;
        return found;
    }
}
