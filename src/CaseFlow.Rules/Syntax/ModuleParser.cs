using System.Text;
using System.Text.Unicode;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Parsing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax;

/// <summary>What a text was read as.</summary>
/// <param name="Module">The tree; what could not be read stands in it as an error node.</param>
/// <param name="Diagnostics">Every finding, in the order of the text.</param>
public sealed record ParseResult(ModuleSyntax Module, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// Reads the text of a module. Never throws on any text, and reports all independent faults in one run.
/// </summary>
public static class ModuleParser
{
    /// <summary>Reads a text that is already decoded.</summary>
    /// <param name="path">The module's path, for the places of findings.</param>
    /// <param name="text">The text; spans count its UTF-16 units.</param>
    public static ParseResult Parse(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(text);
        return Parse(new SourceText(path, text), new FindingList());
    }

    /// <summary>Reads UTF-8, with or without a byte order mark; bytes that are not UTF-8 are a finding.</summary>
    /// <param name="path">The module's path, for the places of findings.</param>
    /// <param name="utf8">The file's bytes; spans count UTF-16 units of the decoded text, without the mark.</param>
    public static ParseResult Parse(string path, ReadOnlySpan<byte> utf8) => Parse(path, utf8, out _);

    /// <summary>The same, and the text that the spans of the tree count.</summary>
    internal static ParseResult Parse(string path, ReadOnlySpan<byte> utf8, out SourceText source)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bytes = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        var valid = Utf8.IsValid(bytes) ? bytes.Length : ValidLength(bytes);
        var findings = new FindingList();
        if (valid == bytes.Length)
        {
            source = new SourceText(path, Encoding.UTF8.GetString(bytes));
            return Parse(source, findings);
        }

        // The letters that were lost are read as underscores, so that only the encoding itself is reported.
        source = new SourceText(path, Encoding.UTF8.GetString(bytes).Replace('\uFFFD', '_'));
        var place = source.Span(Encoding.UTF8.GetCharCount(bytes[..valid]), 1);
        findings.Add(RulesCodes.NotUtf8, place, Words.Of(valid + (utf8.Length - bytes.Length)));
        return Parse(source, findings);
    }

    /// <summary>Reads a text and gives its words with their white space and comments too, for the formatter.</summary>
    internal static (ParseResult Result, LexedModule Words) Read(string path, string text) =>
        Read(new SourceText(path, text), new FindingList());

    private static ParseResult Parse(SourceText source, FindingList findings) => Read(source, findings).Result;

    private static (ParseResult Result, LexedModule Words) Read(SourceText source, FindingList findings)
    {
        var lexed = new Lexer(source, findings).Lex();
        var cursor = new TokenCursor(source, lexed, findings);
        var names = new NameParser(cursor);
        var header = new HeaderParser(cursor, names);
        var name = header.Module();
        var imports = header.Imports();
        var declarations = new DeclarationParser(cursor, names).All();
        var span = source.Span(0, source.Text.Length);
        var module = new ModuleSyntax(source.Path, lexed.Table.Language, name, imports, declarations, span);
        return (new ParseResult(module, findings.InSourceOrder()), lexed);
    }

    /// <summary>How many bytes can be read before the first that is not UTF-8.</summary>
    internal static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        while (Rune.DecodeFromUtf8(bytes[length..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            length += used;
        }

        return length;
    }
}
