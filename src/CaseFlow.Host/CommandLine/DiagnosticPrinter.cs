using System.Text.Json.Nodes;
using CaseFlow.Engine.Commands;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Host.CommandLine;

/// <summary>Writes findings as `path:line:col: severity CF####: message`, with the lines that help below.</summary>
internal sealed class DiagnosticPrinter(UserTerminal terminal, string folder)
{
    /// <summary>Writes one finding, as lines or as one line of JSON.</summary>
    public void Print(Diagnostic finding)
    {
        if (terminal.Json)
        {
            terminal.Out.WriteLine(Json(finding).ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        // The severity keeps one spelling, so that editors and scripts can read the line in either language.
        terminal.Out.WriteLine(
            $"{Place(finding.Span)}: {Word(finding.Severity)} {finding.Code}: {finding.Message(terminal.Culture)}");
        foreach (var related in finding.Related)
        {
            terminal.Out.WriteLine($"  {Place(related.Span)}: {related.Label}");
        }

        Line("LawWord", finding.Law);
        Line("HelpWord", finding.Help(terminal.Culture));
    }

    /// <summary>Writes one finding of the analysis; in JSON with the example that shows it.</summary>
    public void Print(AnalysisFinding finding)
    {
        if (terminal.Json)
        {
            var json = Json(finding.Diagnostic);
            json["example"] = finding.Witness?.Example;
            terminal.Out.WriteLine(json.ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        Print(finding.Diagnostic);
        foreach (var line in finding.Witness?.Example.TrimEnd('\n').Split('\n') ?? [])
        {
            terminal.Out.WriteLine("    " + line);
        }
    }

    /// <summary>Writes what is wrong with the register of agencies; it names its place itself.</summary>
    public void Print(Problem problem)
    {
        var message = problem.Message(terminal.Culture);
        if (terminal.Json)
        {
            terminal.Out.WriteLine(new JsonObject
            {
                ["file"] = Path.Join(folder, problem.Place),
                ["line"] = 1,
                ["column"] = 1,
                ["severity"] = Word(Severity.Error),
                ["code"] = problem.Code,
                ["message"] = message,
                ["help"] = problem.Help(terminal.Culture),
            }.ToJsonString(UserTerminal.JsonOptions));
            return;
        }

        terminal.Out.WriteLine(
            $"{Path.Join(folder, problem.Place)}:1:1: {Word(Severity.Error)} {problem.Code}: {message}"
        );
        Line("HelpWord", problem.Help(terminal.Culture));
    }

    private static string Word(Severity severity) => severity is Severity.Error ? "error" : "warning";

    private void Line(string word, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            terminal.Out.WriteLine($"  {terminal.Text(word)}: {text}");
        }
    }

    private string Place(SourceSpan span) =>
        Path.Join(folder, span.File) + span.ToString()[span.File.Length..];

    private JsonObject Json(Diagnostic finding) => new()
    {
        ["file"] = Path.Join(folder, finding.Span.File),
        ["line"] = finding.Span.Line,
        ["column"] = finding.Span.Column,
        ["length"] = finding.Span.Length,
        ["severity"] = Word(finding.Severity),
        ["code"] = finding.Code,
        ["message"] = finding.Message(terminal.Culture),
        ["help"] = finding.Help(terminal.Culture),
        ["law"] = finding.Law,
        ["related"] = new JsonArray([.. finding.Related.Select(related =>
            (JsonNode)new JsonObject { ["place"] = Place(related.Span), ["label"] = related.Label })]),
    };
}
