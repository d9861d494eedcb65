using System.Globalization;
using CaseFlow.Engine.Commands;
using CaseFlow.Host.Packs;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// Writes findings as `path:line:col: severity CF####: message`, and below it the line of the file with the place
/// marked, the other places, the law, the hint and the fixes.
/// </summary>
/// <param name="terminal">Where to, and in which language.</param>
/// <param name="folder">The pack's folder, as the user named it.</param>
/// <param name="source">The pack's files.</param>
internal sealed class DiagnosticPrinter(UserTerminal terminal, string folder, IRuleSource source)
{
    private readonly ModuleTexts _texts = new(source);
    private readonly FindingJson _json = new(folder, source, terminal.Culture);

    /// <summary>Writes one finding, as lines or as one line of JSON.</summary>
    public void Print(Diagnostic finding)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(_json.Of(finding).ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        // The severity keeps one spelling, so that editors and scripts can read the line in either language.
        var message = MarkedLine.Shown(finding.Message(terminal.Culture));
        var severity = FindingJson.Word(finding.Severity);
        terminal.Out.WriteLine($"{Place(finding.Span)}: {severity} {finding.Code}: {message}");
        Mark(finding.Span);
        foreach (var related in finding.Related)
        {
            terminal.Out.WriteLine($"  {Place(related.Span)}: {MarkedLine.Shown(related.Label)}");
            Mark(related.Span);
        }

        Line("LawWord", finding.Law);
        Line("HintWord", finding.Help(terminal.Culture));
        foreach (var fix in finding.Fixes)
        {
            Line("FixWord", FixWords.Of(fix, terminal.Culture, _texts.At));
        }
    }

    /// <summary>Writes one finding of the analysis; in JSON with the example that shows it.</summary>
    public void Print(AnalysisFinding finding)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(_json.Of(finding).ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        Print(finding.Diagnostic);
        var edits = finding.Diagnostic.Fixes.SelectMany(fix => fix.Edits);
        if (finding.Witness is { } witness
            && !edits.Any(edit => edit.NewText.Contains(witness.Example.Trim(), StringComparison.Ordinal)))
        {
            terminal.Out.WriteLine("    " + Indented(witness.Example.Trim()));
        }
    }

    /// <summary>Writes what is wrong with the register of agencies; it names its place itself.</summary>
    public void Print(Problem problem)
    {
        var message = problem.Message(terminal.Culture);
        if (terminal.Json)
        {
            terminal.Out.WriteLine(_json.Of(problem).ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        terminal.Out.WriteLine(
            $"{Path.Join(folder, problem.Place)}:1:1: {FindingJson.Word(Severity.Error)} {problem.Code}: {message}"
        );
        Line("HintWord", problem.Help(terminal.Culture));
    }

    private void Line(string word, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            terminal.Out.WriteLine($"  {terminal.Text(word)}: {Indented(text)}");
        }
    }

    // The lines of a block to be pasted stand below its words.
    private static string Indented(string text) =>
        string.Join("\n    ", text.ReplaceLineEndings("\n").Split('\n').Select(MarkedLine.Shown));

    private void Mark(SourceSpan span)
    {
        if (_texts.LineOf(span) is { } line && line.AsSpan().Trim().Length > 0)
        {
            var number = span.Line.ToString(CultureInfo.InvariantCulture);
            var (text, marks) = MarkedLine.Of(line, span.Column, span.Length);
            terminal.Out.WriteLine($"    {number} | {text}");
            terminal.Out.WriteLine($"    {new string(' ', number.Length)} | {marks}");
        }
    }

    private string Place(SourceSpan span) => FindingPlace.Of(folder, span);
}
