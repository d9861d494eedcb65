using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Commands;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.Packs;

/// <summary>Findings about a pack as JSON, for `--json` and for the HTTP API.</summary>
/// <param name="folder">What stands before each file's path; empty for none.</param>
/// <param name="source">The pack's files.</param>
/// <param name="culture">The reader's language.</param>
internal sealed class FindingJson(string folder, IRuleSource source, CultureInfo culture)
{
    private readonly ModuleTexts _texts = new(source);

    /// <summary>How bad a finding is, one spelling in every language.</summary>
    public static string Word(Severity severity) => severity is Severity.Error ? "error" : "warning";

    /// <summary>One finding.</summary>
    public JsonObject Of(Diagnostic finding) => new()
    {
        ["file"] = Path.Join(folder, finding.Span.File),
        ["line"] = finding.Span.Line,
        ["column"] = finding.Span.Column,
        ["length"] = finding.Span.Length,
        ["severity"] = Word(finding.Severity),
        ["code"] = finding.Code,
        ["message"] = finding.Message(culture),
        ["help"] = finding.Help(culture),
        ["law"] = finding.Law,
        ["related"] = new JsonArray([.. finding.Related.Select(related =>
            (JsonNode)new JsonObject
            {
                ["place"] = FindingPlace.Of(folder, related.Span), ["label"] = related.Label,
            })]),
        ["fixes"] = new JsonArray([.. finding.Fixes.Select(Of)]),
    };

    /// <summary>One finding of the analysis, with the example that shows it.</summary>
    public JsonObject Of(AnalysisFinding finding)
    {
        var json = Of(finding.Diagnostic);
        json["example"] = finding.Witness?.Example;
        return json;
    }

    /// <summary>What is wrong with the register of agencies; it names its place itself.</summary>
    public JsonObject Of(Problem problem) => new()
    {
        ["file"] = Path.Join(folder, problem.Place),
        ["line"] = 1,
        ["column"] = 1,
        ["severity"] = Word(Severity.Error),
        ["code"] = problem.Code,
        ["message"] = problem.Message(culture),
        ["help"] = problem.Help(culture),
    };

    private JsonNode Of(TextFix fix) => new JsonObject
    {
        ["text"] = FixWords.Of(fix, culture, _texts.At),
        ["edits"] = new JsonArray([.. fix.Edits.Select(edit => (JsonNode)new JsonObject
        {
            ["file"] = Path.Join(folder, edit.Span.File),
            ["line"] = edit.Span.Line,
            ["column"] = edit.Span.Column,
            ["offset"] = edit.Span.Start,
            ["length"] = edit.Span.Length,
            ["newText"] = edit.NewText,
        })]),
    };
}
