using System.Text;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Formatting;

/// <summary>The modules of the repository, and what formatting may not change of them.</summary>
internal static class Modules
{
    /// <summary>Paths of every good module of the repository, relative to it.</summary>
    public static IEnumerable<string> OfRepository() => new[] { "packs", "samples", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(
            Repository.PathOf(folder), "*.cfr", SearchOption.AllDirectories))
        .Select(file => Path.GetRelativePath(Repository.PathOf("."), file).Replace('\\', '/'))
        .Where(file => !file.Contains("/bin/", StringComparison.Ordinal)
            && !file.Contains("/obj/", StringComparison.Ordinal)
            && !file.Contains("conformance/format", StringComparison.Ordinal)
            && !file.Contains("/parse/bad/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string Text(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(Repository.PathOf(path)));

    /// <summary>The words of all comments, in order.</summary>
    public static string Comments(string text)
    {
        var words = new List<string>();
        var tokens = ModuleParser.Read("m.cfr", text).Words.Tokens;
        var gaps = tokens.Select(token => (From: token.TriviaStart, To: token.Start)).Concat(
            tokens.Where(token => token.Kind == TokenKind.Keyword).Select(token => (From: token.Start, To: token.End)));
        foreach (var (from, to) in gaps.OrderBy(gap => gap.From))
        {
            var lines = text[from..to].Split('\n', '\r');
            words.AddRange(lines.Where(line => line.Contains('#', StringComparison.Ordinal))
                .Select(line => line[line.IndexOf('#', StringComparison.Ordinal)..]));
        }

        var joined = string.Join(' ', words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return IdentifierFolding.Compose(string.Join(' ', joined));
    }
}
