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
    /// <param name="findings">What was found.</param>
    /// <param name="module">The text of the module that they were found in, where fixes are to be read.</param>
    public static string Of(IEnumerable<Diagnostic> findings, string module = "")
    {
        var text = new StringBuilder();
        foreach (var finding in findings)
        {
            Add(text, finding, module);
        }

        return text.ToString();
    }

    /// <summary>What a fix of a module does, in English.</summary>
    public static string Of(TextFix fix, string module) =>
        FixWords.Of(fix, TextPack.English, span => module.Length < span.End ? "" : module[span.Start..span.End])
            .ReplaceLineEndings("\n    ");

    private static void Add(StringBuilder text, Diagnostic finding, string module)
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
        Part(text, "hint: ", finding.Help(TextPack.English));
        Part(text, "hint vi: ", finding.Help(TextPack.Vietnamese));
        foreach (var fix in finding.Fixes)
        {
            Part(text, "fix: ", Of(fix, module));
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
