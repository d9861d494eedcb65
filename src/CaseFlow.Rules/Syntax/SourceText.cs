using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax;

/// <summary>A module's text with its lines.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [];

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;

        // A byte order mark is no column of the first line.
        _lineStarts.Add(text.StartsWith('\uFEFF') ? 1 : 0);
        for (var i = 0; i < text.Length; i++)
        {
            var endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (endsLine)
            {
                _lineStarts.Add(i + 1);
            }
        }
    }

    public string Path { get; }

    public string Text { get; }

    public SourceSpan Span(int start, int length)
    {
        var line = LineOf(start);
        return new SourceSpan(Path, start, length, line + 1, Math.Max(start - _lineStarts[line], 0) + 1);
    }

    private int LineOf(int position)
    {
        var found = _lineStarts.BinarySearch(position);
        return found >= 0 ? found : Math.Max(~found - 1, 0);
    }
}
