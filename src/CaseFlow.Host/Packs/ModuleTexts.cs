using System.Text;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.Packs;

/// <summary>The text of a pack's files at the places of findings.</summary>
internal sealed class ModuleTexts(IRuleSource source)
{
    private readonly Dictionary<string, (string Text, List<int> Starts)> _files = new(StringComparer.Ordinal);

    /// <summary>What stands at a place; empty where the file is not there or ends before.</summary>
    public string At(SourceSpan span)
    {
        var text = Of(span.File).Text;
        return span.Start >= 0 && span.End <= text.Length ? text[span.Start..span.End] : "";
    }

    /// <summary>The line of a place, without its end; null where there is none.</summary>
    public string? LineOf(SourceSpan span)
    {
        var (text, starts) = Of(span.File);
        if (span.Line > starts.Count)
        {
            return null;
        }

        var end = span.Line < starts.Count ? starts[span.Line] : text.Length;
        return text[starts[span.Line - 1]..end].TrimEnd('\r', '\n');
    }

    // As modules are read: without the byte order mark, and a lone carriage return ends a line too.
    private (string Text, List<int> Starts) Of(string path)
    {
        if (_files.TryGetValue(path, out var known))
        {
            return known;
        }

        var bytes = source.Read(path) ?? ReadOnlyMemory<byte>.Empty;
        var text = Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF');
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return _files[path] = (text, starts);
    }
}
