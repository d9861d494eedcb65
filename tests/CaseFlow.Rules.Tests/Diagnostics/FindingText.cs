using System.Globalization;
using System.Text;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Tests.Diagnostics;

/// <summary>
/// Everything that a finding says, as the `.diag` files beside the conformance modules hold it: the message in both
/// languages, every culprit, the law, the help in both languages, and what each fix does.
/// </summary>
internal static class FindingText
{
    public static string Of(IEnumerable<Diagnostic> findings)
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            Add(text, finding);
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, Diagnostic finding)
    {
        var severity = finding.Severity == Severity.Error ? "error" : "warning";
        Line(text, $"{Place(finding.Span)}: {severity} {finding.Code}: {finding.Message(TextPack.English)}");
        Line(text, "  vi: " + finding.Message(TextPack.Vietnamese));
        foreach (var related in finding.Related)
        {
            var file = related.Span.File == finding.Span.File ? "" : related.Span.File + ":";
            Line(text, $"  {file}{Place(related.Span)}: {related.Label}");
        }

        Part(text, "law: ", finding.Law);
        Part(text, "help: ", finding.Help(TextPack.English));
        Part(text, "help vi: ", finding.Help(TextPack.Vietnamese));
        foreach (var fix in finding.Fixes)
        {
            Part(text, "fix: ", RulesMessages.Fix(fix, TextPack.English));
        }
    }

    private static void Part(StringBuilder text, string head, string? part)
    {
        if (!string.IsNullOrEmpty(part))
        {
            Line(text, "  " + head + part);
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Place(SourceSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{span.Line}:{span.Column}");
}
